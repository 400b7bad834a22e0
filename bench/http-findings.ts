/** What is known of the player route's speed beyond the figures of a run: part of the page. */

export const HTTP_FINDINGS = `### Why the player route misses its reach, and what was tried

The player route does not reach 0.6 of the bare route. The bare route is Hono, one statement that fetches one column of one row, and
\`c.json\`: nearly all that it costs is HTTP itself, and the load generator, Node and PostgreSQL share two cores that are busy all the
time. For 0.6 a player's answer might cost two thirds of a bare request more: checking the parameters, the statement, the sums and two
kilobytes of JSON together. The last columns of the table say what it costs instead. Most of
PostgreSQL's part is setting up a statement over six tables at each execution, not reading rows.

Ratios measured on the way, each in a run of its own, those in SQL with one season and both pgbench and the Node driver:

| design | as-of in SQL / primary key | player route / bare route |
| --- | --- | --- |
| sums of 54 counters in SQL, three statements over twenty tables, query schemas compiled at each request | 0.17 to 0.21 | 0.13 |
| the same statement behind an inlined function | 0.21 | |
| levels returned as they are and added up by the reader | 0.33 to 0.38 | |
| and what seasons carry stored as arrays, joins instead of \`limit 1\` laterals, behind an inlined function | 0.39 to 0.40 | |
| and one statement over six tables with names and headers remembered for the newest basis, schemas compiled once | 0.39 to 0.40 | as measured above |
| running counters stored as arrays as well (not taken) | 0.47 | |
| game and season carries merged in one table as well (not taken) | 0.48 | |

What would come next, in this order:

- Running counters of \`cumulative_stats\` as one array: about 0.47 in SQL, at 58 bytes a row more and rows that nobody can read in psql.
- Whole lines kept in the process per interval of instants: between two running rows of a player who sits, an answer differs in
  its instant alone. HTTP and JSON would be left to pay for; it costs memory, and helps only where questions come back to the same lines.`;
