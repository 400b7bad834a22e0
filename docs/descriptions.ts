/** What the tables and columns mean, for docs/database.md. */
import { LEAGUES } from '../src/sports/leagues.ts';

/** One line a table, by its name without the schema, in the order of the page. */
export const PURPOSES: Readonly<Record<string, string>> = {
  ingests: 'The ledger: one row an ingest, also for one that changed nothing or was rejected.',
  ingest_files: 'The files of an ingest, by content: a game may come as play-by-play, box score and summary.',
  objects:
    'Versions of bucket objects, each settled once, in the transaction of its ingest: what is delivered again finds its row.',
  journals: 'How far the ledger has been written down in a bucket, from which a database can be rebuilt.',
  api_keys: 'Keys of the API. Of the secret only a hash is kept.',
  routines: 'What the SQL functions were made from, so that a start with nothing new leaves them alone.',
  teams: 'Identities of teams: the feed’s id and a short key. Never changed.',
  team_details: 'Names of teams, under a basis.',
  players: 'Identities of players: the feed’s id and a short key. Never changed.',
  player_details: 'Names and birth dates of players, under a basis. The trigram index serves the search.',
  venues: 'Arenas. The first description stays.',
  officials: 'Referees. The first name stays.',
  seasons: 'Season parts: one row a season and type, with first and last day where they were stated.',
  games: 'Identities of games: the feed’s id and a short key. Never changed.',
  game_details:
    'What a game is, under a basis: season part, date, sides, and once plays are loaded their feed, first and last instant.',
  game_officials: 'Who refereed a game, under a basis.',
  play_by_play: 'Every play, normalised.',
  play_documents: 'The feed’s own rows of the plays that an ingest opened, of one game.',
  period_starters: 'Who was on the floor when a period began, and how that is known.',
  reconciliations:
    'What did not add up: a stated total, score, box cell, sum or floor, beside what was counted.',
  corrections:
    'What a later version of a game changed: a counter, before and after, at the play that caused it.',
  cumulative_stats:
    'Play level of players: runs of running rows, the counters within the game after each play that changed them. Season totals have a run of one row here too. The view `cumulative_rows` shows the running rows.',
  player_stats: 'Game level of players: the final line, and the season part to date before the game.',
  player_season_totals:
    'Season level of players: official totals where stated, and what came before the season part.',
  team_cumulative_stats: 'Play level of teams; the view `team_cumulative_rows` shows the running rows.',
  team_stats: 'Game level of teams.',
  team_season_totals: 'Season level of teams.',
};

const CLOCK = 'centiseconds of game clock run';

