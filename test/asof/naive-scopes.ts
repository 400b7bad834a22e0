/** Totals of a scope at a point on both clocks, the slow way. */
import type { Boundary } from '../../src/asof/query.ts';
import { seasonOrder } from '../../src/plays/game.ts';
import type { Question } from '../histories/naive-bitemporal.ts';
import { type Cells, naiveTotals } from '../histories/naive-totals.ts';
import { type Asked, careerAt, cutOf } from './naive-parts.ts';
import { league, type Told } from './told.ts';

export type Scope = 'game' | 'season' | 'career';

/** The stored values of a scope; null in the scope of a game where none is going on. */
export function scopeAt(
  told: Told,
  asked: Asked,
  scope: Scope,
  at: number,
  boundary: Boundary,
): Cells | null {
  const question = { ...asked, at, boundary } as Question;
  if (scope === 'career') return careerAt(told, asked, cutOf(at, boundary));
  if (scope === 'season' && asked.kind === 'player') {
    return naiveTotals(league, told.telling.model, told.statements, question).season;
  }
  const answer = told.telling.model.answer(question);
  const nothing = league.sport.counters.map(() => 0);
  if (scope === 'season') return answer?.lines.season ?? nothing;
  if (answer === null || answer.game === null) return null;
  return isOverWithSeason(told, asked, answer.game.id, at) ? null : answer.lines.game;
}

/** Whether totals of a game's season part, or of a later one, have become certain since it began, its end never told. */
function isOverWithSeason(
  { telling, statements }: Told,
  { kind, id, basis }: Asked,
  gameId: string,
  at: number,
) {
  const game = telling.model.knownAt(basis).find((one) => one.game.id === gameId);
  if (kind === 'team' || game === undefined || game.over) return false;
  const order = seasonOrder(game.game.part);
  return statements.some(
    (one) =>
      one.playerId === id &&
      one.basis <= basis &&
      seasonOrder(one.part) >= order &&
      one.at > game.first &&
      one.at <= at,
  );
}
