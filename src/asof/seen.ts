/** Which rows of a table a read sees, as SQL: those open now, or those that were known at a basis. */

/** Which rows a read sees: those open now, or those that were known at a basis. */
export type Visibility = 'open' | 'at_basis';

/** Condition under which a row of `alias` is seen. */
export function visible(alias: string, visibility: Visibility, basis: string): string {
  return visibility === 'open'
    ? `${alias}.basis_to is null`
    : `${alias}.basis_from <= ${basis} and (${alias}.basis_to is null or ${alias}.basis_to > ${basis})`;
}

/**
 * All rows of a table under a condition on alias `x`. At a basis, open and closed rows are read apart: each
 * kind has a partial index, and one condition over both would use neither.
 */
export function seenRows(
  columns: string,
  table: string,
  where: string,
  visibility: Visibility,
  basis: string,
): string {
  const rows = (seen: string) => `select ${columns} from ${table} x where ${where} and ${seen}`;
  return visibility === 'open'
    ? rows('x.basis_to is null')
    : `${rows(`x.basis_to is null and x.basis_from <= ${basis}`)}
       union all ${rows(`x.basis_to is not null and x.basis_from <= ${basis} and x.basis_to > ${basis}`)}`;
}

/**
 * The row of a key that is seen; `where` on alias `x` must name it by the columns its indexes begin with. Closed
 * versions of one key do not overlap, so of those that end after the basis only the first to end can be seen.
 */
export function seenRow(
  columns: string,
  table: string,
  where: string,
  visibility: Visibility,
  basis: string,
): string {
  const row = (seen: string) => `select ${columns} from ${table} x where ${where} and ${seen}`;
  return visibility === 'open'
    ? row('x.basis_to is null')
    : `(${row(`x.basis_to is null and x.basis_from <= ${basis}`)})
       union all
       (select * from (${row(`x.basis_to is not null and x.basis_to > ${basis}`)} order by x.basis_to limit 1) c
        where c.basis_from <= ${basis})`;
}

/**
 * The first row in an order that is seen, of a select on alias `x` that ends in its condition. Written as a limit-1
 * seek because a join with ORDER BY and LIMIT makes the planner scan (measured at half the speed). At a basis, open
 * and closed rows have an index each, so each is sought and the nearer of the two is taken.
 */
export function firstSeen(rows: string, order: string, visibility: Visibility, basis: string): string {
  const sorted = `order by ${order} limit 1`;
  if (visibility === 'open') return `${rows} and x.basis_to is null ${sorted}`;
  return `select * from (
    (${rows} and x.basis_to is null and x.basis_from <= ${basis} ${sorted})
    union all
    (${rows} and x.basis_to is not null and x.basis_from <= ${basis} and x.basis_to > ${basis} ${sorted})
  ) either ${sorted}`;
}

/** SQL expressions for a place among rows that have an instant and an order key, and for the basis they are read at. */
export interface RowPlace {
  /** Instant and order key up to which plays count. */
  readonly at: string;
  readonly order: string;
  readonly basis: string;
  /** The order key may be a play's own, so that some of the instant's plays count and some do not. */
  readonly amongTies?: boolean;
}

interface Seek {
  readonly columns: string;
  readonly table: string;
  /** Condition on alias `x`. */
  readonly where: string;
  /** The last row at or before the instant, or the first after it. */
  readonly side: 'last' | 'next';
}

/** One row of a table by instant and order. */
export function seekRow(
  { columns, table, where, side }: Seek,
  { at, order, basis }: Omit<RowPlace, 'amongTies'>,
  visibility: Visibility,
): string {
  const [comparison, direction] = side === 'last' ? ['<=', ' desc'] : ['>', ''];
  return firstSeen(
    `select ${columns} from ${table} x
     where ${where} and (x.wall_clock_time, x.order_key) ${comparison} (${at}, ${order})`,
    `wall_clock_time${direction}, order_key${direction}`,
    visibility,
    basis,
  );
}
