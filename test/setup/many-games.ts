/** Files of many games, of the simulator's: rows of stats v2, mixed or one game after the other, and JSON a line. */
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { type SeasonOptions, seasonSchedule, simulateSeason } from '../../src/simulate/season.ts';
import { STATS_V2_SCHEDULE_HEADER, toStatsV2Csv, toStatsV2ScheduleRow } from '../../src/simulate/stats-v2.ts';

export interface ManyGames {
  readonly games: readonly SimulatedGame[];
  /** The rows of each game, without their header. */
  readonly rows: readonly (readonly string[])[];
  readonly header: string;
  /** The schedule that dates them. */
  readonly schedule: string;
}

/** A season's games as stats v2. */
export function manyGames(options: SeasonOptions): ManyGames {
  const games = [...simulateSeason(options)];
  const files = games.map((game) => toStatsV2Csv(game).trimEnd().split('\n'));
  const dates = seasonSchedule(options).map(toStatsV2ScheduleRow);
  return {
    games,
    header: files[0]?.[0] ?? '',
    rows: files.map((lines) => lines.slice(1)),
    schedule: `${[STATS_V2_SCHEDULE_HEADER, ...dates].join('\n')}\n`,
  };
}

/** One game after the other. */
export function inTurn({ header, rows }: Pick<ManyGames, 'header' | 'rows'>): string {
  return `${[header, ...rows.flat()].join('\n')}\n`;
}

/** The first row of each, the second of each, and so on. */
export function mixed({ header, rows }: Pick<ManyGames, 'header' | 'rows'>): string {
  const longest = Math.max(...rows.map((game) => game.length));
  const lines = Array.from({ length: longest }, (_, place) => rows.flatMap((game) => game[place] ?? []));
  return `${[header, ...lines.flat()].join('\n')}\n`;
}

/** The documents of games, one a line: play-by-play and box score. */
export function asLines(games: readonly SimulatedGame[]): string {
  return games
    .map((game) => `${JSON.stringify(game.playbyplay)}\n${JSON.stringify(game.boxscore)}\n`)
    .join('');
}
