/** What is known of the second clock's speed beyond the figures of a run: part of the page. */

export const CORRECTION_FINDINGS = `### Why a correction misses its reach

**Rows.** The oldest game is the first of its season: each of the two players carries the assist through all later games he dressed for in
that season (\`player_stats\`) and through nineteen seasons (\`player_season_totals\`), and the ledger counts a closed row and its successor
as two. Half of these rows are new, the other half only gain a \`basis_to\`.

**Time.** Two statements look for the running rows of one game and read the whole table for it, since its indexes begin with entity and
instant and they name neither the game's first instant nor its last: the read of the stored lines, whose bounds are columns of
another table, and the update that closes what differs. It is the same with every append to a live game: its rows do not grow, its time
does. With both instants as parameters the same conditions are ranges of the index (184 ms become 2.5 and 212 become 4.0 over these
970,000 rows). The rest is a temporary table for each of nine or ten batches compared: made, filled, analyzed, dropped.`;

export const BASIS_FINDINGS = `### Why reads at old bases miss their reach

A row that is seen at a basis is open or closed, and each kind has an index of its own: the statement at a basis seeks in ten indexes where
the current one seeks in five, and PostgreSQL sets up every one of them anew at each execution. The seeks themselves pass over no versions:
\`basis_to\` is in the indexes of closed rows, and of one key only the first version to end after the basis can be seen. Names, game headers
and whether the league holds anything in doubt are remembered by basis.`;
