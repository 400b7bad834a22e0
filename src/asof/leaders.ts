/** Who leads in a counter or derived stat at an instant: in the games of the day, the season, or ever. */
import type pg from 'pg';
import { partOfOrder, type SeasonType } from '../plays/game.ts';
import { type League, seasonLabel } from '../sports/leagues.ts';
import type { Sport } from '../sports/sport.ts';
import { readBox } from './box.ts';
import { combine, type Scope } from './combine.ts';
import type { LineAt } from './doubt.ts';
import type { Kind } from './entity.ts';
import { readGamesOf } from './game-state.ts';
import { statusOf } from './game-status.ts';
import { formatInstant } from './instant.ts';
import { readEndAt } from './interval-end.ts';
import {
  type LeaderLine,
  type LeadersWanted,
  readKeys,
  readLeaderLines,
  readNames,
  readNewestYear,
} from './leader-lines.ts';
import { newestBasis } from './ledger.ts';
import { type StatLine, toStatLine } from './published.ts';
import { type AsOf, type Db, inSnapshot } from './query.ts';
import { type Direction, type Entry, firstOf, type Ranked, type Ranking, rank } from './ranking.ts';

export interface LeadersQuestion {
  readonly league: League;
  readonly kind: Kind;
  /** Name of a counter or of a derived stat. */
  readonly stat: string;
  readonly scope: Scope;
  readonly seasonType: SeasonType | 'all';
  readonly asOf: AsOf;
  /** The date of the instant in the league's zone, `YYYY-MM-DD`: whose games count in the scope of a game. */
  readonly date: string;
  /** Least values of counters, by name. */
  readonly least: Readonly<Record<string, number>>;
  readonly direction: Direction;
  readonly limit: number;
}

interface Leader extends Entry {
  readonly key: number;
  readonly games: number | null;
  /** In the scope of a game. */
  readonly game: { readonly key: number; readonly id: string } | null;
}

interface Entries {
  /** In which the season begins, in the scope of one. */
  readonly year: number | null;
  /** The first of the ranking at least, with everybody who shares a rank with one of them. */
  readonly entries: readonly Leader[];
  readonly ranked: number;
}

interface Found {
  readonly basis: number;
  readonly year: number | null;
  readonly ranked: number;
  readonly ranking: Ranking<Leader>;
  readonly bounds: readonly (ValueBounds | null)[];
}

interface ValueBounds {
  readonly min: number;
  readonly max: number;
}

/** The answer. Ranks go by the best value; a leader's bounds are shown where the instant leaves his value in doubt. */
export async function answerLeaders(pool: pg.Pool, question: LeadersQuestion) {
  const { league, kind, asOf } = question;
  const { basis, year, ranked, ranking, bounds } = await inSnapshot(pool, (db) => readLeaders(db, question));
  return {
    league: league.code,
    of: kind,
    counter: question.stat,
    scope: question.scope,
    season: year === null ? null : seasonLabel(league, year),
    season_type: question.seasonType,
    as_of: formatInstant(asOf.at),
    boundary: asOf.boundary,
    basis,
    order: question.direction,
    min: question.least,
    ranked,
    leaders: ranking.leaders.map(({ rank: place, tied, entry }, position) => ({
      rank: place,
      tied,
      [kind]: { id: entry.id, name: entry.name },
      game_id: entry.game?.id ?? null,
      games: entry.games,
      value: entry.value,
      bounds: bounds[position] ?? null,
    })),
    more_tied: ranking.moreTied,
  };
}

async function readLeaders(db: Db, question: LeadersQuestion): Promise<Found> {
  const { asOf, scope, direction, limit } = question;
  const basis = asOf.basis ?? (await newestBasis(db));
  const { year, entries, ranked } =
    scope === 'game' ? await entriesOfGames(db, question) : await entriesOfLines(db, question);
  const ranking = rank(entries, direction, limit);
  const bounds = await boundsOf(db, question, ranking.leaders, year);
  return { basis, year, ranked, ranking, bounds };
}

/** Of everybody in the games that are going on or were begun on the day: what they did in them. */
async function entriesOfGames(db: Db, question: LeadersQuestion): Promise<Entries> {
  const { league, kind, asOf, date, seasonType } = question;
  const found: Omit<Leader, 'key'>[] = [];
  for (const row of await readGamesOf(db, league.code, date, asOf)) {
    const status = statusOf(row, asOf);
    const counts = status === 'in_progress' || (status === 'final' && row.game_date === date);
    if (!counts || (seasonType !== 'all' && row.season_type !== seasonType)) continue;
    const end = row.last_play_at ?? asOf.at;
    const within: AsOf = asOf.at > end ? { at: end, boundary: 'at', basis: asOf.basis } : asOf;
    const frame = {
      key: row.game_key,
      firstPlayAt: row.first_play_at ?? 0,
      elapsed: row.elapsed,
      homeScore: row.home_score,
      awayScore: row.away_score,
    };
    for (const { id, name, counters } of await readBox(db, league, kind, frame, within)) {
      const line = counters === null ? null : toStatLine(league.sport, counters);
      const value = line === null ? null : statOf(question, line);
      if (line === null || value === null) continue;
      const game = { key: row.game_key, id: row.game_id };
      found.push({ id, name, value, games: line.counters.games ?? null, game });
    }
  }
  const keys = await readKeys(
    db,
    question,
    found.map(({ id }) => id),
  );
  const entries = found.map((one) => ({ ...one, key: keys.get(one.id) ?? 0 }));
  return { year: null, entries, ranked: entries.length };
}

