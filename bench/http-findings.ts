/** What is known of the player route's speed beyond the figures of a run: part of the page. */

export const HTTP_FINDINGS = `### Where the time of the player route goes, and what was tried

The bare route is Hono, one statement that fetches one column of one row, and \`c.json\`: nearly all that it costs is HTTP itself, and the load
generator, Node and PostgreSQL share two cores that are busy all the time.

**One evening** is what comes back: its lines are in the process from the sixteenth question about a stretch on, and what is left is to ask the ledger once for
all who wait (one asking for nine questions), to check the parameters, to search, to add up, and to write two kilobytes of JSON instead of twenty bytes. Of Node's time nearly half is
writing to sockets. Without HTTP a question took 31 µs of the serving thread; ADR 12 tells by layer what became of them: the text of the lines was 12 and is 7, noting
what was asked for, instants and \`Headers\` were 7 and are 2.

**The tail** at half load is that of the machine first: the bare route at the same rate is in the table. What was ours are collections of young garbage, whose helper
threads a busy machine keeps waiting: half of them took 2.7 ms, and take 0.4 since the serving thread collects alone (by turns in one process, other work on both cores).

**All of history** are questions of which hardly one comes back. Each was a statement over six tables, whose setting up at each execution
costs more than reading its rows, often a second one for the board of the game, and in the beginning one more for each name and header;
and at the second question about a stretch four more, to keep what was seldom asked for again. Questions that wait
at the same time are put in one statement now, board and all (ADR 21). CPU time a question of the statement alone, by how many share it, on a
machine busy with other work (one season, exact instants):

| questions a statement | 1 | 4 | 8 | 16 | 32 |
| --- | --- | --- | --- | --- | --- |
| PostgreSQL, µs | 130 | 53 | 40 | 33 | 25 |
| Node, µs | 93 | 28 | 19 | 14 | 11 |

Sixteen connections make batches of six to eight. A whole question took 340 to 710 µs of Node's time and 390 to 730 of PostgreSQL's there, and 105 to 200 and 57 to 115 after. Of Node's,
two fifths are writes to sockets; what PostgreSQL still does is the descents: without the arrays of a line its time was hardly less.
What stands around the lines was as many statements again: ids of games, read now with those of 256 keys around, and headers, read now without their plays, for half.
By turns on a busy machine that took PostgreSQL's time from 215 to 124 µs a question and Node's from 198 to 143 (bare route: 24 and 39); on a busier one from 587 to 552 and from 216 to 166 (115 and 50).
A statement of five or six questions takes 120 to 150 µs to set up and 25 µs a question, half of it descents into indexes that no cache holds: columns fewer by a
third made it a twentieth faster at most. Also tried, by CPU time and by turns: to wait two or five more turns of the event loop for company, where twelve questions shared the asking
for what is known instead of nine, at the same CPU time within a hundredth. Hono falls back to the slower of its routers (\`/v1/basis\` stands beside \`/v1/:league\`): it takes 0.95 µs a
question and the faster one would take 0.24, of some 50.
Earlier runs began every round with the same questions, so that a round measured the keeping of what the round before had
asked, and the next one what was kept; each round goes on where the last one ended now.

Ratios measured on the way, each in a run of its own, those in SQL with one season and both pgbench and the Node driver:

| design | as-of in SQL / primary key | player route / bare route |
| --- | --- | --- |
| sums of 54 counters in SQL, three statements over twenty tables, query schemas compiled at each request | 0.17 to 0.21 | 0.13 |
| the same statement behind an inlined function | 0.21 | |
| levels returned as they are and added up by the reader | 0.33 to 0.38 | |
| and what seasons carry stored as arrays, joins instead of \`limit 1\` laterals, behind an inlined function | 0.39 to 0.40 | |
| and one statement over six tables with names and headers remembered, schemas compiled once | 0.36 to 0.42 | 0.16 to 0.28 |
| running counters stored as arrays as well (not taken) | 0.47 | |
| game and season carries merged in one table as well (not taken) | 0.48 | |
| running rows of a game as one block in the game's row (not taken, ADR 13) | about 0.5 | |
| running rows in runs (ADR 22), for their size | 0.34 to 0.39 | |
| the last play as one array, columns named, a tenth less of PostgreSQL's time a line (ADR 9) | not measured by rate | |
| lines kept in the process, the ledger asked once for all who wait (ADR 12) | | 0.84, one evening |
| lines of all who wait in one statement (ADR 21); by CPU time of Node and PostgreSQL, for the machine was too busy to compare rates | | all of history 0.35, before 0.09 |`;
