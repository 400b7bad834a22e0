/** Who leads in a counter or derived stat at an instant: in the games of the day, the season, or ever. */
import type pg from 'pg';
import { seasonLabel } from '../sports/leagues.ts';
import { frameOf, readBoxes } from './box.ts';
import { combine } from './combine.ts';
import { linesOfSides, readGameBoxes } from './game-box.ts';
import { readGamesOf } from './game-state.ts';
import { statusOf } from './game-status.ts';
import { isOften, readHeldLines } from './held-seasons.ts';
import { formatInstant } from './instant.ts';
import { knownNow } from './knowledge.ts';
import { boundsOf } from './leader-bounds.ts';
import {
  type LeaderLine,
  type LeadersWanted,
  readLeaderLines,
  readLinesOf,
  readNames,
  readNewestYear,
} from './leader-lines.ts';
import type { Leader, LeadersQuestion } from './leaders-question.ts';
import { newestBasis } from './ledger.ts';
import { type Db, inSnapshot } from './query.ts';
import { firstOf, type Ranking, rank } from './ranking.ts';
import { readSeasonLines, standOf } from './season-lines.ts';
import { type ChosenStat, chooseStat, type StatValue } from './stat-value.ts';

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
}

/** The answer. Ranks go by the best value; a leader's bounds are shown where the instant leaves his value in doubt. */
export async function answerLeaders(pool: pg.Pool, question: LeadersQuestion) {
  const { league, kind, asOf } = question;
  const { basis, year, ranked, ranking } =
    (await leadersHeld(pool, question)) ?? (await inSnapshot(pool, (db) => readLeaders(db, question)));
  // Read at the basis of the ranking, so that no ingest falls between.
  const bounds = await boundsOf(
    pool,
    { ...question, asOf: { ...asOf, basis } },
    ranking.leaders,
    year,
    basis,
  );
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
  const { league, kind, asOf, scope, stat, least, direction, limit } = question;
  const basis = asOf.basis ?? (await newestBasis(db));
  const chosen = chooseStat(league.sport, kind, stat, least);
  const { year, entries, ranked } =
    scope === 'game'
      ? await entriesOfGames(db, question, chosen)
      : await entriesOfLines(db, question, chosen);
  return { basis, year, ranked, ranking: rank(entries, direction, limit) };
}

/** Of everybody in the games that are going on or were begun on the day: what they did in them. */
async function entriesOfGames(db: Db, question: LeadersQuestion, chosen: ChosenStat): Promise<Entries> {
  const { league, kind, asOf, date, seasonType } = question;
  const games = (await readGamesOf(db, league.code, date, asOf)).filter((row) => {
    const status = statusOf(row, asOf);
    const counts = status === 'in_progress' || (status === 'final' && row.game_date === date);
    return counts && (seasonType === 'all' || row.season_type === seasonType);
  });
  const frames = games.map((row) => frameOf(row, asOf));
  const boxes =
    chosen.figure === null
      ? (await readBoxes(db, league, kind, frames, asOf.basis)).map((rows) => ({ rows, beside: null }))
      : (await readGameBoxes(db, league, frames, asOf.basis)).map((box) => ({
          rows: kind === 'player' ? box.players : box.teams,
          beside: linesOfSides(league.sport, box),
        }));
  const entries = games.flatMap(({ game_key, game_id }, position) => {
    const { rows = [], beside = null } = boxes[position] ?? {};
    return rows.flatMap(({ key, id, name, side, counters }): Leader[] => {
      const value = counters === null ? null : chosen.ofWhole(counters, beside?.[side]);
      return value === null ? [] : [{ ...value, key, id, name, game: { key: game_key, id: game_id } }];
    });
  });
  return { year: null, entries, ranked: entries.length };
}

/** Of everybody with a line in the season of the instant, or ever. */
async function entriesOfLines(db: Db, question: LeadersQuestion, chosen: ChosenStat): Promise<Entries> {
  const { league, kind, asOf, scope, seasonType } = question;
  const wanted = { league, kind, seasonType, positions: chosen.positions };
  const { year, rows } = await linesOf(db, question, wanted);
  const lines = rows.map((row) => ({ row, line: combine(chosen.sport, kind, row, asOf)[scope] }));
  const standsOf = () =>
    lines.map(({ row, line }) => standOf(row.key, row, line[0] ?? null, seasonType, asOf));
  const beside =
    chosen.figure === null
      ? null
      : await readSeasonLines(db, league, kind, [chosen.figure], standsOf(), asOf);
  const valued = lines.flatMap(({ row, line }) => {
    const value = chosen.of(line, beside?.get(row.key));
    return value === null ? [] : [{ ...value, key: row.key }];
  });
  return named(db, question, year, valued);
}

async function named(
  db: Db,
  { league, kind, asOf, direction, limit }: LeadersQuestion,
  year: number | null,
  valued: readonly (StatValue & { readonly key: number })[],
): Promise<Entries> {
  const first = firstOf(valued, direction, limit);
  const keys = first.map(({ key }) => key);
  const names = await readNames(db, { league, kind }, keys, asOf);
  const entries = first.flatMap((one) => {
    const known = names.get(one.key);
    return known === undefined ? [] : [{ ...one, id: known.id, name: known.name, game: null }];
  });
  return { year, entries, ranked: valued.length };
}

/**
 * The leaders of a season that is often asked about, or of careers, from what is kept in the process, and of those who
 * play just now from their running rows; null where it is not asked often, where other lines of the games are needed, or
 * where an ingest fell between.
 */
async function leadersHeld(pool: pg.Pool, question: LeadersQuestion): Promise<Found | null> {
  const { league, kind, scope, seasonType, stat, least, direction, limit } = question;
  const chosen = chooseStat(league.sport, kind, stat, least);
  if (scope === 'game' || chosen.figure !== null) return null;
  const basis = question.asOf.basis ?? (await knownNow(pool));
  const asOf = { ...question.asOf, basis };
  const wanted = { league, kind, seasonType, positions: chosen.positions };
  let year = await readNewestYear(pool, wanted, asOf, null);
  while (year !== null) {
    if (!isOften(pool, `${league.code} ${kind} ${scope === 'career' ? scope : year}`)) return null;
    const of = scope === 'career' ? null : year;
    const { lines, unsure } = await readHeldLines(pool, { ...wanted, scope, year }, asOf);
    const rows = await readLinesOf(pool, { ...wanted, year: of }, question.asOf, unsure);
    if (rows.some((row) => row.basis !== basis)) return null;
    const read = rows.map((row) => ({ key: row.key, line: combine(chosen.sport, kind, row, asOf)[scope] }));
    const valued = [...lines, ...read].flatMap(({ key, line }) => {
      const value = chosen.of(line);
      return value === null ? [] : [{ ...value, key }];
    });
    if (scope === 'career' || lines.length + read.length > 0) {
      const { entries, ranked } = await named(pool, { ...question, asOf }, of, valued);
      return { basis, year: of, ranked, ranking: rank(entries, direction, limit) };
    }
    year = await readNewestYear(pool, wanted, asOf, year);
  }
  return null;
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
