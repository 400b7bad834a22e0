/** A league at an instant: the games going on, and what their teams average, now and in the season so far. */
import type pg from 'pg';
import { type League, seasonLabel } from '../sports/leagues.ts';
import { periodEnd } from '../sports/sport.ts';
import { add, type Vector } from '../store/careers.ts';
import { frameOf, readBoxes } from './box.ts';
import { combine } from './combine.ts';
import { describeGame, type GameRow, readGamesOf } from './game-state.ts';
import { statusOf } from './game-status.ts';
import { formatInstant } from './instant.ts';
import { readLeaderLines } from './leader-lines.ts';
import { newestBasis } from './ledger.ts';
import { type Counters, toStatLine, zeroValues } from './published.ts';
import { type AsOf, type Db, inSnapshot } from './query.ts';
import { readBegunYear } from './results.ts';

/** The answer. `date` is the instant's in the league's zone. */
export async function answerLeagueState(pool: pg.Pool, league: League, date: string, asOf: AsOf) {
  return inSnapshot(pool, async (db) => {
    const games = await readGamesOf(db, league.code, date, asOf);
    const current = games.filter((row) => statusOf(row, asOf) === 'in_progress');
    const frames = current.map((row) => frameOf(row, asOf));
    const boxes = await readBoxes(db, league, 'team', frames, asOf.basis);
    const lines = boxes.flat().map(({ counters }) => counters ?? zeroValues(league.sport));
    return {
      league: league.code,
      as_of: formatInstant(asOf.at),
      boundary: asOf.boundary,
      basis: asOf.basis ?? (await newestBasis(db)),
      in_progress: {
        games: current.map((row) => ({
          ...describeGame(league, row, asOf).game,
          ...describeGame(league, row, asOf).state,
        })),
        per_team: averages(league, lines),
        pace: paceOf(league, current),
      },
      season: await seasonAverages(db, league, asOf),
    };
  });
}

/** Means of each counter, and what is derived from the sums; null without a line. */
function averages(league: League, lines: readonly Vector[], games = lines.length) {
  if (games === 0) return null;
  const sum = lines.reduce((a, b) => add(a, b), zeroValues(league.sport));
  const { counters, derived } = toStatLine(league.sport, sum);
  const means: Counters = {};
  for (const [name, value] of Object.entries(counters)) {
    means[name] = value === null ? null : Math.round((value / games) * 1000) / 1000;
  }
  return { lines: games, counters: means, derived };
}

/** What a team would score in a game of regulation length at the rate so far; null before any time has run. */
function paceOf(league: League, games: readonly GameRow[]) {
  const elapsed = games.reduce((sum, game) => sum + (game.elapsed ?? 0), 0);
  if (elapsed === 0) return null;
  const scored = games.reduce((sum, game) => sum + (game.home_score ?? 0) + (game.away_score ?? 0), 0);
  const regulation = periodEnd(league.clock, league.clock.regulationPeriods);
  return { score_per_regulation: Math.round((scored / 2 / elapsed) * regulation * 10) / 10 };
}

/** Means a team and game of the season of the last game begun, every type of its games together. */
async function seasonAverages(db: Db, league: League, asOf: AsOf) {
  const year = await readBegunYear(db, league, asOf);
  if (year === null) return null;
  const wanted = { league, kind: 'team', seasonType: 'all', year } as const;
  const positions = league.sport.counters.map((_, position) => position);
  const rows = await readLeaderLines(db, { ...wanted, positions }, asOf);
  const lines = rows.map((row) => combine(league.sport, 'team', row, asOf).season);
  const games = lines.reduce((sum, line) => sum + (line[0] ?? 0), 0);
  const per_team = averages(league, lines, games);
  return per_team === null
    ? null
    : { season: seasonLabel(league, year), teams: lines.length, per_team_and_game: per_team };
}
