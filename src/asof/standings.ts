/** The table of a season part as of an instant: final scores of the games that were over by then. */
import type pg from 'pg';
import { partOfOrder, SEASON_TYPES, type SeasonType, seasonOrder } from '../plays/game.ts';
import { clockRules, type League, partNamed, seasonLabel } from '../sports/leagues.ts';
import { headOf } from './directory.ts';
import { statusOf } from './game-status.ts';
import { formatInstant } from './instant.ts';
import { newestBasis } from './ledger.ts';
import { type AsOf, inSnapshot } from './query.ts';
import { type ResultRow, readNewestPart, readResults } from './results.ts';
import { rankTable } from './table.ts';

export interface StandingsQuestion {
  readonly league: League;
  readonly asOf: AsOf;
  /** Label; null for the season of the last game begun by the instant. */
  readonly season: string | null;
  readonly seasonType: SeasonType;
}

/** The answer; without rows where no game of the part was over. */
export async function answerStandings(pool: pg.Pool, question: StandingsQuestion) {
  const { league, asOf, seasonType } = question;
  const { basis, order, results } = await inSnapshot(pool, async (db) => {
    const part =
      question.season === null
        ? await readNewestPart(db, league.code, SEASON_TYPES.indexOf(seasonType), asOf)
        : seasonOrder({ season: question.season, type: seasonType });
    return {
      basis: asOf.basis ?? (await newestBasis(db)),
      order: part,
      results: part === null ? [] : await readResults(db, league.code, part, asOf),
    };
  });
  const over = results.filter((row) => statusOf(row, asOf) === 'final');
  const ids = new Map(
    over.flatMap(
      (row) =>
        [
          [row.home_key, row.home_id],
          [row.away_key, row.away_id],
        ] as const,
    ),
  );
  const regulation = order === null ? 0 : clockRules(league, partNamed(league, order)).regulationPeriods;
  const table = rankTable(
    over.map((row) => ({
      home: row.home_key,
      away: row.away_key,
      homeScore: row.home_score,
      awayScore: row.away_score,
      late: row.period > regulation,
    })),
    league.sport.standing,
  );
  return {
    league: league.code,
    season: order === null ? question.season : seasonLabel(league, partOfOrder(order).year),
    season_type: seasonType,
    as_of: formatInstant(asOf.at),
    boundary: asOf.boundary,
    basis,
    ranked_by: league.sport.standing.points === null ? ('share' as const) : ('points' as const),
    games_over: over.length,
    games_in_progress: results.length - over.length,
    games_in_doubt: over.filter((row) => endsInDoubt(row, asOf)).length,
    teams: await Promise.all(
      table.map(async ({ key, ...row }) => {
        const head = await headOf(pool, league, 'team', key, basis);
        const id = ids.get(key) ?? '';
        return {
          team: { id, name: head?.name ?? id, tricode: head?.tricode ?? null },
          ...row,
        };
      }),
    ),
  };
}

/** Whether a game counted as over may have been going on still: the instant lies inside its last play's interval. */
function endsInDoubt({ latest }: ResultRow, { at, boundary }: AsOf): boolean {
  return boundary === 'at' ? latest > at : latest >= at;
}
