/** A whole game at a point on both clocks over HTTP, held against the naive model. */
import { expect } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { clockReader, NO_CLOCK } from '../../src/sports/clock.ts';
import type { League } from '../../src/sports/leagues.ts';
import type { Reply } from '../http/api.ts';
import type { NaiveBitemporal } from './naive-bitemporal.ts';
import type { NaiveGame, Place } from './naive-game.ts';
import { published } from './questions.ts';

export interface BoxQuestion {
  readonly gameId: string;
  readonly at: number;
  readonly boundary: 'at' | 'before';
  readonly basis: number;
}

export function boxPath(league: League, { gameId, at, boundary, basis }: BoxQuestion): string {
  return `/v1/${league.code}/games/${gameId}?as_of=${formatInstant(at)}&boundary=${boundary}&basis=${basis}`;
}

interface BoxSide {
  readonly team: { readonly id: string; readonly counters: object };
  readonly players: readonly {
    readonly player: { readonly id: string };
    readonly on_court: boolean | null;
    readonly counters: object;
  }[];
}

/** Every line of the box, the floor and the board. A game without plays at the basis is not held against anything. */
export function expectBox(league: League, model: NaiveBitemporal, question: BoxQuestion, reply: Reply): void {
  const { gameId, at, boundary, basis } = question;
  const game = model.knownAt(basis).find((known) => known.game.id === gameId);
  if (game === undefined) return;
  const cut: Place = { at, order: boundary === 'at' ? Infinity : -Infinity };
  const said = boxPath(league, question);
  expect(reply.status, said).toBe(200);
  const { box, state } = reply.body as { box: Record<string, BoxSide>; state: Record<string, unknown> };
  const lines = Object.values(box).flatMap(({ team, players }) => [
    [team.id, team.counters],
    ...players.map(({ player, on_court, counters }) => [player.id, counters, on_court]),
  ]);
  const expected = game.entities.map(([kind, id]) => [
    id,
    published(league, game.sum(kind, id, cut)),
    ...(kind === 'player' ? [game.onFloor(kind, id, cut)] : []),
  ]);
  const byId = (a: readonly unknown[], b: readonly unknown[]) => Number(a[0]) - Number(b[0]);
  expect(lines.sort(byId), said).toEqual(expected.sort(byId));
  expect(state, said).toEqual(boardOf(league, game, question, cut));
}

function boardOf(league: League, game: NaiveGame, { at, boundary }: BoxQuestion, cut: Place) {
  const [begun, ended] =
    boundary === 'at' ? [game.first <= at, game.last <= at] : [game.first < at, game.last < at];
  const { period, clock, home, away } = game.board(cut);
  const part = { season: game.game.part.season, season_type: game.game.part.type };
  return {
    status: !begun ? 'scheduled' : game.over && ended ? 'final' : 'in_progress',
    period: begun ? period : null,
    ...(begun ? clockReader(league, part)(period, Math.round(clock * 100)) : NO_CLOCK),
    home_score: home,
    away_score: away,
  };
}
