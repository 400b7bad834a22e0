/** Lines of many (entity, instant) pairs by index descents: one statement for some thousands of pairs. */
import type pg from 'pg';
import { findLeague } from '../../sports/leagues.ts';
import { entityTables } from '../../store/tables.ts';
import type { Levels } from '../combine.ts';
import { type Kind, partsOf } from '../entity.ts';
import {
  currentGameSql,
  type LineArguments,
  lineCall,
  lineSql,
  ORDER_AT,
  ORDER_BEFORE,
  type Visibility,
} from '../line-sql.ts';
import { cached } from '../query.ts';
import { cellsOfRow, seekRunning, type Told, withLine } from '../run-sql.ts';
import type { PanelQuestion } from './question.ts';

/** A line found, as far as a panel needs it. */
export interface SoughtLine extends Levels {
  /** Newest ingest that the statement saw. */
  readonly seen: number;
  readonly game_key: number | null;
  /** The entity's game going on; sought for the scope `game` alone. */
  readonly current_game_key: number | null;
  /** Instant of the last play that counts, epoch milliseconds; null where there is none. */
  readonly last_play_time: number | null;
}

const ARGUMENTS: LineArguments = { key: 'a.key', at: 'a.at', order: '$3::int', basis: '$4::int' };

const statement = cached((code = '', kind = '', visibility = '', seasonType = '', current = '') => {
  const league = findLeague(code);
  if (league === undefined) throw new RangeError(`no league ${code}`);
  const seen = visibility as Visibility;
  const tables = entityTables(code, league.sport, kind as Kind);
  const parts = partsOf(seasonType);
  const line =
    seen === 'open' && parts === 'all'
      ? lineCall(tables, code, ARGUMENTS)
      : lineSql(tables, code, league.sport, ARGUMENTS, seen, parts);
  const ofType = parts === 'all' ? '' : ` and x.season_order % 10 = ${parts.type}`;
  // A line that stands on season totals names no play: the last one lies behind it.
  const behind = seekRunning(
    {
      tables,
      where: `l.narrow is not null and l.game_key is null and x.${tables.key} = a.key and x.game_key is not null${ofType}`,
      side: 'last',
    },
    ARGUMENTS,
    seen,
  );
  const game =
    current === 'current'
      ? `left join lateral (${currentGameSql(tables, ARGUMENTS, seen)}) cg on true`
      : 'cross join (select null::int as game_key) cg';
  return `select (select max(ingest_id) from playclock.ingests) as seen,
      l.game_key, l.play_elapsed, l.home_score, l.away_score, l.narrow, l.wide, l.elapsed, l.margin, l.side, l.before,
      l.stated, l.stated_at, l.carry, l.earlier, cg.game_key as current_game_key,
      case when l.game_key is null then ${cellsOfRow('b').wallClockTime} else l.wall_clock_time end as last_play_time
    from unnest($1::int[], $2::timestamptz[]) with ordinality a (key, at, place)
    left join lateral (${line}) l on true
    left join lateral (${behind}) b on true
    ${game}
    order by a.place`;
});

/** Reads lines for one panel. */
export class LineSeeker {
  readonly #pool: pg.Pool;
  readonly #question: PanelQuestion;
  // What is open is what the newest basis knows: as long as that is the panel's, it is the cheaper read.
  #visibility: Visibility = 'open';

  constructor(pool: pg.Pool, question: PanelQuestion) {
    this.#pool = pool;
    this.#question = question;
  }

  /** Lines of pairs, in the order given: sorted by key and instant they are found fastest. */
  async seek(kind: Kind, keys: readonly number[], instants: readonly number[]): Promise<SoughtLine[]> {
    if (this.#visibility === 'open') {
      const lines = await this.#read(kind, keys, instants);
      if (lines.every((line) => line.seen === this.#question.basis)) return lines;
      this.#visibility = 'at_basis';
    }
    return this.#read(kind, keys, instants);
  }

  async #read(kind: Kind, keys: readonly number[], instants: readonly number[]): Promise<SoughtLine[]> {
    const { league, basis, boundary, seasonType, scope } = this.#question;
    const visibility = this.#visibility;
    const values = [
      keys,
      instants.map((at) => new Date(at).toISOString()),
      boundary === 'at' ? ORDER_AT : ORDER_BEFORE,
    ];
    const { rows } = await this.#pool.query<Told<SoughtLine>>({
      ...statement(league.code, kind, visibility, seasonType, scope === 'game' ? 'current' : ''),
      values: visibility === 'open' ? values : [...values, basis],
    });
    return rows.map((row) => withLine(league.sport, row));
  }
}
