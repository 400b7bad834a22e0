/**
 * Tiny games as the older feed tells them: wall clock to the minute, a change in one row, a steal or a block on
 * the row of the turnover or the miss; a schedule gives the date.
 */
import { DateTime } from 'luxon';
import { HEADER } from '../../src/simulate/stats-v2-row.ts';
import { EASTERN, type Ids, playerName, pointsOf, TRICODES } from './tiny-files.ts';
import { type Happening, PLAYERS, type Side, SLOTS, type TinyGame, type TinyPlay } from './tiny-game.ts';

type Cells = Record<string, string | number>;

const PARTS = { '1': 'preseason', '2': 'regular', '4': 'playoffs' } as const;
const SCHEDULE = 'game_id,season,season_type,game_date_et,away,home';
/** The live feed's plays begin with number 2: this one is the jump ball, which names both teams. */
const JUMP_BALL = 1;

/** The CSV of a game, and the schedule it needs. */
export function minuteFiles(game: TinyGame, ids: Ids): Record<string, string> {
  const gameId = ids.game(game.slot);
  const { kind, year, start } = SLOTS[game.slot] ?? SLOTS[0];
  const date = DateTime.fromMillis(start, { zone: EASTERN }).toISODate();
  const teams = `${TRICODES[game.teams.away]},${TRICODES[game.teams.home]}`;
  const season = `${year}-${String(year + 1).slice(2)}`;
  const names = HEADER.split(',');
  const lines = rowsOf(game, ids).map((cells) => names.map((name) => cells[name] ?? '').join(','));
  return {
    [`${gameId}.csv`]: [HEADER, ...lines].map((line) => `${line}\n`).join(''),
    [`${gameId}_schedule.csv`]: `${SCHEDULE}\n${gameId},${season},${PARTS[kind]},${date},${teams}\n`,
  };
}

function rowsOf(game: TinyGame, ids: Ids): Cells[] {
  const person = personOf(game, ids);
  const score = { home: 0, away: 0 };
  const rows: Cells[] = [];
  let latest = 0;
  const write = (play: TinyPlay, number: number, cells: Cells) => {
    const seconds = Math.floor(play.clock / 100);
    rows.push({
      GAME_ID: ids.game(game.slot),
      EVENTNUM: number,
      EVENTMSGACTIONTYPE: 0,
      PERIOD: play.period,
      WCTIMESTRING: DateTime.fromMillis(latest, { zone: EASTERN }).toFormat('h:mm a'),
      PCTIMESTRING: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
      ...(pointsOf(play.what) > 0 ? { SCORE: `${score.away} - ${score.home}` } : {}),
      ...cells,
    });
  };
  game.plays.forEach((play, place) => {
    latest = Math.max(latest, play.at);
    if ('side' in play.what) score[play.what.side] += pointsOf(play.what);
    const next = game.plays[place + 1]?.what;
    const rider = (kind: Happening['kind']) => (next?.kind === kind && 'player' in next ? next.player : null);
    const cells = cellsOf(play.what, rider, person, game, ids);
    if (cells !== null) write(play, play.number, cells);
    if (place > 0) return;
    const [home = null, away = null] = [game.roster.home[0], game.roster.away[0]];
    write(play, JUMP_BALL, { EVENTMSGTYPE: 10, ...person(1, home), ...person(2, away) });
  });
  return rows;
}

type PersonCells = (slot: 1 | 2 | 3, player: number | null) => Cells;

function personOf(game: TinyGame, ids: Ids): PersonCells {
  return (slot, player) => {
    if (player === null) return {};
    const team = Math.floor(player / PLAYERS);
    return {
      [`PERSON${slot}TYPE`]: game.teams.home === team ? 4 : 5,
      [`PLAYER${slot}_ID`]: ids.player(player),
      [`PLAYER${slot}_NAME`]: playerName(player),
      [`PLAYER${slot}_TEAM_ID`]: ids.team(team),
      [`PLAYER${slot}_TEAM_CITY`]: 'Town',
      [`PLAYER${slot}_TEAM_NICKNAME`]: `Team ${team}`,
      [`PLAYER${slot}_TEAM_ABBREVIATION`]: TRICODES[team] ?? '',
    };
  };
}

/** Null for what the format does not tell apart. */
function cellsOf(
  what: Happening,
  rider: (kind: Happening['kind']) => number | null,
  person: PersonCells,
  game: TinyGame,
  ids: Ids,
): Cells | null {
  const first = (side: Side, player: number | null): Cells =>
    player === null
      ? { PERSON1TYPE: side === 'home' ? 2 : 3, PLAYER1_ID: ids.team(game.teams[side]) }
      : person(1, player);
  switch (what.kind) {
    case 'period_start':
      return { EVENTMSGTYPE: 12 };
    case 'period_end':
      return { EVENTMSGTYPE: 13 };
    case 'shot': {
      const text = what.side === 'home' ? 'HOMEDESCRIPTION' : 'VISITORDESCRIPTION';
      const words: Cells = what.points === 3 ? { [text]: '3PT' } : {};
      return what.made
        ? { EVENTMSGTYPE: 1, ...words, ...person(1, what.player), ...person(2, what.assist) }
        : { EVENTMSGTYPE: 2, ...words, ...person(1, what.player), ...person(3, rider('block')) };
    }
    case 'free_throw':
      return { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: what.technical ? 16 : 11, ...person(1, what.player) };
    case 'rebound':
      return { EVENTMSGTYPE: 4, ...first(what.side, what.player) };
    case 'turnover':
      return { EVENTMSGTYPE: 5, ...first(what.side, what.player), ...person(2, rider('steal')) };
    case 'foul':
      return { EVENTMSGTYPE: 6, EVENTMSGACTIONTYPE: what.technical ? 11 : 1, ...person(1, what.player) };
    case 'substitution':
      if (what.way === 'in') return null;
      return { EVENTMSGTYPE: 8, ...person(1, what.player), ...person(2, rider('substitution')) };
    default:
      return null;
  }
}
