/** What is known of the speed of panels beyond the figures of a run: part of the page. */
export const PANEL_FINDINGS = `### Where the time of a panel goes

A thousand rows are sought in the indexes, so nothing is scanned. Of larger panels the lines are read whole once and kept in the process as columns, and the
instants of a game's plays after six questions about the game; “first” includes that reading, most of it PostgreSQL's time for giving the rows out. From then
on a million rows cost Node about 0.8 s of CPU: the rows are read from their bytes and looked up on the main thread, while a second thread
writes what was found. DuckDB costs 1.2 to 1.6 s, spread over both cores. Other work on the machine takes the second core from either. What else was
tried, and the memory of other formats: [ADR 15](adr/0015-panels-from-columns.md).

Thirty seasons do not fit: twenty-two million running rows are several times the 96 MB that columns may take, and what does not fit is sought row by row, which is
where a panel of a million rows over all of thirty seasons spends its time, and most of its memory. Three seasons fit whole: there a million rows took 1.1 s against DuckDB's 0.8
before a second thread wrote the answers. A bound four times as high would hold them, and break that of the process.`;
