/**
 * A match from StatsBomb: events, with line-ups for those who did nothing. Neither holds the match's id, its
 * date, a wall clock, or who plays at home: the file's name gives the id, a schedule or the public record the rest.
 */
import { z } from 'zod';
import type { NormalGame, PlayerRef, TeamRef } from '../../plays/game.ts';
import type { Side } from '../../plays/play.ts';
import { BadInput, IncompleteInput } from '../bad-input.ts';
import { check, playersById } from '../check.ts';
import type { Document, GameBundle, ScheduledTeam, ScheduleEntry } from '../feed.ts';
import { Event, LineUps, type PlacedEvent } from './statsbomb-event.ts';
import { toPlays } from './statsbomb-plays.ts';
import { matchOnRecord } from './statsbomb-record.ts';
import { SCHEDULE_COLUMNS } from './statsbomb-schedule.ts';

const Events = z.array(z.unknown()).min(1, 'a match without events');

/** Normalise a bundle of events and, if there, line-ups. */
export function readStatsBombGame(bundle: GameBundle): NormalGame {
  const { file, content } = bundle.plays;
  const values = check(Events, content.kind === 'json' ? content.value : null, file, '$');
  const { schedule, kickOff } = scheduleOf(bundle, values);
  const events = values.map((value, position): PlacedEvent => {
    const place = `$[${position}]`;
    return { event: check(Event, value, file, place), place, raw: JSON.stringify(value) };
  });
  const sides = new Map<number, Side>([
    [Number(schedule.home.id), 'home'],
    [Number(schedule.away.id), 'away'],
  ]);
  const sideOf = (event: Event, place: string): Side => {
    const side = sides.get(event.team.id);
    if (side !== undefined) return side;
    throw new BadInput(
      file,
      `${place}.team.id`,
      `team ${event.team.id} (${event.team.name}) does not play in match ${bundle.gameId} by the schedule`,
      'check that the file is named by its match id, and the schedule',
    );
  };
  const boxFile = bundle.companions.find((companion) => companion.role === 'box')?.document;
  const players = playersOf(events, sideOf, boxFile === undefined ? [] : listed(boxFile, sides));
  const plays = toPlays(events, {
    file,
    kickOff,
    sideOf,
    starters: players.filter(({ starter }) => starter === true).map(({ id }) => id),
  });
  return {
    league: bundle.league,
    id: bundle.gameId,
    part: schedule.part,
    date: schedule.date,
    scheduledAt: kickOff,
    feed: 'statsbomb',
    version: null,
    home: team(schedule.home, 'home', events, sideOf),
    away: team(schedule.away, 'away', events, sideOf),
    players,
    officials: [],
    venue: null,
    plays,
    box: null,
  };
}

function scheduleOf(
  { plays, gameId, schedule: scheduled }: GameBundle,
  events: readonly unknown[],
): { schedule: ScheduleEntry; kickOff: number } {
  if (gameId === '') {
    throw new BadInput(
      plays.file,
      'name',
      'the file does not say which match it is of',
      'name it by the match id, as the provider does: 15986.json',
    );
  }
  const schedule = scheduled ?? matchOnRecord(gameId);
  const kickOff = schedule?.scheduledAt ?? null;
  if (schedule === null || kickOff === null) {
    throw new IncompleteInput(
      plays.file,
      '$',
      `nothing says when match ${gameId} was played: events of this feed have no date and no wall clock`,
      `load a soccer schedule with it or before it: a file kick-offs.csv of these two lines, with the season, the kick-off and whoever was at home filled in: ${scheduleTemplate(gameId, events)}`,
    );
  }
  return { schedule, kickOff };
}

/** A schedule of the match as far as its events tell, on one line; who is at home they do not say. */
function scheduleTemplate(gameId: string, events: readonly unknown[]): string {
  const teams = new Map<number, string>();
  for (const event of events) {
    const read = Event.safeParse(event);
    if (read.success) teams.set(read.data.team.id, read.data.team.name);
  }
  const named = [...teams].slice(0, 2).map(([id, name]) => `${id},${name.slice(0, 3).toUpperCase()},${name}`);
  const [home = '1,AAA,home', away = '2,BBB,away'] = named;
  const row = `${gameId},YYYY-YY,regular,YYYY-MM-DDThh:mm:ss+hh:mm,${home},${away}`;
  return `"${SCHEDULE_COLUMNS.join(',')}" and "${row}"`;
}

function team(
  scheduled: ScheduledTeam,
  side: Side,
  events: readonly PlacedEvent[],
  sideOf: (event: Event, place: string) => Side,
): TeamRef {
  const own = events.find(({ event, place }) => sideOf(event, place) === side);
  return {
    id: scheduled.id ?? '',
    tricode: scheduled.tricode,
    city: scheduled.city,
    name: own?.event.team.name ?? scheduled.name,
  };
}

/** Players of the line-ups file. It does not say who started. */
function listed(document: Document, sides: ReadonlyMap<number, Side>): PlayerRef[] {
  const { file, content } = document;
  const lineUps = check(LineUps, content.kind === 'json' ? content.value : null, file, '$');
  const players = lineUps.flatMap((lineUp, position) => {
    const side = sides.get(lineUp.team_id);
    if (side === undefined) {
      throw new BadInput(
        file,
        `$[${position}].team_id`,
        `team ${lineUp.team_id} (${lineUp.team_name}) does not play in this match`,
        'check that events and line-ups are named by the same match id',
      );
    }
    return lineUp.lineup.map((player): PlayerRef => {
      const name = player.player_nickname ?? player.player_name;
      return { id: String(player.player_id), name, side, starter: false, position: null, played: false };
    });
  });
  playersById(players, file, '$');
  return players;
}

/** The line-ups' players, with what the events add: who started where, who came on, whoever was left out. */
function playersOf(
  events: readonly PlacedEvent[],
  sideOf: (event: Event, place: string) => Side,
  lineUps: readonly PlayerRef[],
): PlayerRef[] {
  const players = new Map(lineUps.map((player) => [player.id, player]));
  const took = (who: { id: number; name: string }, side: Side, more: Partial<PlayerRef>) => {
    const id = String(who.id);
    const known = players.get(id) ?? { id, name: who.name, side, starter: false, position: null };
    players.set(id, { ...known, ...more, played: true });
  };
  for (const { event, place } of events) {
    const side = sideOf(event, place);
    if (event.type.name === 'Starting XI') {
      for (const { player, position } of event.tactics?.lineup ?? []) {
        took(player, side, { starter: true, position: position.name });
      }
    }
    if (event.substitution !== undefined) took(event.substitution.replacement, side, {});
    // A card may be shown on the bench.
    const onPitch = event.type.name !== 'Bad Behaviour';
    if (event.player !== undefined && (onPitch || !players.has(String(event.player.id)))) {
      took(event.player, side, {});
    }
    // Named only as receiver of a pass: he is caught offside.
    if (event.pass?.recipient !== undefined) took(event.pass.recipient, side, {});
  }
  return [...players.values()];
}
