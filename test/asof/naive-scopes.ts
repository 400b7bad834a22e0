/** Totals of a scope at a point on both clocks, the slow way. */
import type { Boundary } from '../../src/asof/query.ts';
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
  return answer === null || answer.game === null ? null : answer.lines.game;
}