/** Of everybody with a line in the season of the instant, or ever. */
async function entriesOfLines(db: Db, question: LeadersQuestion): Promise<Entries> {
  const { league, kind, asOf, scope, seasonType, direction, limit } = question;
  const positions = positionsOf(question);
  const sport = onlyCounters(league.sport, positions);
  const wanted = { league, kind, seasonType, positions };
  const { year, rows } = await linesOf(db, question, wanted);
  const valued = rows.flatMap((row) => {
    const line = toStatLine(sport, combine(sport, kind, row, asOf)[scope]);
    const value = statOf(question, line);
    return value === null ? [] : [{ key: row.key, value, games: line.counters.games ?? null }];
  });
  const first = firstOf(valued, direction, limit);
  const keys = first.map(({ key }) => key);
  const names = await readNames(db, wanted, keys, asOf);
  const entries = first.flatMap((one) => {
    const named = names.get(one.key);
    return named === undefined ? [] : [{ ...one, id: named.id, name: named.name, game: null }];
  });
  return { year, entries, ranked: valued.length };
}

/** Lines of careers, or of the newest season that anybody has a line in. */
async function linesOf(
  db: Db,
  { scope, asOf }: LeadersQuestion,
  wanted: Omit<LeadersWanted, 'year'>,
): Promise<{ readonly year: number | null; readonly rows: readonly LeaderLine[] }> {
  if (scope === 'career')
    return { year: null, rows: await readLeaderLines(db, { ...wanted, year: null }, asOf) };
  let year = await readNewestYear(db, wanted, asOf, null);
  while (year !== null) {
    const rows = await readLeaderLines(db, { ...wanted, year }, asOf);
    if (rows.length > 0) return { year, rows };
    year = await readNewestYear(db, wanted, asOf, year);
  }
  return { year, rows: [] };
}

/** The stat of a line; null where it has none, or where the line stays below a minimum. */
function statOf({ stat, least }: LeadersQuestion, { counters, derived }: StatLine): number | null {
  const isEnough = Object.entries(least).every(([name, value]) => (counters[name] ?? -1) >= value);
  return isEnough ? (counters[stat] ?? derived[stat] ?? null) : null;
}

/** Counters that the answer needs: one stat and the minimums, or all where the stat is derived. */
function positionsOf({ league, stat, least }: LeadersQuestion): number[] {
  const { counters, derived } = league.sport;
  const isDerived = derived.some(({ name }) => name === stat);
  const names = new Set(['games', stat, ...Object.keys(least)]);
  return counters.flatMap(({ name }, position) => (isDerived || names.has(name) ? [position] : []));
}

/** The sport as if it had no other counters; derived stats only where none is missing. */
function onlyCounters(sport: Sport, positions: readonly number[]): Sport {
  if (positions.length === sport.counters.length) return sport;
  return {
    ...sport,
    counters: sport.counters.filter((_, position) => positions.includes(position)),
    derived: [],
  };
}

/** Least and greatest value of each leader where the instant lies inside the interval of a play. */
async function boundsOf(
  db: Db,
  question: LeadersQuestion,
  leaders: readonly Ranked<Leader>[],
  year: number | null,
): Promise<(ValueBounds | null)[]> {
  const { league, kind, asOf, scope, seasonType } = question;
  const bounds: (ValueBounds | null)[] = [];
  for (const { entry } of leaders) {
    const end = await readEndAt(db, { league, kind, key: entry.key, seasonType }, asOf);
    const values = end.doubtful.flatMap(({ line, place }) => {
      if (!isOfScope(question, entry, line, year)) return [];
      const { counters, derived } = toStatLine(league.sport, combine(league.sport, kind, line, place)[scope]);
      const value = counters[question.stat] ?? derived[question.stat] ?? null;
      return value === null ? [] : [value];
    });
    const all = [entry.value, ...values];
    const [min, max] = [Math.min(...all), Math.max(...all)];
    bounds.push(min === max ? null : { min, max });
  }
  return bounds;
}

/** Whether a state in doubt is one of the game, or of the season, that is ranked. */
function isOfScope(
  { scope }: LeadersQuestion,
  { game }: Leader,
  line: Pick<LineAt, 'game_key' | 'season_order'>,
  year: number | null,
): boolean {
  if (scope === 'game') return line.game_key === game?.key;
  return scope === 'career' || (line.season_order !== null && partOfOrder(line.season_order).year === year);
}
