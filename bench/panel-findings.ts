/** What is known of the speed of panels beyond the figures of a run: part of the page. */
export const PANEL_FINDINGS = `### Where the time of a panel goes

A thousand rows are sought in the indexes, so nothing is scanned. Of larger panels the lines are read whole once and kept in the process as columns, and the
instants of a game's plays after six questions about the game; “first” includes that reading, most of it PostgreSQL's time for giving the rows out. From then
on a million rows cost Node about 0.8 s of CPU: the rows are read from their bytes and looked up on the main thread, while a second thread
writes what was found. DuckDB costs 1.2 to 1.6 s, spread over both cores. Other work on the machine takes the second core from either. What else was
tried, and the memory of other formats: [ADR 15](adr/0015-panels-from-columns.md).

Of thirty seasons a panel keeps only the counters it asks for, packed: two bytes a running row for points, six for all 18 counters. Points of 22 million running rows
take 47 MB and the instants of 20 million plays 58 MB, so panels of few counters are answered from memory alone once they have been read; reading all took PostgreSQL
15 s and Node about as much while the database made rows of runs; it gives out runs as they lie now, which takes it 0.4 µs a row where it took 0.7, and Node 0.5 where it took 0.7. Lines are read whole from a question for every second game on, so panels of 100,000 rows over thirty seasons are sought row by row until
five or six have been asked. That takes PostgreSQL 11 µs a row and Node 3, two thirds of it descents of which half is waiting for memory; with all 18 counters of every level, which the statement used to give whatever
was asked, it took 33, and a tenth more while one counter was cut out of slices of all. Two such statements and the process share two cores. All 18 counters of thirty seasons do not fit: what is over is sought, and such a panel takes half a minute of both cores.`;
