/** A game from the NBA live feed. Its play-by-play does not say who is at home: box score or schedule do. */
import type { NormalGame, PlayerRef, TeamRef, Version } from '../../plays/game.ts';
import type { Play, Side } from '../../plays/play.ts';
import { leagueNamed, ONE_POINT } from '../../sports/leagues.ts';
import { BadInput, IncompleteInput } from '../bad-input.ts';
import { check } from '../check.ts';
import type { GameBundle, GameFacts, ScheduledTeam } from '../feed.ts';
import { partOfGame } from '../game-id.ts';
import { refuseImplausible, SOME_DAYS } from '../plausible.ts';
import { Action, PlayByPlay } from './action.ts';
import { readLiveBox } from './box.ts';
import { toLivePlays } from './plays.ts';

/** Normalise a live bundle. */
export function readLiveGame(bundle: GameBundle): NormalGame {
  const { file, content } = bundle.plays;
  const league = leagueNamed(bundle.league);
  const { game, meta } = check(PlayByPlay, content.kind === 'json' ? content.value : null, file, '$');
  const part = partOfGame(bundle.gameId);
  if (part === null) {
    throw new BadInput(
      file,
      '$.game.gameId',
      `game ${bundle.gameId} counts toward no season (All-Star or cup final)`,
      'leave it out',
    );
  }
  const boxFile = bundle.companions.find((companion) => companion.role === 'box')?.document;
  const box = boxFile === undefined ? null : readLiveBox(boxFile);
  const home = box?.home ?? scheduled(bundle.schedule?.home);
  const away = box?.away ?? scheduled(bundle.schedule?.away);
  if (home === null || away === null) {
    throw new IncompleteInput(
      file,
      '$.game.gameId',
      `nothing says who plays at home in game ${bundle.gameId}`,
      'load its box score or a schedule that names it, with it or before it',
    );
  }
  const players = playersOf(game.actions, box, home, file);
  const sides = new Map(players.map((player) => [player.id, player.side]));
  const plays = toLivePlays(game.actions, {
    file,
    homeId: home.id,
    awayId: away.id,
    sideOfPlayer: (id) => sides.get(id) ?? null,
    freeThrowValue: league.freeThrowValue ?? ONE_POINT,
  });
  refuseImplausible(plays, {
    file,
    season: part.season,
    longestBreak: SOME_DAYS,
    placeOf({ id }) {
      const position = game.actions.findIndex((value) => String(Object(value).actionNumber) === id);
      return `$.game.actions[${position}]`;
    },
  });
  return {
    league: bundle.league,
    id: bundle.gameId,
    part,
    date: box?.date ?? bundle.schedule?.date ?? null,
    scheduledAt: box?.scheduledAt ?? bundle.schedule?.scheduledAt ?? null,
    feed: 'nba_live',
    version: versionOf(meta?.time, plays),
    home,
    away,
    players,
    officials: box?.officials ?? [],
    venue: box?.venue ?? null,
    plays,
    // A box of a game still going on may be a moment older or newer than the plays: it proves nothing.
    box:
      box === null || !plays.some((play) => play.ends === 'game')
        ? null
        : { lines: box.lines, score: box.score, tolerance: box.tolerance },
  };
}

/** The document says when it was made, in a zone it does not name; where it does not, the last edit stands for it. */
function versionOf(made: string | undefined, plays: readonly Play[]): Version {
  const editedAt = Math.max(0, ...plays.map((play) => play.editedAt ?? 0));
  const madeAt = Date.parse(`${made?.replace(' ', 'T').slice(0, 23)}Z`);
  return { madeAt: Number.isNaN(madeAt) ? editedAt : madeAt, editedAt };
}

function scheduled(team: ScheduledTeam | undefined): TeamRef | null {
  return team === undefined || team.id === null
    ? null
    : { id: team.id, tricode: team.tricode, city: team.city, name: team.name };
}

/** The box's roster, and whoever the plays name besides; persons of fouls may be coaches, who are no players. */
function playersOf(
  actions: readonly unknown[],
  box: GameFacts | null,
  home: TeamRef,
  file: string,
): PlayerRef[] {
  const players = new Map<string, PlayerRef>((box?.players ?? []).map((player) => [player.id, player]));
  const add = (id: number | undefined, side: Side, name: string | null | undefined) => {
    if (id === undefined || id === 0) return;
    const known = players.get(String(id));
    if (known !== undefined && (known.name !== known.id || !name)) return;
    players.set(String(id), {
      id: String(id),
      name: name ?? String(id),
      side,
      starter: null,
      position: null,
      played: null,
    });
  };
  for (const [position, value] of actions.entries()) {
    const action = check(Action, value, file, `$.game.actions[${position}]`);
    if (action.teamId === undefined || action.teamId === 0) continue;
    const side = String(action.teamId) === home.id ? 'home' : 'away';
    const mayBeCoach = action.actionType === 'ejection' || action.subType === 'technical';
    if (mayBeCoach) continue;
    add(action.personId, side, action.playerNameI ?? action.playerName);
    add(action.assistPersonId, side, null);
  }
  return [...players.values()];
}