/** What a column means, by `table.column`, or by the name alone where it means the same everywhere. */
export const MEANINGS: Readonly<Record<string, string>> = {
  basis_from: 'ingest that made the row known',
  basis_to: 'ingest that superseded it; null while it holds',
  ingest_id: 'the basis: ids follow the order of commits',
  league: 'null where the file was not recognised',
  source: 'file as it was named to `load`',
  'period_starters.source': 'how it is known',
  format: 'recognised format',
  game_id: 'the feed’s id',
  outcome: 'what became of it',
  place: 'where in a rejected file: line, row or JSON path',
  reason: 'why it was rejected, and what to do',
  plays: 'plays read',
  rows_written: 'rows opened, closed and revised; running rows are counted, not their runs',
  discrepancies: 'rows of `reconciliations` found',
  counts: 'further counts, such as rows opened and closed',
  started_at: 'instant of the first play',
  'ingests.started_at': 'when the work began',
  ended_at: 'instant of the last play; null while the game goes on',
  committed_at: 'the knowledge clock: never goes back from one id to the next',
  duration_ms: 'milliseconds from begin to commit',
  bucket: 'bucket of the object',
  key: 'its key',
  version: 'its version id, or `etag:` and the entity tag where the bucket keeps no versions',
  sequencer: 'orders the versions of a key; null where a listing told of it',
  modified_at: 'when the bucket got it',
  'objects.member':
    'of a bundle, a file of many games: which one, `game=0021500001` or `line=17`; empty for the object itself',
  'objects.ingest_id': 'ingest that settled it',
  'objects.state':
    '`settled`: counts; `waiting`: needs another file first; `superseded`: a later version came first; `rejected`: in quarantine; `missing`: gone before it was read',
  'objects.role': 'what kind of file it is',
  'journals.basis': 'last ingest written down',
  key_id: 'public part of the key',
  'api_keys.name': 'whose it is',
  scopes: 'what it may do',
  secret_sha256: 'hash of the secret part',
  per_minute: 'calls allowed in a minute',
  created_at: 'when it was made',
  revoked_at: 'when it ended; null while it holds',
  sha256: 'hash of the file’s bytes as given',
  'routines.sha256': 'hash of the definitions',
  bytes: 'size as given',
  schema_name: 'league',
  installed_at: 'when',
  team_key: 'short key',
  team_id: 'the feed’s id',
  tricode: 'three letters',
  city: 'null where no feed has said',
  name: 'as known',
  player_key: 'short key',
  player_id: 'the feed’s id',
  birth_date: 'null where not known',
  birth_precision: 'how well: day, month or year',
  venue_key: 'short key',
  venue_id: 'the feed’s id',
  zone: 'IANA zone',
  official_key: 'short key',
  official_id: 'the feed’s id',
  season_order: 'ten times the starting year plus the type’s place: `20151` is 2015-16 regular',
  season: 'like `2015-16`',
  season_type: 'part of the season',
  first_day: 'in the league’s zone',
  last_day: 'in the league’s zone',
  game_key: 'short key',
  'cumulative_stats.game_key': 'null on the run of season totals',
  'cumulative_stats.wall_clock_time': 'instant of the first running row, best value',
  'cumulative_stats.order_key': 'order key of the first running row',
  'cumulative_stats.precision': 'how well the instants are known: one for all rows of a run',
  'team_cumulative_stats.game_key': 'null on the run of season totals',
  'team_cumulative_stats.wall_clock_time': 'instant of the first running row, best value',
  'team_cumulative_stats.order_key': 'order key of the first running row',
  'team_cumulative_stats.precision': 'how well the instants are known: one for all rows of a run',
  game_date: 'date in the league’s zone',
  scheduled_at: 'start by the schedule',
  home_key: 'home team; null where the schedule gives three letters only',
  away_key: 'visiting team; likewise',
  home_tricode: 'three letters',
  away_tricode: 'three letters',
  feed: 'feed that answers for the game; null until plays are loaded',
  first_play_at: 'instant of the first play',
  last_play_at: 'instant of the last play',
  is_final: 'the plays tell that the game is over',
  precision: 'how well the instant is known',
  'game_details.precision': 'the coarsest of its plays that count for somebody',
  wall_clock_time: 'the instant, best value',
  order_key: 'the feed’s own order among plays of one instant',
  play_id: 'the feed’s own identity of the play',
  method: 'how the instant was obtained',
  earliest: 'the instant is not before',
  'cumulative_stats.earliest': 'the instant is not before; null where it is exact, and where all are',
  'team_cumulative_stats.earliest': 'the instant is not before; null where it is exact, and where all are',
  latest: 'the instant is not after',
  'cumulative_stats.latest': 'the instant is not after; likewise',
  'team_cumulative_stats.latest': 'the instant is not after; likewise',
  period: '1-based; overtimes go on counting',
  clock: 'centiseconds left in the period',
  elapsed: `${CLOCK}`,
  'cumulative_stats.elapsed': `${CLOCK} at the running row; null where the line does not accrue, and where no row does`,
  'team_cumulative_stats.elapsed': `${CLOCK} at the running row; null where the line does not accrue, and where no row does`,
  margin: 'own score less the other’s at the running row; null where the line does not accrue',
  instants: 'milliseconds after `wall_clock_time`, of each running row',
  order_keys: 'the feed’s own order among plays of one instant, of each running row',
  counters_1: 'counters, row after row, in the sport’s order; null where one does not fit a byte',
  counters_2: 'the same in two bytes; null where a byte is enough',
  counters_4: 'clocks, row after row; null where the sport counts none',
  home_score: 'after the play',
  away_score: 'after the play',
  kind: 'kind of play, the same words for every feed',
  'reconciliations.kind': 'what it was held against',
  description: 'the feed’s text',
  edited_at: 'when the feed last edited the play',
  'game_details.edited_at': 'the feed’s last edit of any play',
  made_at: 'when the feed made this version of the document',
  basis: 'ingest that changed it',
  before_basis: 'ingest that said otherwise before',
  'corrections.position': 'order within the ingest',
  change: 'what became of the play; `replaced`: another feed tells the game now',
  before: 'counter at the play before, published units',
  after: 'counter at the play since, published units',
  note: 'the feed’s note on the edit',
  'reconciliations.note': 'in words',
  document_digest:
    'eight bytes of the SHA-256 of the feed’s own row; null where it was carried over without one',
  documents: 'JSON by play, compressed as `format` says',
  'play_documents.format': '`zstd`, or `json` for plain text carried over from an older schema',
  'play_documents.basis': 'ingest that opened the plays: their `basis_from`',
  side: '`home` or `away`',
  counter: 'counter by its published name',
  stated: 'what the feed says, published units',
  counted: 'what Playclock counted',
  starter: 'on the floor when the game began',
  position: 'as the box score names it',
  has_plays: 'games of this part are loaded',
  is_stated: 'official totals are loaded',
  stated_from: 'the totals may be true from here',
  stated_at: 'the totals are true for certain from here',
  stated_team: 'team as the totals name it',
  games_from_plays_before: 'games loaded play by play before this part, of its type',
  games_from_plays_before_all: 'the same, of all types',
  season_before: 'the season part to date before the game, in the sport’s order of counters',
  'player_season_totals.season_before': 'in the same season, earlier parts; null in the first',
  'team_season_totals.season_before': 'in the same season, earlier parts; null in the first',
  'player_season_totals.stated':
    'official totals of the part; null for a counter that the record does not hold',
  'team_season_totals.stated':
    'official totals of the part; null for a counter that the record does not hold',
  career_before: 'in the career before the part',
  career_before_type: 'the same, games of the part’s type',
};

