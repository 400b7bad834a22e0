/** Questions about a history over HTTP, and what the naive model says the answers must be. */
import { expect } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import type { Random } from '../../src/simulate/random.ts';
import { clockSeconds } from '../../src/sports/clock.ts';
import type { League } from '../../src/sports/leagues.ts';
import type { Reply } from '../http/api.ts';
import type { Expected, Lines, NaiveBitemporal, Question } from './naive-bitemporal.ts';
import type { Values } from './naive-game.ts';
import type { Ids } from './tiny-files.ts';

export const IMMUTABLE = 'public, max-age=31536000, immutable';

const SHIFTS = [
  0,
  0,
  0,
  0,
  0,
  1,
  -1,
  250,
  40_000,
  3_600_000,
  -86_400_000,
  6 * 86_400_000,
  400 * 86_400_000,
  1000 * 86_400_000,
];
const TYPES = [
  'all',
  'all',
  'all',
  'regular',
  'regular',
  'regular',
  'playoffs',
  'preseason',
  'play_in',
] as const;

/** The route that asks a question. */
export function pathOf(league: League, { kind, id, at, boundary, basis, seasonType }: Question): string {
  const query = `as_of=${formatInstant(at)}&boundary=${boundary}&season_type=${seasonType}&basis=${basis}`;
  return `/v1/${league.code}/${kind}s/${id}/stats?${query}`;
}

/** A question about anybody of a history's league at an instant that matters. */
export function drawQuestion(
  random: Random,
  ids: Ids,
  instants: readonly number[],
  bases: readonly number[],
) {
  const isTeam = random.chance(0.2);
  return {
    kind: isTeam ? ('team' as const) : ('player' as const),
    id: String(
      isTeam ? ids.team(random.whole(0, ids.teams - 1)) : ids.player(random.whole(0, ids.players - 1)),
    ),
    at: random.pick(instants) + random.pick(SHIFTS),
    boundary: random.pick(['at', 'before'] as const),
    basis: random.pick(bases),
    seasonType: random.pick(TYPES),
  };
}

interface Line {
  readonly counters: Record<string, number | null>;
}

interface StatsBody {
  readonly basis: number;
  readonly totals: {
    readonly game: (Line & { readonly game_id: string }) | null;
    readonly season: Line & { readonly season: string | null; readonly season_type: string | null };
    readonly career: Line;
  };
  readonly bounds: {
    readonly min: Record<string, Line>;
    readonly max: Record<string, Line>;
    readonly plays_in_doubt: number;
  } | null;
  readonly game: {
    readonly id: string;
    readonly status: string;
    readonly period: number;
    readonly clock_seconds: number | null;
    readonly home_score: number;
    readonly away_score: number;
    readonly on_floor: boolean | null;
  } | null;
  readonly last_play: { readonly game_id: string; readonly wall_clock_time: string } | null;
  readonly staleness_ms: number | null;
  readonly coverage: { readonly games_from_plays: number; readonly games_from_totals: number };
}

/** Hold an answer of the stats route against the model. */
export function expectAgreement(
  league: League,
  model: NaiveBitemporal,
  question: Question,
  reply: Reply,
): void {
  const expected = model.answer(question);
  const said = `${pathOf(league, question)} ${reply.text}`;
  if (expected === null) {
    expect(reply.status, said).toBe(404);
    return;
  }
  expect(reply.status, said).toBe(200);
  expect(reply.headers.get('cache-control')).toBe(IMMUTABLE);
  const body = reply.body as StatsBody;
  expect(essence(body), pathOf(league, question)).toEqual(essenceOf(league, expected, question));
}

function essence(body: StatsBody) {
  const { totals, bounds, game, last_play: last } = body;
  return {
    basis: body.basis,
    game: totals.game === null ? null : { id: totals.game.game_id, counters: totals.game.counters },
    season: totals.season.counters,
    seasonName: [totals.season.season, totals.season.season_type],
    career: totals.career.counters,
    bounds:
      bounds === null
        ? null
        : { min: countersOf(bounds.min), max: countersOf(bounds.max), doubt: bounds.plays_in_doubt },
    going:
      game === null
        ? null
        : [
            game.id,
            game.on_floor,
            game.status,
            game.period,
            game.clock_seconds,
            game.home_score,
            game.away_score,
          ],
    last: last === null ? null : [last.game_id, last.wall_clock_time],
    staleness: body.staleness_ms,
    coverage: body.coverage,
  };
}

function essenceOf(league: League, expected: Expected, { at, basis }: Question): ReturnType<typeof essence> {
  const { lines, bounds, game, lastPlay } = expected;
  const named = (values: Values) => published(league, values);
  const all = (of: Lines) => ({ game: named(of.game), season: named(of.season), career: named(of.career) });
  return {
    basis,
    game: game === null ? null : { id: game.id, counters: named(lines.game) },
    season: named(lines.season),
    seasonName: [expected.season, expected.seasonType],
    career: named(lines.career),
    bounds:
      bounds === null ? null : { min: all(bounds.min), max: all(bounds.max), doubt: bounds.playsInDoubt },
    going:
      game === null
        ? null
        : [
            game.id,
            game.onFloor,
            game.state.status,
            game.state.period,
            clockSeconds(league.sport, Math.round(game.state.clock * 100)),
            game.state.home,
            game.state.away,
          ],
    last: lastPlay === null ? null : [lastPlay.gameId, formatInstant(lastPlay.at)],
    staleness: lastPlay === null ? null : at - lastPlay.at,
    coverage: { games_from_plays: lines.career[0] ?? 0, games_from_totals: 0 },
  };
}

function countersOf(lines: Record<string, Line>): Record<string, Record<string, number | null>> {
  return Object.fromEntries(Object.entries(lines).map(([scope, line]) => [scope, line.counters]));
}

/** Stored values by name, in published units. */
export function published(league: League, values: Values): Record<string, number> {
  return Object.fromEntries(
    league.sport.counters.map((counter, position) => [
      counter.name,
      (values[position] ?? 0) / (counter.perUnit ?? 1),
    ]),
  );
}
