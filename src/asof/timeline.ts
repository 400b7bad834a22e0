/** How chosen counters grew: each place at which one of them changed, thinned on request, page by page. */
import type pg from 'pg';
import { partOfOrder, type SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { clockSeconds } from '../sports/clock.ts';
import { type League, seasonLabel } from '../sports/leagues.ts';
import { counterIndex, type Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { combine, type Lines, type Scope } from './combine.ts';
import { headOf, keyOf } from './directory.ts';
import { type LineAt, type Place, readLinesAt } from './doubt.ts';
import { readEntity } from './entity.ts';
import { formatInstant } from './instant.ts';
import type { Subject } from './interval-end.ts';
import { newestBasis } from './ledger.ts';
import { readNamedPlays } from './named-plays.ts';
import { type AsOf, type Boundary, type Db, inSnapshot, orderOf } from './query.ts';
import { readSeasonParts } from './season-parts.ts';
import { type Step, walk } from './walk.ts';

export interface TimelineQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  /** After the one instant, up to and with the other; the other way round with boundary `before`. */
  readonly from: number;
  readonly to: number;
  readonly boundary: Boundary;
  readonly basis: number | null;
  readonly scope: Scope;
  readonly seasonType: SeasonType | 'all';
  /** Names of counters of the sport. */
  readonly counters: readonly string[];
  /** Of each stretch of so many milliseconds, counted from `from`, only the last change. */
  readonly every: number | null;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after: Place | null;
}

/** Steps looked at for one page; a page may be short, with more to come. */
const MOST_STEPS = 50_000;

type Values = Record<string, number | null>;

interface Point {
  readonly step: Step;
  readonly values: Values;
}

interface Page {
  readonly basis: number;
  readonly start: Values | null;
  readonly points: readonly (Point & {
    readonly play: Awaited<ReturnType<typeof readNamedPlays>>[number] | null;
  })[];
  readonly next: Place | null;
}

/** The answer and where the next page begins, or null for a player or team that was not known. */
export async function answerTimeline(pool: pg.Pool, question: TimelineQuestion) {
  const { league, kind, id } = question;
  const key = await keyOf(pool, league, kind, id);
  if (key === null) return null;
  const { basis, start, points, next } = await inSnapshot(pool, (db) => readPage(db, question, key));
  const head = await headOf(pool, league, kind, key, basis);
  if (head === null) return null;
  const body = {
    league: league.code,
    [kind]: { id, name: head.name },
    scope: question.scope,
    season_type: question.seasonType,
    from: formatInstant(question.from),
    to: formatInstant(question.to),
    boundary: question.boundary,
    basis,
    every_ms: question.every,
    start: start === null ? null : { as_of: formatInstant(question.from), counters: start },
    points: points.map(({ step, values, play }) => ({
      wall_clock_time: formatInstant(step.at),
      precision: step.precision,
      earliest: formatInstant(step.earliest),
      latest: formatInstant(step.latest),
      ...seasonOf(league, step.season_order),
      game_id: step.game?.game_id ?? null,
      ...(play === null || play.play_id === null
        ? { play_id: null, period: null, clock_seconds: null }
        : {
            play_id: play.play_id,
            period: play.period,
            clock_seconds: clockSeconds(league.sport, play.clock),
          }),
      counters: values,
    })),
  };
  return { body, next };
}

/** Season and type that a season part's order names. */
export function seasonOf(league: League, order: number) {
  const { year, type } = partOfOrder(order);
  return { season: seasonLabel(league, year), season_type: type };
}

async function readPage(db: Db, question: TimelineQuestion, key: number): Promise<Page> {
  const { league, kind, from, to, boundary, basis, seasonType, counters } = question;
  const subject: Subject = { league, kind, key, seasonType };
  const asOf: AsOf = { at: from, boundary, basis };
  const opening = { at: from, order: orderOf(asOf) };
  const parts = await readSeasonParts(db, league, kind, key, seasonType, basis);
  const steps = walk(db, subject, {
    after: question.after ?? opening,
    until: { at: to, order: orderOf({ ...asOf, at: to }) },
    parts,
    basis,
    accruing: counters.some((name) => accrues(league.sport, name)),
  });
  const [line] = await readLinesAt(db, league, kind, key, [question.after ?? opening], seasonType, basis);
  const { points, next } = await pointsOf(steps, question, line);
  const played = points.filter(({ step }) => step.game !== null);
  const places = played.map(({ step }) => ({
    at: step.at,
    order: step.order,
    gameKey: step.game?.game_key ?? 0,
  }));
  const plays = await readNamedPlays(db, league.code, places, basis);
  const playAt = new Map(played.map((point, position) => [point, plays[position] ?? null]));
  return {
    basis: basis ?? (await newestBasis(db)),
    start: await startOf(db, question, key, asOf),
    points: points.map((point) => ({ ...point, play: playAt.get(point) ?? null })),
    next,
  };
}

/** The values at `from`; null in the scope of a game where none is going on. */
async function startOf(
  db: Db,
  { league, kind, seasonType, scope, counters }: TimelineQuestion,
  key: number,
  asOf: AsOf,
): Promise<Values | null> {
  const row = await readEntity(db, league, kind, key, asOf, seasonType, 'none');
  if (scope === 'game' && row.current_game_key === null) return null;
  const lines = combine(league.sport, kind, row, asOf);
  const isElsewhere = scope === 'game' && row.current_game_key !== row.game_key;
  return pick(league.sport, counters, isElsewhere ? null : lines[scope]);
}

/** Changes among the steps, until the page is full or enough was looked at. */
async function pointsOf(
  steps: AsyncIterable<Step>,
  { league, kind, from, boundary, scope, counters, every, limit }: TimelineQuestion,
  line: LineAt | undefined,
): Promise<{ points: Point[]; next: Place | null }> {
  const { sport } = league;
  const zeros = pick(sport, counters, null);
  const bucketOf = (at: number) =>
    every === null ? Number.NaN : (boundary === 'at' ? Math.ceil : Math.floor)((at - from) / every);
  const known = (lines: Lines) => pick(sport, counters, lines[scope]);
  let before =
    line === undefined
      ? zeros
      : known(combine(sport, kind, line, { at: line.wall_clock_time ?? 0, boundary: 'at' }));
  let game = line?.game_key ?? null;
  const points: Point[] = [];
  let last: Point | null = null;
  let looked = 0;
  const settle = () => {
    if (last === null) return;
    const key = last.step.game?.game_key ?? null;
    if (differ(last.values, scope === 'game' && key !== game ? zeros : before)) points.push(last);
    before = last.values;
    game = key;
  };
  for await (const step of steps) {
    if (scope === 'game' && step.game === null) continue;
    if (last !== null && bucketOf(last.step.at) !== bucketOf(step.at)) {
      settle();
      if (points.length >= limit || looked >= MOST_STEPS) {
        return { points, next: { at: last.step.at, order: last.step.order } };
      }
    }
    looked++;
    last = { step, values: known(step.lines) };
  }
  settle();
  return { points, next: null };
}

function accrues(sport: Sport, name: string): boolean {
  return sport.counters.some((counter) => counter.name === name && counter.accrues !== undefined);
}

/** Chosen counters in published units; zeros where there is no line. */
function pick(sport: Sport, names: readonly string[], line: Vector | null): Values {
  const index = counterIndex(sport);
  return Object.fromEntries(
    names.map((name) => {
      const position = index.get(name) ?? -1;
      const value = line === null ? 0 : (line[position] ?? null);
      return [name, value === null ? null : value / (sport.counters[position]?.perUnit ?? 1)];
    }),
  );
}

function differ(a: Values, b: Values): boolean {
  return Object.keys(a).some((name) => a[name] !== b[name]);
}
