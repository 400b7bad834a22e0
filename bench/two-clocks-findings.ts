/** What is known of the second clock's speed beyond the figures of a run: part of the page. */

export const CORRECTION_FINDINGS = `### Why a correction misses its reach

**Rows.** The oldest game is the first of its season: each of the two players carries the assist through all later games he dressed for in
that season (\`player_stats\`) and through nineteen seasons (\`player_season_totals\`), and the ledger counts a closed row and its successor
as two. Half of these rows are new, the other half only gain a \`basis_to\`.

**Time.** What is stored of the game is read once, in seven statements whose conditions are ranges of an index, and compared in memory; only the
rows that differ are sent. What is left is mostly the rows themselves: each of 160 new versions of a line has a heap row and several index entries to be
written, and its predecessor moves from the indexes of open rows to those of closed ones. An append to a live game takes the same
way, without those rows; reading its stored lines is what grows with the game.`;

export const BASIS_FINDINGS = `### Why reads at old bases miss their reach

A row that is seen at a basis is open or closed, and each kind has an index of its own: the statement at a basis seeks in ten indexes where
the current one seeks in five, and PostgreSQL sets up every one of them anew at each execution. The seeks themselves pass over no versions:
\`basis_to\` is in the indexes of closed rows, and of one key only the first version to end after the basis can be seen. Names, game headers
and whether the league holds anything in doubt are remembered by basis.`;
