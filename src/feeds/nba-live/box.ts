/** The NBA live box score: teams, roster, starters, officials, arena, official lines. */
import { z } from 'zod';
import type { OfficialLine, PlayerRef, TeamRef } from '../../plays/game.ts';
import type { Side } from '../../plays/play.ts';
import { check, officialCells, playersById } from '../check.ts';
import type { Document, GameFacts } from '../feed.ts';

/** Box fields and our counters. */
const PLAYER_CELLS: Readonly<Record<string, string>> = {
  points: 'pts',
  fieldGoalsMade: 'fgm',
  fieldGoalsAttempted: 'fga',
  threePointersMade: 'fg3m',
  threePointersAttempted: 'fg3a',
  freeThrowsMade: 'ftm',
  freeThrowsAttempted: 'fta',
  reboundsOffensive: 'oreb',
  reboundsDefensive: 'dreb',
  reboundsTotal: 'reb',
  assists: 'ast',
  steals: 'stl',
  blocks: 'blk',
  turnovers: 'tov',
  foulsPersonal: 'pf',
  plusMinusPoints: 'plus_minus',
};

const Statistics = z.looseObject({ minutes: z.string() });
const Player = z.looseObject({
  personId: z.int().positive(),
  name: z.string(),
  starter: z.string(),
  played: z.string(),
  position: z.string().optional(),
  statistics: Statistics,
});
const Team = z.looseObject({
  teamId: z.int().positive(),
  teamName: z.string(),
  teamCity: z.string(),
  teamTricode: z.string(),
  score: z.int(),
  statistics: Statistics,
  players: z.array(z.unknown()),
});
const BoxScore = z.looseObject({
  game: z.looseObject({
    gameId: z.string().regex(/^\d{10}$/, 'not a ten-digit game id'),
    gameTimeUTC: z.iso.datetime('not a UTC instant'),
    gameTimeLocal: z.string().optional(),
    homeTeam: z.unknown(),
    awayTeam: z.unknown(),
    arena: z
      .looseObject({
        arenaId: z.int(),
        arenaName: z.string(),
        arenaCity: z.string().nullish(),
        arenaTimezone: z.string().nullish(),
      })
      .optional(),
    officials: z.array(z.looseObject({ personId: z.int(), name: z.string() })).default([]),
  }),
});

/** Everything a live box score adds to the plays. Minutes are exact to the hundredth. */
export function readLiveBox(document: Document): GameFacts {
  const { file } = document;
  const value = document.content.kind === 'json' ? document.content.value : null;
  const { game } = check(BoxScore, value, file, '$');
  const players: PlayerRef[] = [];
  const lines: OfficialLine[] = [];
  const teams = (['home', 'away'] as const).map((side) =>
    readTeam(game[`${side}Team`], side, file, players, lines),
  );
  const [home, away] = teams;
  if (home === undefined || away === undefined) throw new RangeError('a game has two sides');
  playersById(players, file, '$.game');
  const arena = game.arena;
  return {
    home: home.ref,
    away: away.ref,
    date: game.gameTimeLocal?.slice(0, 10) ?? null,
    scheduledAt: Date.parse(game.gameTimeUTC),
    players,
    officials: game.officials.map((official) => ({ id: String(official.personId), name: official.name })),
    venue:
      arena === undefined
        ? null
        : {
            id: String(arena.arenaId),
            name: arena.arenaName,
            city: arena.arenaCity ?? null,
            zone: arena.arenaTimezone ?? null,
          },
    lines,
    tolerance: {},
    score: { home: home.score, away: away.score },
  };
}

function readTeam(
  value: unknown,
  side: Side,
  file: string,
  players: PlayerRef[],
  lines: OfficialLine[],
): { ref: TeamRef; score: number } {
  const place = `$.game.${side}Team`;
  const team = check(Team, value, file, place);
  for (const [position, entry] of team.players.entries()) {
    const player = check(Player, entry, file, `${place}.players[${position}]`);
    const id = String(player.personId);
    const played = player.played === '1';
    players.push({
      id,
      name: player.name,
      side,
      starter: player.starter === '1',
      position: player.position ?? null,
      played,
    });
    if (played)
      lines.push({
        side,
        playerId: id,
        counters: {
          ...counters(player.statistics, file, `${place}.players[${position}].statistics`),
          games: 1,
        },
      });
  }
  lines.push({ side, playerId: null, counters: teamCounters(team.statistics, file, `${place}.statistics`) });
  return {
    ref: { id: String(team.teamId), tricode: team.teamTricode, city: team.teamCity, name: team.teamName },
    score: team.score,
  };
}

function counters(statistics: Record<string, unknown>, file: string, place: string): Record<string, number> {
  const result = officialCells(statistics, PLAYER_CELLS, file, place);
  const seconds = readMinutes(statistics.minutes);
  return seconds === null ? result : { ...result, seconds };
}

/** Team counters, and the fields of the box that add up to them. */
const TEAM_SUMS: Readonly<Record<string, readonly string[]>> = {
  oreb: ['reboundsOffensive', 'reboundsTeamOffensive'],
  dreb: ['reboundsDefensive', 'reboundsTeamDefensive'],
  reb: ['reboundsPersonal', 'reboundsTeam'],
  tov: ['turnovers', 'turnoversTeam'],
};

/** A team's rebounds and turnovers include its own, which the box keeps apart; without both no cell is compared. */
function teamCounters(
  statistics: Record<string, unknown>,
  file: string,
  place: string,
): Record<string, number> {
  const result = counters(statistics, file, place);
  for (const [counter, fields] of Object.entries(TEAM_SUMS)) {
    const cells = Object.fromEntries(fields.map((field) => [field, field]));
    const parts = Object.values(officialCells(statistics, cells, file, place));
    if (parts.length === fields.length) result[counter] = parts.reduce((sum, value) => sum + value, 0);
    else delete result[counter];
  }
  return result;
}

/** "PT20M46.00S" is 1246 seconds. */
function readMinutes(value: unknown): number | null {
  const match = typeof value === 'string' ? /^PT(\d+)M(\d+(?:\.\d+)?)S$/.exec(value) : null;
  return match === null ? null : Math.round((Number(match[1]) * 60 + Number(match[2])) * 100) / 100;
}
