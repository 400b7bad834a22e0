/** A game from playbyplayv2 rows, with box score and summary where they came along. */
import type { NormalGame, PlayerRef, TeamRef } from '../../plays/game.ts';
import type { Side } from '../../plays/play.ts';
import { leagueNamed, ONE_POINT } from '../../sports/leagues.ts';
import { BadInput, IncompleteInput } from '../bad-input.ts';
import type { GameBundle, GameFacts } from '../feed.ts';
import { partOfGame } from '../game-id.ts';
import { readBox, readSummary } from './box.ts';
import { minuteStamps } from './minute-clock.ts';
import { isPlayer, sideOf, toPlays } from './plays.ts';
import { readRows, type V2Row } from './row.ts';

/** Normalise a playbyplayv2 bundle. */
export function readStatsV2Game(bundle: GameBundle): NormalGame {
  const { file } = bundle.plays;
  const league = leagueNamed(bundle.league);
  const rows = readRows(bundle.plays);
  for (const row of rows) {
    if (row.gameId === bundle.gameId) continue;
    throw new BadInput(
      file,
      row.place,
      `a play of game ${row.gameId} among those of ${bundle.gameId}`,
      'correct its GAME_ID, or put it with its game',
    );
  }
  const summaryFile = bundle.companions.find((companion) => companion.role === 'summary')?.document;
  const boxFile = bundle.companions.find((companion) => companion.role === 'box')?.document;
  const summary = summaryFile === undefined ? null : readSummary(summaryFile);
  const home = summary?.home ?? teamOf(rows, 'home', file);
  const away = summary?.away ?? teamOf(rows, 'away', file);
  checkTeams(rows, home, away, file);
  checkSchedule(bundle, home, away);
  const date = bundle.schedule?.date ?? summary?.date ?? null;
  const part = bundle.schedule?.part ?? partOfGame(bundle.gameId);
  if (part === null) {
    throw new BadInput(
      file,
      'GAME_ID',
      `game ${bundle.gameId} counts toward no season (All-Star or cup final)`,
      'leave it out',
    );
  }
  if (date === null) {
    throw new IncompleteInput(
      file,
      'GAME_ID',
      `no schedule gives the date of game ${bundle.gameId}`,
      'load its schedule.csv or boxscoresummaryv2 with it or before it',
    );
  }
  const box = boxFile === undefined ? null : readBox(boxFile, home.id, away.id);
  const { stamps, orderKeys } = minuteStamps(rows, date, league.zone, league.clock, file);
  return {
    league: bundle.league,
    id: bundle.gameId,
    part,
    date,
    scheduledAt: bundle.schedule?.scheduledAt ?? null,
    feed: 'stats_v2',
    version: null,
    home,
    away,
    players: playersOf(rows, box),
    officials: summary?.officials ?? [],
    venue: null,
    plays: toPlays(rows, stamps, orderKeys, league.freeThrowValue ?? ONE_POINT),
    box:
      box === null && summary === null
        ? null
        : {
            lines: [...(box?.lines ?? []), ...(summary?.lines ?? [])],
            score: summary?.score ?? null,
            tolerance: box?.tolerance ?? {},
          },
  };
}

function teamOf(rows: readonly V2Row[], side: Side, file: string): TeamRef {
  for (const row of rows) {
    const person = row.people.find((slot) => isPlayer(slot) && sideOf(slot) === side && slot.team.id !== 0);
    if (person === undefined) continue;
    const { id, tricode, city, name } = person.team;
    return { id: String(id), tricode: tricode ?? String(id), city, name };
  }
  throw new BadInput(file, 'all rows', `no row names the ${side} team`, 'fetch the file again');
}

function checkTeams(rows: readonly V2Row[], home: TeamRef, away: TeamRef, file: string): void {
  for (const row of rows) {
    for (const person of row.people) {
      const side = sideOf(person);
      const id = isPlayer(person) ? person.team.id : person.type === 2 || person.type === 3 ? person.id : 0;
      if (side === null || id === 0) continue;
      const expected = side === 'home' ? home.id : away.id;
      if (String(id) === expected) continue;
      throw new BadInput(
        file,
        row.place,
        `team ${id} does not play in this game (${away.id} at ${home.id})`,
        'correct the row',
      );
    }
  }
}

function checkSchedule(bundle: GameBundle, home: TeamRef, away: TeamRef): void {
  const { schedule } = bundle;
  if (schedule === null) return;
  const wrong = (['home', 'away'] as const).find((side) => {
    const team = side === 'home' ? home : away;
    return schedule[side].id === null
      ? schedule[side].tricode !== team.tricode
      : schedule[side].id !== team.id;
  });
  if (wrong === undefined) return;
  throw new BadInput(
    bundle.plays.file,
    'PLAYER1_TEAM_ID',
    `the schedule has ${schedule.away.tricode} at ${schedule.home.tricode}, the plays ${away.tricode} at ${home.tricode}`,
    'check the schedule and the game id',
  );
}

/** Everybody the rows name, and whoever the box lists besides. */
function playersOf(rows: readonly V2Row[], box: GameFacts | null): PlayerRef[] {
  const players = new Map<string, PlayerRef>((box?.players ?? []).map((player) => [player.id, player]));
  for (const row of rows) {
    for (const person of row.people) {
      const side = sideOf(person);
      if (side === null || !isPlayer(person) || players.has(String(person.id))) continue;
      const id = String(person.id);
      players.set(id, { id, name: person.name ?? id, side, starter: null, position: null, played: null });
    }
  }
  return [...players.values()];
}
