/** A league at an instant: the games going on, and what their teams average, now and in the season so far. */
import type pg from 'pg';
import { partOfOrder } from '../plays/game.ts';
import { type League, seasonLabel } from '../sports/leagues.ts';
import { periodEnd } from '../sports/sport.ts';
import { add, type Vector } from '../store/careers.ts';
import { readBox } from './box.ts';
import { combine } from './combine.ts';
import { readEntity } from './entity.ts';
import { describeGame, type GameRow, readGamesOf } from './game-state.ts';
import { statusOf } from './game-status.ts';
import { formatInstant } from './instant.ts';
import { newestBasis } from './ledger.ts';
import { type Counters, toStatLine, zeroValues } from './published.ts';
import { type AsOf, type Db, inSnapshot } from './query.ts';
import { readTeamsOfSeason } from './season-teams.ts';

/** The answer. `date` is the instant's in the league's zone. */
export async function answerLeagueState(pool: pg.Pool, league: League, date: string, asOf: AsOf) {
  return inSnapshot(pool, async (db) => {
    const games = await readGamesOf(db, league.code, date, asOf);
    const current = games.filter((row) => statusOf(row, asOf) === 'in_progress');
    const lines: Vector[] = [];
    for (const row of current) lines.push(...(await teamLines(db, league, row, asOf)));
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

async function teamLines(db: Db, league: League, row: GameRow, asOf: AsOf): Promise<Vector[]> {
  const box = await readBox(
    db,
    league,
    'team',
    {
      key: row.game_key,
      firstPlayAt: row.first_play_at ?? 0,
      elapsed: row.elapsed,
      homeScore: row.home_score,
      awayScore: row.away_score,
    },
    asOf,
  );
  return box.map(({ counters }) => counters ?? zeroValues(league.sport));
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
  const season = await readTeamsOfSeason(db, league, asOf);
  if (season === null) return null;
  const lines: Vector[] = [];
  for (const key of season.teams) {
    const row = await readEntity(db, league, 'team', key, asOf, 'all', 'none');
    // A team whose first play is of this very instant may stand in its last season still (`boundary=before`).
    if (row.season_order !== null && partOfOrder(row.season_order).year === season.year) {
      lines.push(combine(league.sport, 'team', row, asOf).season);
    }
  }
  const games = lines.reduce((sum, line) => sum + (line[0] ?? 0), 0);
  const per_team = averages(league, lines, games);
  return per_team === null
    ? null
    : { season: seasonLabel(league, season.year), teams: lines.length, per_team_and_game: per_team };
}
