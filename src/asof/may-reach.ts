/**
 * Games in which a counter that may fall reaches a value. Their final lines do not tell, for it may have been higher on
 * the way; but how much higher, the final score bounds: no play is read of games that stay below.
 */

import type { Kind } from '../plays/kind.ts';
import { leagueNamed } from '../sports/leagues.ts';
import { columnOf } from '../sports/sport.ts';
import { entityTables } from '../store/tables.ts';
import type { EntityGame } from './entity-games.ts';
import type { Subject } from './interval-end.ts';
import { type Leads, readLeads } from './leads.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { type RunningRow, readRunningRows } from './running-rows.ts';
import { seenRows, type Visibility } from './seen.ts';

/** What a counter must reach within the games of a season part, in stored units. */
export interface PartGoal {
  readonly seasonOrder: number;
  readonly value: number;
  /** Whether games of the part add up, or each begins anew. */
  readonly adds: boolean;
}

/**
 * `$2` season parts and `$3` values, `$4` whether games add up, `$5` basis. While somebody is on, plus/minus rises by what his own side
 * scores and falls by what the other one does; so it is never higher than by his own side's final score above the
 * beginning, nor by the other one's above the end.
 */
const statement = cached((code: string, kind: Kind, visibility: Visibility, position: string) => {
  const league = leagueNamed(code);
  const { sport } = league;
  const tables = entityTables(code, sport, kind);
  const counter = sport.counters[Number(position)];
  const score = sport.counters.find(({ name }) => name === sport.scoreCounter);
  if (counter === undefined || score === undefined) throw new RangeError(`no counter ${position}`);
  const finals = `array[${tables.counters.map((name) => `x.${name}`)}]::int[] as final`;
  const games = seenRows(
    `x.game_key, x.season_order, x.side, x.started_at, x.ended_at, ${finals}, x.season_before as before,
     x.${columnOf(counter)} as own`,
    tables.game.table,
    `x.${tables.key} = $1 and x.season_order = any($2::int[])`,
    visibility,
    '$5::int',
  );
  const teams = seenRows(
    `x.side, x.${columnOf(score)} as score`,
    entityTables(code, sport, 'team').game.table,
    'x.game_key = r.game_key',
    visibility,
    '$5::int',
  );
  // Every parameter is named, for the server must know its type.
  const bound =
    counter.accrues === 'margin'
      ? `join lateral (
           select count(*) as sides, max(t.score) filter (where t.side = r.side) as scored,
             max(t.score) filter (where t.side <> r.side) as conceded from (${teams}) t
         ) s on s.sides < 2
           or case when $4::boolean then r.before[${Number(position) + 1}] else 0 end + least(s.scored, r.own + s.conceded) >= p.value`
      : 'join (select $4::boolean) adding on true';
  return `select r.game_key, r.season_order, r.side, r.started_at, r.ended_at, r.final, r.before, g.game_id
    from (${games}) r
    join unnest($2::int[], $3::int[]) p (season_order, value) on p.season_order = r.season_order
    ${bound}
    join ${code}.games g on g.game_key = r.game_key
    order by r.started_at`;
});

/** Games of those parts in which the value may be reached, by when they began. */
async function readCandidates(
  db: Db,
  { league, kind, key }: Subject,
  position: number,
  goals: readonly PartGoal[],
  basis: number | null,
): Promise<EntityGame[]> {
  const values: unknown[] = [
    key,
    goals.map(({ seasonOrder }) => seasonOrder),
    goals.map(({ value }) => value),
    goals[0]?.adds ?? false,
  ];
  const { rows } = await db.query<EntityGame>({
    ...statement(league.code, kind, visibilityOf({ basis }), String(position)),
    values: basis === null ? values : [...values, basis],
  });
  return rows;
}

/** Games read at a time at most; the first is likely to be the one. */
const MOST = 16;

/** Those in which it is reached at some play, a few at a time. */
export async function* gamesReaching(
  db: Db,
  subject: Subject,
  position: number,
  goals: readonly PartGoal[],
  basis: number | null,
): AsyncGenerator<EntityGame[]> {
  if (goals.length === 0) return;
  const wanted = new Map(goals.map(({ seasonOrder, value }) => [seasonOrder, value]));
  const games = await readCandidates(db, subject, position, goals, basis);
  const runs = subject.league.sport.counters[position]?.accrues === 'margin';
  for (let from = 0, size = 1; from < games.length; from += size, size = Math.min(size * 2, MOST)) {
    const some = games.slice(from, from + size);
    const rows = Map.groupBy(await readRunningRows(db, subject, some, basis), ({ game_key }) => game_key);
    const keys = runs ? [...rows.keys()] : [];
    const leads = await readLeads(db, subject.league.code, keys, basis);
    yield some.filter((game) => {
      const before = goals[0]?.adds === true ? (game.before[position] ?? 0) : 0;
      const goal = (wanted.get(game.season_order) ?? Number.POSITIVE_INFINITY) - before;
      const lead = leads.get(game.game_key) ?? null;
      return highestOf(rows.get(game.game_key) ?? [], lead, position, game.side === 'home' ? 1 : -1) >= goal;
    });
  }
}

/** The highest value of a counter within a game: at its rows, and at each play while the line is active. */
export function highestOf(
  rows: readonly RunningRow[],
  leads: Leads | null,
  position: number,
  sign: 1 | -1,
): number {
  const sorted = rows.toSorted((a, b) => a.at - b.at || a.order - b.order);
  let highest = Number.NEGATIVE_INFINITY;
  let play = 0;
  sorted.forEach((row, index) => {
    const value = row.line[position] ?? 0;
    highest = Math.max(highest, value);
    if (row.margin === null || leads === null) return;
    const next = sorted[index + 1];
    for (; play < leads.at.length; play++) {
      const [at, order] = [leads.at[play] ?? 0, leads.order[play] ?? 0];
      if (next !== undefined && (at - next.at || order - next.order) >= 0) return;
      if ((at - row.at || order - row.order) <= 0) continue;
      highest = Math.max(highest, value + sign * (leads.lead[play] ?? 0) - row.margin);
    }
  });
  return highest;
}
