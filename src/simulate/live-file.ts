import { Book } from './book.ts';
import type { GameFacts } from './game-facts.ts';
import { type Details, details, type Scene } from './live-details.ts';
import type { LiveAction, LiveMeta, PlayByPlayFile } from './live-types.ts';
import { withInitial } from './names.ts';
import type { Play, SideName } from './play.ts';
import { clockText, secondsText, tenthsText } from './time-text.ts';

/** Writes a script as the live feed's play-by-play. Returns the book too, complete to the end of the game. */
export function playByPlayFile(
  facts: GameFacts,
  script: readonly Play[],
): { file: PlayByPlayFile; book: Book } {
  const book = new Book(facts);
  const numbers = new Map(script.map((play) => [play.id, play.number]));
  const scene: Scene = {
    book,
    teamOf: (side) => facts[side].team,
    numberOf: (id) => numbers.get(id) ?? 0,
  };
  const actions: LiveAction[] = [];
  for (const play of script) {
    book.enter(play);
    if (play.kind !== 'unencoded') actions.push(action(play, details(play, scene), scene));
  }
  const { gameId } = facts.scheduled;
  return { file: { meta: liveMeta(gameId, 'playbyplay', script), game: { gameId, actions } }, book };
}

/** The head of a document; its time is that of the last edit. */
export function liveMeta(gameId: string, what: 'playbyplay' | 'boxscore', script: readonly Play[]): LiveMeta {
  let last = 0;
  for (const { edited } of script) last = Math.max(last, edited);
  const time = new Date(last).toISOString().slice(0, 23).replace('T', ' ');
  const request = `http://playclock.invalid/games/${gameId}/${what}?Format=json`;
  return { version: 1, code: 200, request, time };
}

function action(play: Play, more: Details, scene: Scene): LiveAction {
  const { book } = scene;
  const { actionType, subType, descriptor, ...rest } = more;
  const side = 'side' in play ? scene.teamOf(play.side) : null;
  const personId = more.personId ?? ('person' in play ? play.person : 0);
  const player = personId ? book.page(personId).player : null;
  const teamId = (name: SideName | null): number => (name ? scene.teamOf(name).teamId : 0);
  return {
    actionNumber: play.number,
    clock: clockText(play.clock),
    timeActual: tenthsText(play.at),
    period: play.period,
    periodType: play.period <= 4 ? 'REGULAR' : 'OVERTIME',
    ...(side ? { teamId: side.teamId, teamTricode: side.tricode } : {}),
    actionType,
    ...(subType === undefined ? {} : { subType }),
    ...(descriptor === undefined ? {} : { descriptor }),
    qualifiers: [],
    personId,
    x: null,
    y: null,
    side: null,
    possession: teamId(play.possession),
    scoreHome: String(book.home.score),
    scoreAway: String(book.away.score),
    edited: secondsText(play.edited),
    orderNumber: play.order,
    xLegacy: null,
    yLegacy: null,
    isFieldGoal: 0,
    ...(player ? { playerName: player.familyName, playerNameI: withInitial(player) } : {}),
    personIdsFilter: personId ? [personId] : [],
    ...rest,
    ...(play.note === undefined ? {} : { value: play.note }),
  };
}
