/** What lies behind the figures of loading, as it was measured when the loader was built. */

/** Costs that were found and taken away, and those that stay. */
export const LOAD_FINDINGS = `A load of the 479 games took the client 23 to 27 s of CPU and takes 8 to 9; the server took 9.6 to 10 s, and takes 3.6 to 3.9. What it was:

| cost | what became of it |
| --- | --- |
| collecting garbage in the thread that prepares games: 12 MB of young generation copied what a game still needed again and again | 32 MB, at the same peak: 5 s of CPU less; 64 MB gave nothing more |
| a typed array and an object for each running row, 486,000 of them | a line's rows as columns: the fold from 1.3 to 0.9 s |
| cloning the folded game to the other thread, 2.2 s | columns of what the writer needs: 0.7 s; the feed's own rows go packed, as they are stored |
| a CSV parser that judges each character, 1.1 s | a text without quotes is split: 0.2 s |
| asking for a day's length at each minute, 1.4 s | once a game |
| text made of 18 million cells, and parsed again by the server | binary COPY: the client's 1.4 s are 0.3, the server takes plays and lines in a fifth less |
| 32 statements a game, planned each time | 25, those planned for good that look up by one key; where a game's players and teams stand is asked in one for each kind, not in five |
| two round trips a COPY, eight COPYs a game | one: the rows follow the statement at once |
| ANALYZE of every counter, 1.6 s in the football season | of what places lines, a table a connection |
| statements that wait for one another, and encoding while the server waits | what needs nothing of each other goes out at once over a pipelined connection, and what is sent at one time is one write to the socket |
| a row of a table for each running row, 486,000 of them | runs ([ADR 22](adr/0022-runs-of-running-rows.md)): the server in COPY from 3.4 to 2.3 s |
| foreign keys of final lines to game, season part and team, 480 ms for the 18,961 of the football season | none, as plays and running rows have none: 175 ms. The same ingest makes what they name, and nothing is ever deleted |
| asking of each file whether it was loaded before, 0.2 s | once for all, then only of those that were met |

What is left beyond a raw COPY is a COPY a table and game instead of one a table, the statements between them, ANALYZE, commits, and on two cores the two threads of the client: while games are written both cores are busy for four fifths of the time. Statements that look up many keys are planned anew each time on purpose: a plan made while their table was empty would scan it when it is full.`;

/** What lies behind the two rates. */
export const RATE_FINDINGS = `The 285 files of the football season hold 150 MB of JSON, the basketball games 36 MB of CSV, and a football row has 60
counters where a basketball row has 18: rows are no equal measure of the two. Held against what is read and written, football is loaded faster: 24 MB of feed a second beside 4.6,
and two million counters of lines a second beside 1.2. A raw COPY alone took the server 8.7 µs of CPU for a football row and 5.9 for a basketball row when final lines had their foreign keys, a rate of 0.68. A game costs nearly the
same in both, 21 ms and 16, and a football game has three fifths of the rows: 936 beside 1,546.

What took both loads a quarter less time at last (by turns on a quiet machine, three rounds: football 8.1 and 6.2 s, basketball 10.3 and 7.8) took as much from one as from the other, so the rate of the two stayed:
the server's CPU for the football season fell from 4.4 to 3.0 s, the thread that reads and folds a warm season from 2.05 to 1.35 s, and for the basketball games the server's from 5.4 to 3.7 s. A third of the football load's time had gone away before, when games
without a schedule were taken by file name and not by id, which says nothing of when they were played.`;
