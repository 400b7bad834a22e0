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

The line itself is found by descents alone: closed rows have an index that tells bases apart. Nearly all of the time goes to the question
which game is going on: \`player_stats\` has an index by start for open rows only, so at a basis all versions of all the player's games are read and
sorted, 18,000 rows here. An index by start over closed rows, with both bases in it, and two seeks as for the line would leave descents.
What season totals are seen is found by passing over their versions, 200 of them, one by one; \`basis_to\` in that index would spare it.
A whole answer asks besides, at every old basis, for the names, the game's header, and whether the league holds anything in doubt, which reads
all games; for the newest basis all three are remembered.`;
