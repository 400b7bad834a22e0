/** What is known of the speed of panels beyond the figures of a run: part of the page. */
export const PANEL_FINDINGS = `### Where the time of a panel goes

A thousand rows are sought in the indexes, so nothing is scanned. Of larger panels the lines are read whole once and kept in the process as columns; “first” includes
that reading, most of it PostgreSQL's time for giving the rows out. From then on a million rows cost Node about 1.3 s of one core: 0.4 s reading and packing
the rows, 0.5 s for searches and sums, 0.4 s writing the answer. DuckDB costs 1.6 s, spread over both cores: where they are idle it gains from the
second, where they are shared it does not. What else was tried: [ADR 15](adr/0015-panels-from-columns.md).`;
