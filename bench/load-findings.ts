/** What lies behind the figures of loading, as it was measured when the loader was built. */

/** Costs that were found and taken away, and those that stay. */
export const LOAD_FINDINGS = `A load of the 479 games took the client 23 to 27 s of CPU and takes 9; the server took 9.6 to 10 s, and 7.1 to 7.9 beside 4.1 of a raw COPY before running rows lay in runs. What it was:

| cost | what became of it |
| --- | --- |
| collecting garbage in the thread that prepares games: 12 MB of young generation copied what a game still needed again and again | 32 MB, at the same peak: 5 s of CPU less |
| a typed array and an object for each running row, 486,000 of them | a line's rows as columns: the fold from 1.3 to 0.9 s |
| cloning the folded game to the other thread, 2.2 s | columns of what the writer needs: 0.7 s |
| a CSV parser that judges each character, 1.1 s | a text without quotes is split: 0.2 s |
| asking for a day's length at each minute, 1.4 s | once a game |
| text made of 18 million cells, and parsed again by the server | binary COPY: the client's 1.4 s are 0.3, the server takes plays and running rows in a fifth less |
| 32 statements a game, planned each time | 29, those planned for good that look up by one key |
| two round trips a COPY, eight COPYs a game | one: the rows follow the statement at once |
| ANALYZE of every counter, 1.6 s in the football season | of what places running rows: 0.7 s |
| statements that wait for one another, and encoding while the server waits | what needs nothing of each other goes out at once over a pipelined connection |
| a row of a table for each running row, 486,000 of them | runs ([ADR 22](adr/0022-runs-of-running-rows.md)): the server in COPY from 3.4 to 2.3 s, and 0.26 s to look for overlaps |

What is left beyond a raw COPY is the server's: a COPY a table and game instead of one a table, the statements between them, ANALYZE, and commits. Those that look up many keys are planned anew each time on purpose: a plan made while their table was empty would scan it when it is full.`;

/** What lies behind the two rates. */
export const RATE_FINDINGS = `The 285 files of the football season hold 150 MB of JSON, the basketball games 36 MB of CSV, and a football row has 60
counters where a basketball row has 18: rows are no equal measure of the two. A raw COPY alone takes the server 8.7 µs of CPU for a football row
and 5.9 for a basketball row, a rate of 0.68. The server is what both loads wait for (5.2 s of CPU in the football season, 7.1 to 7.9 in the basketball games, which have
2.8 times the rows); the thread that parses JSON is idle for four fifths of the time. Of football's a raw COPY takes 2.3, and a quarter of that the final lines of players: 67 a game,
where basketball has 25, each with six indexes and its foreign keys, 28 µs a row. ANALYZE took 1.6 s and takes 0.7. The rest are the statements of a game, which are as many
for its 900 rows as for the 1,500 of a basketball game. Those figures are from before running rows lay in runs and statements were pipelined: football came from 28,000 to
some 33,000 rows a second then, basketball from 64,000 to some 70,000. What is left of a game is nearly the same for both, and a football game has three fifths of the rows. A third of the football load's time went away when games without a schedule
were taken by file name and not by id, which says nothing of when they were played.`;
