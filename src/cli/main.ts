/** The command line. Commands are thin: they read their words, call the verbs, and set the exit code. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { SCOPES } from '../asof/combine.ts';
import { AmbiguousInstantError, InvalidInstantError, NonexistentInstantError } from '../asof/instant.ts';
import { UnknownZoneError, zoneNamed } from '../asof/zone.ts';
import { EmbeddedServerError } from '../database/binaries.ts';
import { migrate } from '../database/migrate.ts';
import { NoSuchKeyError } from '../keys/manage.ts';
import { JournalError } from '../store/journal.ts';
import { ASK_DERIVED, ASK_SCOPES, ASK_SEASON_TYPES, type AskOptions, ask } from './ask.ts';
import { openDatabase, readConfig } from './config.ts';
import { keyCommands } from './keys.ts';
import { loadPaths } from './load.ts';
import { outsideFault } from './outside-fault.ts';
import { type PanelCommand, panel } from './panel.ts';
import { rdsCommands } from './rds-commands.ts';
import type { S3Words } from './s3.ts';
import { listen, untilStopped } from './serve.ts';
import { withSession } from './session.ts';
import { simulate } from './simulate.ts';
import { loadDemo, printQuestion } from './start.ts';
import { UsageError } from './usage-error.ts';

const program = new Command('playclock').description(
  'What was true, and what was known, at an exact instant of sport.',
);

program
  .command('start')
  .description('embedded database, demo season, API and page on http://localhost:8080')
  .action(() =>
    withSession(async ({ config, pool, loadPool }) => {
      await loadDemo(loadPool);
      const listening = await listen(pool, config);
      await printQuestion(pool, listening.url);
      console.log(`listening on ${listening.url}`);
      await untilStopped(listening);
    }),
  );

program
  .command('load')
  .description('load files, folders and buckets; any supported feed, recognised by content')
  .argument('<path...>', '.json or .csv, gzipped or not; s3://bucket/prefix')
  .option('--endpoint <url>', 'address of a local S3 (or AWS_ENDPOINT_URL_S3)')
  .action((paths: string[], options: S3Words) =>
    withSession(async ({ loadPool }) => {
      if (!(await loadPaths(loadPool, paths, options))) process.exitCode = 1;
    }),
  );

program
  .command('rebuild')
  .description('repeat the ledger that a bucket keeps, into an empty database: same ingests, same answers')
  .argument('<bucket>', 's3://bucket')
  .option('--endpoint <url>', 'address of a local S3 (or AWS_ENDPOINT_URL_S3)')
  .action((bucket: string, options: S3Words) =>
    withSession(async ({ loadPool }) => {
      const { rebuildFrom } = await import('./s3.ts');
      await rebuildFrom(loadPool, bucket, options);
    }),
  );

program
  .command('ask')
  .description('how did a player, a team or a game stand at an instant?')
  .argument('<who>', 'name or id; of a game: both teams and, if need be, the date')
  .argument('[when]', 'instant with an offset, or local time with --tz; now, if left out')
  .option('--at <when>', 'the same')
  .option('--tz <zone>', 'IANA zone of a local time, such as America/Chicago', zoneNamed)
  .option('--league <code>', 'look for the name in one league only')
  .addOption(new Option('--scope <scope>', 'totals to show').choices(ASK_SCOPES).default('all'))
  .addOption(new Option('--season-type <type>', 'games that count').choices(ASK_SEASON_TYPES).default('all'))
  .addOption(
    new Option('--derived <from>', "figures of the line alone, or all: also from its games' other lines")
      .choices(ASK_DERIVED)
      .default('line'),
  )
  .option('--before', 'leave out plays at the very instant')
  .option('--basis <id>', 'as known after that ingest')
  .option('--known-at <when>', 'as known at that instant')
  .option('--watch', 'go on, and answer again whenever the answer changes')
  .option('--json', 'the body of the HTTP answer; with --watch, a line each')
  .action((who: string, when: string | undefined, options: AskOptions) =>
    withSession(({ pool }) => ask(pool, who, when, options)),
  );

program
  .command('panel')
  .description('counters of many players or teams, each at its own instant, from a file into a file')
  .argument('<file>', 'rows of player_id or team_id and as_of: .csv, .ndjson or .json')
  .requiredOption('-o, --output <file>', '.csv, .ndjson, .json, .arrow or .parquet')
  .option('--league <code>', 'whose players and teams', 'nba')
  .addOption(new Option('--scope <scope>', 'totals to write').choices(SCOPES).default('career'))
  .addOption(new Option('--season-type <type>', 'games that count').choices(ASK_SEASON_TYPES).default('all'))
  .option('--counters <names>', 'counters and derived stats, parted by commas; all counters by default')
  .option('--tz <zone>', 'IANA zone of local times, such as America/Chicago', zoneNamed)
  .option('--before', 'leave out plays at the very instants')
  .option('--basis <id>', 'as known after that ingest')
  .option('--max-age <age>', 'leave rows empty whose last play is older: seconds, or like PT36H')
  .action((file: string, options: PanelCommand) => withSession(({ pool }) => panel(pool, file, options)));

program
  .command('serve')
  .description('the API alone, on HOST and PORT')
  .action(() =>
    withSession(async ({ config, pool }) => {
      const listening = await listen(pool, config);
      console.log(`listening on ${listening.url}`);
      await untilStopped(listening);
    }),
  );

program
  .command('migrate')
  .description('bring the database to this version')
  .action(async () => {
    const database = await openDatabase(readConfig(process.env));
    try {
      await migrate(database.url);
      console.log('the database is up to date');
    } finally {
      await database.close();
    }
  });

program
  .command('compact')
  .description('rebuild indexes that many loads left loose; readers and loads go on')
  .action(() =>
    withSession(async ({ pool }) => {
      const { compact } = await import('./compact.ts');
      await compact(pool);
    }),
  );

keyCommands(program);
rdsCommands(program);

program
  .command('simulate')
  .description('write seasons of an invented league as NBA live files')
  .requiredOption('-o, --out <folder>', 'where to write')
  .option('--seed <seed>', 'same seed, same bytes', 'playclock')
  .option('--seasons <labels>', 'such as 2021-22,2022-23', '2023-24')
  .option('--teams <count>', 'teams, an even number', wholeNumber, 30)
  .option('--games <count>', 'games a team', wholeNumber, 82)
  .option('--no-gzip', 'write plain JSON')
  .option('--revisions <count>', 'corrected versions of the first games, into revisions/', wholeNumber, 0)
  .option('--stats-v2 <count>', 'the first games as playbyplayv2 CSV too, into stats-v2/', wholeNumber, 0)
  .action(simulate);

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('not a whole number');
  return Number(text);
}

/** What the user can put right is one line; anything else keeps its stack. */
function isForTheUser(error: unknown): error is Error {
  const kinds = [
    UsageError,
    EmbeddedServerError,
    InvalidInstantError,
    UnknownZoneError,
    AmbiguousInstantError,
    NonexistentInstantError,
    NoSuchKeyError,
    JournalError,
  ];
  // Told by its name: its module would bring the SDK along.
  return kinds.some((kind) => error instanceof kind) || (error instanceof Error && error.name === 'RdsError');
}

try {
  await program.parseAsync();
} catch (error) {
  const fault = outsideFault(error);
  if (isForTheUser(error)) console.error(`error: ${error.message}`);
  else if (fault !== null && error instanceof Error) console.error(`error: ${fault} (${error.message})`);
  else console.error(error);
  process.exitCode = 1;
}
