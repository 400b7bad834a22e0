/** Official totals of season parts, drawn at random: as files, and as the naive model takes them. */
import { DateTime } from 'luxon';
import type { NormalGame } from '../../src/plays/game.ts';
import type { Random } from '../../src/simulate/random.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import type { Cells, Statement } from './naive-totals.ts';
import { type Ids, playerName } from './tiny-files.ts';
import { PLAYERS, TEAMS } from './tiny-game.ts';

const league = leagueNamed('nba');

/** Season parts with totals; the first has no plays. */
export const PARTS = [
  { season: '2020-21', type: 'regular', firstDay: '2020-12-22', lastDay: '2021-05-16' },
  { season: '2021-22', type: 'regular', firstDay: '2021-10-12', lastDay: '2022-04-10' },
  { season: '2022-23', type: 'regular', firstDay: '2022-12-18', lastDay: '2023-04-09' },
] as const satisfies readonly (NormalGame['part'] & { firstDay: string; lastDay: string })[];

const STATED = 'games pts fgm fga fg3m fg3a ftm fta oreb dreb reb ast stl blk tov pf'.split(' ');

/** The season dates of the parts, as a file. */
export function datesFile(): string {
  const lines = PARTS.map((part) => [part.season, part.type, part.firstDay, part.lastDay].join());
  return `${['season,season_type,first_day,last_day', ...lines].join('\n')}\n`;
}

/** When a season part is over wherever its league plays. */
export function certainAt({ lastDay }: { readonly lastDay: string }): number {
  return DateTime.fromISO(lastDay, { zone: league.lastZone }).plus({ days: 1 }).startOf('day').toMillis();
}

/** Totals of somebody's season part, some of them not recorded. */
export function drawTotals(random: Random, ids: Ids): { csv: string; statement: Omit<Statement, 'basis'> } {
  const player = random.whole(0, TEAMS * PLAYERS - 1);
  const part = random.pick(PARTS);
  const cells = new Map<string, number | null>(
    STATED.map((name) => [name, name !== 'games' && random.chance(0.1) ? null : random.whole(1, 90)]),
  );
  const counters: Cells = league.sport.counters.map(({ name, perUnit = 1 }) => {
    const value = cells.get(name) ?? null;
    return value === null ? null : value * perUnit;
  });
  const playerId = String(ids.player(player));
  const row = [playerId, playerName(player), part.season, part.type, 'ABC'];
  const header = ['player_id', 'player_name', 'season', 'season_type', 'team', ...STATED].join();
  const csv = `${header}\n${[...row, ...STATED.map((name) => cells.get(name) ?? '')].join()}\n`;
  return { csv, statement: { playerId, part, at: certainAt(part), counters } };
}