/** The page's beginning. */
export const INTRODUCTION = `# The database

Tables, columns and rules as the table definitions have them. The words are those of the [glossary](glossary.md); how the
levels work together is in [architecture](architecture.md); how to ask is in [temporal queries](temporal-queries.md).

- Schema \`playclock\` holds what all leagues share: the ledger and the types.
- Each league has a schema of its own, made by one factory: ${LEAGUES.map((league) => `\`${league.code}\``).join(', ')}.
  This page shows \`nba\`; leagues of the same sport have the same tables.
- \`playclock_migrations.applied\` records the migrations that ran. The extension \`pg_trgm\` serves the search by name.

## Rules that hold everywhere

- **Instants** are \`timestamptz(3)\`: UTC, milliseconds.
- **Ids and keys.** A feed’s id is text and stands once, in \`players\`, \`teams\`, \`games\`. Everything else carries the
  short key.
- **A fact is never overwritten.** A row that no longer holds is closed (\`basis_to\`), its successor opened. The rows
  known at basis \`N\` are those with \`basis_from <= N and (basis_to is null or basis_to > N)\`; the rows that hold now are
  those with \`basis_to is null\`. Unique indexes on the open rows keep each fact single.
- **Two kinds of index.** One covers the open rows alone and serves the reads of today, one the closed rows for reads at
  an older basis.
- **Keys that allow distribution.** Tables read by player or team begin with it, tables of plays with the game. Neither
  refers to the other: foreign keys go to small tables only. Plays, running rows and starters, millions of rows, have
  none, for each would cost a lookup a row (a third of the time of their COPY); the game's own rows, of the same write, have them.
- **Running rows lie in runs.** A row of the play level holds up to some fifty consecutive running rows of one entity in one game, in
  arrays. The runs that a basis sees never overlap, so the last running row at an instant lies in the last run that begins by then. To read them as
  rows, with a column for each counter, there is a view for each table: \`cumulative_rows\` and \`team_cumulative_rows\`
  ([ADR 22](adr/0022-runs-of-running-rows.md)).
- **Counters** are stored in the sport’s order under the names of [stats](stats.md). Within a game two bytes hold all but
  clocks, and in most runs one. In seasons and careers a null says that the record does not hold the counter.
`;
