/** What is known of the speed of reads beyond the figures of a run: part of the page. */
export const READS_FINDINGS = `### What grew with the seasons, and why

Earlier runs had reads of an instant or a season up to nine times as slow with thirty seasons as with one. \`EXPLAIN (ANALYZE, BUFFERS)\` of each statement on
both databases, and counts of what was read for each question, told four causes:

| read | grew | cause | since |
| --- | --- | --- | --- |
| pairs of a team | 6.05, 8.67 | the measurement: three seconds of warming up put 200 questions to one database and some 30 to the other, and a second of asking put 14 questions to one and 55 to the other, so folding games for the first time was held against finding them folded | the same questions, asked as often, on both sides; a first turn is shown by itself |
| pairs of a team, who assisted whom | 1.58 | one condition over open and closed rows kept the planner from the index's order: to find a team's newest game all that it had ever begun were read and sorted (2,423 rows, 2,130 pages, 2.3 ms, against 64 rows and 0.06 ms) | a seek in each index: 6 pages, 0.04 ms |
| games of an instant; in it league state, leaders of the games going on | 2.60 | for a range of instants the planner expects a hundredth of all games, and read the whole table of game ids to join them (36,900 rows, 3.1 ms, against 1,230 and 0.4 ms) | keys first, as an array: 0.3 ms |
| leaders of the season | 1.27 | everybody's line was sought, four descents each, into indexes a level deeper (5,570 pages against 4,684) | only those who play just now are sought |

Asked for the first time, every read is slower on either side: nothing is kept in the process yet. What grows there is the depth of indexes, and the pages that are not in PostgreSQL's
256 MB.

### What was too slow at any size

CPU time a question, Node and PostgreSQL, on thirty seasons, measured before and after on a machine busy with other work; but for the second row when nothing is read for the first time:

| read | was, ms | is, ms | by |
| --- | --- | --- | --- |
| pairs of a team | 7.0 + 7.1 | 3.3 + 0.9 | what sides did together in a game kept packed, three kilobytes a side; of a game going on its plays are kept, and read as columns |
| the same, first time | 107 + 77 | 43 + 32 | the games of a team read together, as columns, of one side and the five counters needed |
| leaders of careers | 9 + 36 | 4 + 3 | what everybody's line was when each game was over is kept for seasons that are asked about often |
| leaders of the season | 3.6 + 9.3 | 2.2 + 2.9 | the same; bounds are only looked for where a league holds doubts, and together |
| league state | 4.2 + 6.0 | 1.8 + 2.4 | the lines of thirty teams in one statement, the boxes of all games in another |
| a counter that can fall, never reached | 956 + 410 | 2 + 4 | plus/minus rises by what the own side scores and no more: games in which that would not suffice are not read |
| the same, at its peak | 581 + 299 | 25 + 58 | of the others leads and rows only, until the one in which it is reached |

Where somebody's game goes on the running rows are asked, so leaders cost what the games of the evening are many.`;
