/** A whole game at an instant: state, floor, box, doubts, and what does not reconcile. */
import { SIDES } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { followsFloor } from '../sports/sport.ts';
import { type BoxRow, frameOf, readDifferences, readPeriodStarters, readRemarks } from './box.ts';
import { readDoubtfulPlays } from './doubt.ts';
import { type GameBox, linesOfSide, NOBODY, readGameBoxes } from './game-box.ts';
import { describeGame, describePlay, type GameRow, readGame, readGamesOf } from './game-state.ts';
import { statusOf } from './game-status.ts';
import { formatInstant } from './instant.ts';
import { toGameLine, zeroValues } from './published.ts';
import type { AsOf, Boundary, Db } from './query.ts';

export interface GameQuestion {
  readonly league: League;
  readonly id: string;
  /** Null asks for the game as far as it is known. */
  readonly at: number | null;
  readonly boundary: Boundary;
  readonly basis: number | null;
}

/** Beyond every game; PostgreSQL takes it, and it prints. */
export const END_OF_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The answer, or null for a game that was not known. Run it on one snapshot. */
export async function answerGame(db: Db, question: GameQuestion) {
  const { league, basis } = question;
  const asked: AsOf = { at: question.at ?? END_OF_TIME, boundary: question.boundary, basis };
  const row = await readGame(db, league.code, question.id, asked);
  if (row === null) return null;
  const { game, state } = describeGame(league, row, asked);
  const frame = frameOf(row, asked);
  const [box = NOBODY] = await readGameBoxes(db, league, [frame], basis);
  const at = question.at ?? row.last_play_at;
  return {
    league: league.code,
    game,
    as_of: at === null ? null : formatInstant(at),
    boundary: question.boundary,
    basis: row.basis,
    state,
    lineups: Object.fromEntries(SIDES.map((side) => [side, floorOf(league, box.players, side)])),
    box: Object.fromEntries(SIDES.map((side) => [side, describeSide(league, side, box)])),
    last_play:
      row.wall_clock_time === null
        ? null
        : { play_id: row.play_id, ...describePlay(row), period: row.period, description: row.description },
    bounds: await doubtfulScore(db, league, row, { ...frame.at, basis }),
    period_starters: followsFloor(league.sport)
      ? await readPeriodStarters(db, league.code, row.game_key, basis)
      : null,
    ...(await readRemarks(db, league.code, row.game_key, asked)),
    differences: await readDifferences(db, league.code, row.game_key, basis),
  };
}

function floorOf({ sport }: League, players: readonly BoxRow[], side: 'home' | 'away'): string[] | null {
  if (!followsFloor(sport)) return null;
  return players.filter((player) => player.side === side && player.active).map((player) => player.id);
}

function describeSide(league: League, side: 'home' | 'away', box: GameBox) {
  const { sport } = league;
  const nothing = zeroValues(sport);
  const team = box.teams.find((row) => row.side === side);
  const lines = linesOfSide(sport, side, box);
  return {
    team: {
      ...(team === undefined ? null : { id: team.id, name: team.name }),
      ...toGameLine(sport, 'team', team?.counters ?? nothing, lines),
    },
    players: box.players
      .filter((player) => player.side === side)
      .map((player) => ({
        player: { id: player.id, name: player.name },
        starter: player.starter,
        position: player.position,
        on_court: followsFloor(sport) ? player.active : null,
        ...toGameLine(sport, 'player', player.counters ?? nothing, lines),
      })),
  };
}

/** The score with only the plays that surely had happened, and with all that may have. */
async function doubtfulScore(db: Db, league: League, row: GameRow, asOf: AsOf) {
  if (row.game_precision === null || row.game_precision === 'millisecond') return null;
  const plays = await readDoubtfulPlays(db, league.code, row.game_key, asOf);
  const [first, last] = [plays[0], plays.at(-1)];
  if (first === undefined || last === undefined) return null;
  const before = await readGame(db, league.code, row.game_id, {
    at: first.wall_clock_time,
    boundary: 'before',
    basis: asOf.basis,
  });
  return {
    min: { home_score: before?.home_score ?? 0, away_score: before?.away_score ?? 0 },
    max: { home_score: last.home_score, away_score: last.away_score },
    plays_in_doubt: plays.length,
  };
}

/** Games of an instant, those in progress first. `date` is the instant's in the league's zone. */
export async function answerGames(db: Db, league: League, date: string, asOf: AsOf, newest: number) {
  const rows = await readGamesOf(db, league.code, date, asOf);
  const rank = { in_progress: 0, final: 1, scheduled: 2 };
  const games = rows
    .map((row) => ({ ...describeGame(league, row, asOf), status: statusOf(row, asOf) }))
    .filter(({ game, status }) => status === 'in_progress' || game.date === date)
    .sort((a, b) => rank[a.status] - rank[b.status])
    .map(({ game, state }) => ({ ...game, ...state }));
  return {
    league: league.code,
    as_of: formatInstant(asOf.at),
    boundary: asOf.boundary,
    basis: rows[0]?.basis ?? asOf.basis ?? newest,
    date,
    games,
  };
}
