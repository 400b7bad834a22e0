/** Tiny games as the live feed's two documents. */
import { DateTime } from 'luxon';
import type { Version } from './history.ts';
import {
  type Happening,
  PLAYERS,
  type Side,
  SLOTS,
  TEAMS,
  type TinyGame,
  type TinyPlay,
} from './tiny-game.ts';

const DAY = 86_400_000;
/** Larger than any count or time in an answer, so that ids can be told in its text. */
const FIRST_ID = 500_000_000;

/** Ids of one history: many live in one database and never meet. */
export class Ids {
  readonly teams: number;
  /** Players of all teams. */
  readonly players: number;
  readonly prefix: string;
  readonly history: number;

  constructor(history: number, prefix = '99', players = TEAMS * PLAYERS) {
    this.history = history;
    this.prefix = prefix;
    this.teams = TEAMS;
    this.players = players;
  }

  player(player: number): number {
    return FIRST_ID + this.history * 100 + player;
  }

  team(team: number): number {
    return this.player(90 + team);
  }

  game(slot: number): string {
    const { kind, year } = SLOTS[slot] ?? SLOTS[0];
    const number = this.history * 2 + (slot % 2);
    return `${this.prefix}${kind}${String(year).slice(2)}${String(number).padStart(5, '0')}`;
  }
}

export const EASTERN = 'America/New_York';
export const TRICODES = ['AAA', 'BBB', 'CCC'];

export function playerName(player: number): string {
  return `Player ${String.fromCharCode(65 + player)}`;
}

/** Play-by-play and box score. */
export function liveFiles({ game, madeAt }: Version, ids: Ids): Record<string, string> {
  const gameId = ids.game(game.slot);
  const score = { home: 0, away: 0 };
  const actions = game.plays.map((play) => {
    const points = pointsOf(play.what);
    if ('side' in play.what) score[play.what.side] += points;
    return {
      ...action(play, game, ids),
      scoreHome: String(score.home),
      scoreAway: String(score.away),
    };
  });
  const time = madeAt === null ? null : new Date(madeAt).toISOString().slice(0, 23).replace('T', ' ');
  const playbyplay = { ...(time === null ? {} : { meta: { time } }), game: { gameId, actions } };
  const acted = new Set(game.plays.flatMap(({ what }) => ('player' in what ? [what.player] : [])));
  const team = (side: Side) => ({
    teamId: ids.team(game.teams[side]),
    teamName: `Team ${game.teams[side]}`,
    teamCity: 'Town',
    teamTricode: TRICODES[game.teams[side]],
    score: score[side],
    statistics: { minutes: '' },
    players: game.roster[side].map((player, place) => ({
      personId: ids.player(player),
      name: playerName(player),
      starter: place < 5 ? '1' : '0',
      played: place < 5 || acted.has(player) ? '1' : '0',
      statistics: { minutes: '' },
    })),
  });
  const start = DateTime.fromMillis(startOf(game), { zone: EASTERN });
  const boxscore = {
    game: {
      gameId,
      gameTimeUTC: start.toUTC().toISO(),
      gameTimeLocal: start.toISO(),
      homeTeam: team('home'),
      awayTeam: team('away'),
    },
  };
  return {
    [`${gameId}_plays.json`]: JSON.stringify(playbyplay),
    [`${gameId}_box.json`]: JSON.stringify(boxscore),
  };
}

/** The hour of its slot, on the day it was played: a game may have been put off or brought forward. */
function startOf({ slot, plays }: TinyGame): number {
  const start = SLOTS[slot]?.start ?? 0;
  return start + Math.round(((plays[0]?.at ?? start) - start) / DAY) * DAY;
}

export function pointsOf(what: Happening): number {
  if (what.kind === 'shot') return what.made ? what.points : 0;
  return what.kind === 'free_throw' && what.made ? 1 : 0;
}

function action(play: TinyPlay, game: TinyGame, ids: Ids): Record<string, unknown> {
  const { what } = play;
  const side = 'side' in what ? what.side : null;
  const player = 'player' in what ? what.player : null;
  const [minutes, rest] = [Math.floor(play.clock / 6000), play.clock % 6000];
  const seconds = `${String(Math.floor(rest / 100)).padStart(2, '0')}.${String(rest % 100).padStart(2, '0')}`;
  return {
    actionNumber: play.number,
    orderNumber: play.order,
    clock: `PT${String(minutes).padStart(2, '0')}M${seconds}S`,
    timeActual: new Date(play.at).toISOString(),
    edited: new Date(play.edited).toISOString(),
    period: play.period,
    personId: player === null ? 0 : ids.player(player),
    ...(side === null ? {} : { teamId: ids.team(game.teams[side]) }),
    ...(play.note === null ? {} : { value: play.note }),
    ...kindOf(what, ids),
  };
}

function kindOf(what: Happening, ids: Ids): Record<string, unknown> {
  switch (what.kind) {
    case 'period_start':
      return { actionType: 'period', subType: 'start' };
    case 'period_end':
      return { actionType: 'period', subType: 'end' };
    case 'game_end':
      return { actionType: 'game', subType: 'end' };
    case 'shot':
      return {
        actionType: what.points === 3 ? '3pt' : '2pt',
        shotResult: what.made ? 'Made' : 'Missed',
        ...(what.assist === null ? {} : { assistPersonId: ids.player(what.assist) }),
      };
    case 'free_throw':
      return {
        actionType: 'freethrow',
        shotResult: what.made ? 'Made' : 'Missed',
        ...(what.technical ? { descriptor: 'technical' } : {}),
      };
    case 'rebound':
      return { actionType: 'rebound', subType: what.offensive ? 'offensive' : 'defensive' };
    case 'foul':
      return { actionType: 'foul', subType: what.technical ? 'technical' : 'personal' };
    case 'substitution':
      return { actionType: 'substitution', subType: what.way };
    default:
      return { actionType: what.kind };
  }
}
