/** Column groups that the league tables share. */
import { bigint, customType, integer, smallint } from 'drizzle-orm/pg-core';
import { columnOf, type Sport } from '../src/sports/sport.ts';
import { ingests } from './ledger.ts';

/** When a fact became known and when it was superseded; null while it holds. */
export const basis = () => ({
  basisFrom: integer('basis_from')
    .notNull()
    .references(() => ingests.ingestId),
  basisTo: integer('basis_to').references(() => ingests.ingestId),
});

/** The same on tables of millions of rows, where a foreign key would cost a lookup a row. */
export const unreferencedBasis = () => ({
  basisFrom: integer('basis_from').notNull(),
  basisTo: integer('basis_to'),
});

/** Counters within a game: two bytes hold all but clocks. */
export function gameCounters(sport: Sport) {
  return Object.fromEntries(
    sport.counters.map((counter) => {
      const name = columnOf(counter);
      return [name, (counter.wide ? integer(name) : smallint(name)).notNull()];
    }),
  );
}

/**
 * Counters of seasons and careers as one array in the sport's order, null where the record does not hold one.
 * Eight bytes each: a team's clock, five players' hundredths of a second, outgrows four in eighteen seasons.
 * Named columns would cost the hot read a third of its time: PostgreSQL prepares every column anew.
 */
export const totals = (name: string) => bigint(name, { mode: 'number' }).array();

/** Bytes as they are. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Integers of one byte each, -128 to 127. */
export const byteIntegers = customType<{ data: number[] }>({ dataType: () => '"char"[]' });
