/** How it is measured, in words: part of the page. */
export const METHOD = `## Method

\`npm run bench\` measures everything in one run and writes this page. \`--only load|disk|as-of|counters|http|reads|panel|two-clocks|page|aws\` runs a part, \`--quick\`
a short version on small data; both only print. \`--seasons N\` sets the size of the simulated history, and
\`bench prepare\` makes it beforehand, with progress, and goes on where it was interrupted; a quick run has three short seasons. The benchmark has a
PostgreSQL of its own (\`--home\`, by default a folder of the system's temporary folder), the embedded server with its
usual settings. It keeps the simulated seasons between runs; a run that is interrupted takes up where it left.

- **By turns.** A ratio is measured A B A B …, and is the median of the rounds' ratios. What else the machine does falls on
  both sides. Absolute figures are medians too, and depend on the machine and on its other work.
- **Closed loops.** Each worker asks again as soon as it is answered. The first 0.3 s of a round do not count.
- **Loading.** A child process loads into a fresh, migrated database with durable commits, one game one transaction. Then
  all rows of the league's tables are read out, the tables are emptied (indexes, foreign keys, checks stay), and the
  same rows are copied back, one COPY and one transaction a table: what the same rows cost without reading files, folding, keys,
  prefixes or a ledger. Both start from a checkpoint. Memory is the child's peak resident set.
  An NFL season is loaded in the same way after each round, rows are those written.
- **Disk.** The database of the simulated seasons as it stands, everything in it, times the seasons it would have to hold.
- **As-of in SQL.** \`lineCall\` of \`src/asof\`, an SQL function that the planner inlines, prepared, integer keys, questions that are (player, instant) pairs: half are
  instants during one of the player's games, half any instant from the first game to the last. The limit it is held
  against fetches one narrow row by primary key, with the same driver on the same connections. The plan is checked by program:
  no scan but index scans, so no call of a function that was not inlined, no sort of many rows, no scan of more than a handful of rows.
- **Counters.** Ninety days of four games for one league of each sport, from the simulator's generic mode, which makes games of a sport's definition and
  nothing else: eight teams of the same size, exact stamps. The same questions of each by turns, one at a time. Latency may grow with the counters by what
  the rows (\`pg_column_size\` of the three levels) or the answers (JSON) grow; the table names the sport against which it comes nearest to that.
- **HTTP.** Both routes are served by \`@hono/node-server\` in one process over one pool; the load comes from another process
  over 16 keep-alive connections. Both processes and the database share the machine's cores. *One evening*: 20,000 questions about the players of the
  day with most games, each at any instant from the first play to the last. *All of history*: 300,000 questions, drawn as for SQL, each run going on where the last one ended; hardly
  one comes back to the same stretch. Ten seconds of each go before, uncounted. At half load the questions come at a fixed rate, answered in time or not;
  what comes due while its connection waits counts from when it was due. The bare route is then asked at the same rate: what is above its p99 is ours.
- **Every read.** Each route over HTTP from one connection, by turns of the large database and of that with one season; questions are about
  players, teams and games of the last season of either, at instants of their games: the same number of questions of each, each asked as often before, so that as
  much of one as of the other is kept in the process. A first turn, of servers that keep nothing yet, is shown by itself. A read that looks at an instant, a game or a season may not take
  longer for the seasons before it. Leaders of careers are everybody's, and a counter that can fall is looked for in every game that may have taken it so far.
- **Panels.** \`playclock serve\` in a process of its own answers a CSV file of (player, instant) rows, half of them during one of the player's games,
  half at any time, each (player, game) as likely as any other; the client writes the answer to a file. The peer is DuckDB (\`@duckdb/node-api\`), in the process of the client, over
  its own file of the same rows of the three levels, exported beforehand: it reads the same CSV, joins with ASOF JOIN, adds the levels up, and writes CSV in the order
  asked. It may use all cores. It does not work out what a line has run on since its row, nor the last play of the game. The answers of both are compared before anything is timed.
  One panel goes before the rounds, timed as “first”. A single as-of is read on one connection each, as prepared statements.
- **Two clocks.** Two teams that play each other 82 times a season for twenty seasons with the same players, loaded once and copied. Games
  are loaded through the loader, rows and milliseconds are the ledger's: a row closed and its successor opened count as two, and
  the time is that of the transaction. A live game is loaded as the feed told it after each play. A game is revised 200 times by moving its
  first assist to and fro between two players: every later row of both changes each time. The same questions about
  those two are then asked at three bases and at none, by turns, on one connection, as the API asks them.
- **Data.** Simulated seasons in the live feed's format, 30 teams, 82 games each, from a fixed seed: the same rows everywhere. What an older version loaded is brought up to
  date by the migrations; so were the thirty seasons of this page, by the one that gathers running rows in runs.`;
