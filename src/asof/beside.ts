/** The other lines beside a player's or team's own, in the game and in the season that an answer is about. */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { GameLines } from '../sports/formula.ts';
import type { League } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import type { Lines, Scope } from './combine.ts';
import type { EntityRow } from './entity.ts';
import { linesOfSide, NOBODY, readBoxesAt } from './game-box.ts';
import type { AsOf, Db } from './query.ts';
import { readSeasonLines, standOf } from './season-lines.ts';

export interface BesideQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  readonly asOf: AsOf;
  readonly scope: Scope | 'all';
  readonly seasonType: SeasonType | 'all';
}

/** Absent for a scope that was not asked for, and for a game where none is going on. */
export interface Beside {
  readonly game?: GameLines<Vector>;
  readonly season?: GameLines<Vector>;
}

/** Read them; `row` and `lines` are the entity's own at the same instant and basis. */
export async function readBeside(
  db: Db,
  question: BesideQuestion,
  key: number,
  row: EntityRow,
  lines: Lines,
): Promise<Beside> {
  const { league, kind, asOf, scope, seasonType } = question;
  const current = scope === 'game' || scope === 'all' ? row.current_game_key : null;
  const game = current === null ? null : await readOfGame(db, question, current);
  if (scope !== 'season' && scope !== 'all') return game === null ? {} : { game };
  const stand = standOf(key, row, lines.season[0] ?? null, seasonType, asOf);
  const figures = league.sport.gameFigures.filter(({ whose }) => whose === kind);
  const season = (await readSeasonLines(db, league, kind, figures, [stand], asOf)).get(key);
  return { ...(game === null ? null : { game }), ...(season === undefined ? null : { season }) };
}

async function readOfGame(
  db: Db,
  { league, kind, id, asOf }: BesideQuestion,
  key: number,
): Promise<GameLines<Vector> | null> {
  const { players, teams } = (await readBoxesAt(db, league, [key], asOf)).get(key) ?? NOBODY;
  const own = (kind === 'player' ? players : teams).find((line) => line.id === id);
  return own === undefined ? null : linesOfSide(league.sport, own.side, { players, teams });
}
