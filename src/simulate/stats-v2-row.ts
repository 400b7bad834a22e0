import type { BoxTeam } from './boxscore.ts';
import type { SimulatedGame } from './game.ts';
import type { LiveAction } from './live-types.ts';
import { EASTERN, wallClock } from './local-time.ts';

const COLUMNS = 'GAME_ID EVENTNUM EVENTMSGTYPE EVENTMSGACTIONTYPE PERIOD WCTIMESTRING PCTIMESTRING';
const TEXTS = 'HOMEDESCRIPTION NEUTRALDESCRIPTION VISITORDESCRIPTION SCORE SCOREMARGIN';
const PERSON = 'ID NAME TEAM_ID TEAM_CITY TEAM_NICKNAME TEAM_ABBREVIATION';
const PERSONS = [1, 2, 3].flatMap((n) => [
  `PERSON${n}TYPE`,
  ...PERSON.split(' ').map((column) => `PLAYER${n}_${column}`),
]);

/** The header of a playbyplayv2 file. */
export const HEADER = [...COLUMNS.split(' '), ...TEXTS.split(' '), ...PERSONS].join(',');

/** What is particular to a row. */
export interface RowContent {
  readonly type: number;
  readonly code: number;
  /** Text of each side. */
  readonly home?: string;
  readonly visitor?: string;
  /** Person ids, or a team's id where the team acts. */
  readonly persons?: readonly [number, number?, number?];
  /** Whether the row tells the score. */
  readonly score?: boolean;
  /** A referee is named, which the feed marks in the third person's type. */
  readonly official?: boolean;
}

/** Writes rows of one game; the wall clock it writes never goes back from row to row. */
export class RowWriter {
  readonly #gameId: string;
  readonly #people = new Map<number, { type: number; cells: string[] }>();
  readonly #texts = new Map<number, string>();
  #latest = 0;

  constructor(game: SimulatedGame) {
    this.#gameId = game.gameId;
    this.#enroll(game.boxscore.game.homeTeam, 4, 2);
    this.#enroll(game.boxscore.game.awayTeam, 5, 3);
  }

  /** How the texts call a player: by family name, with the first name where team-mates share it. */
  name(person: number): string {
    return this.#texts.get(person) ?? '';
  }

  row(action: LiveAction, content: RowContent): string {
    this.#latest = Math.max(this.#latest, Date.parse(action.timeActual));
    const [one, two, three] = content.persons ?? [0];
    const margin = Number(action.scoreHome) - Number(action.scoreAway);
    const scores = content.score
      ? [`${action.scoreAway} - ${action.scoreHome}`, margin === 0 ? 'TIE' : margin]
      : ['', ''];
    const third = this.#person(three ?? 0);
    if (content.official && !three) third[0] = '1';
    const first = this.#person(one);
    // The real files hold this column as a float.
    first[0] = `${first[0]}.0`;
    return [
      this.#gameId,
      action.actionNumber,
      content.type,
      content.code,
      action.period,
      easternMinute(this.#latest),
      periodClock(action.clock),
      content.home ?? '',
      '',
      content.visitor ?? '',
      ...scores,
      ...first,
      ...this.#person(two ?? 0),
      ...third,
    ].join(',');
  }

  #person(id: number): string[] {
    const known = this.#people.get(id);
    return known ? [String(known.type), ...known.cells] : ['0', '0', '', '', '', '', ''];
  }

  #enroll(team: BoxTeam, playerType: number, teamType: number): void {
    const cells = [`${team.teamId}.0`, team.teamCity, team.teamName, team.teamTricode];
    this.#people.set(team.teamId, { type: teamType, cells: [String(team.teamId), '', '', '', '', ''] });
    for (const { personId, name, familyName } of team.players) {
      this.#people.set(personId, { type: playerType, cells: [String(personId), name, ...cells] });
      const namesakes = team.players.filter((other) => other.familyName === familyName).length;
      this.#texts.set(personId, namesakes > 1 ? name : familyName);
    }
  }
}

function easternMinute(at: number): string {
  const wall = new Date(wallClock(EASTERN, at));
  const hour = wall.getUTCHours();
  return `${hour % 12 || 12}:${String(wall.getUTCMinutes()).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** "PT11M58.00S" as "11:58"; tenths are cut off, as the source does. */
function periodClock(clock: string): string {
  return `${Number(clock.slice(2, 4))}:${clock.slice(5, 7)}`;
}
