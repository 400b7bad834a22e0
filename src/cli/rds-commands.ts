/** The words of `rds`. The SDK behind them is read only when one is given. */
import { type Command, InvalidArgumentError } from 'commander';
import type { RdsVerb, RdsWords } from './rds.ts';

/** Add the commands. */
export function rdsCommands(program: Command): void {
  const rds = program
    .command('rds')
    .description('the database on AWS: each says what it will do and cost, asks, and waits');
  const add = (verb: RdsVerb, description: string) =>
    rds
      .command(verb)
      .description(description)
      .option('--instance <id>', 'instance (output DatabaseInstance of the stack)', 'playclock')
      .option('--endpoint <url>', 'address of the RDS API, where it is not AWS’s')
      .option('--every <seconds>', 'between two looks while waiting', seconds, 15)
      .option('--yes', 'do not ask')
      .action(async (words: RdsWords) => {
        const { runRds } = await import('./rds.ts');
        await runRds(verb, words);
      });
  add('status', 'how it is, what it costs, how far backups reach');
  add('start', 'start it');
  add('stop', 'stop it; AWS starts it again after seven days');
  add('snapshot', 'take a snapshot that stays').option('--name <id>', 'name of the snapshot');
  add('restore', 'restore into a new instance beside it')
    .option('--to <id>', 'name of the new instance')
    .option('--snapshot <id>', 'from this snapshot')
    .option('--time <instant>', 'as of this instant; without either, the newest backup');
  add('resize', 'another class, or more storage')
    .option('--class <class>', 'such as db.t3.small')
    .option('--storage <gb>', 'gigabytes', gigabytes);
  add('remove', 'remove a restored copy');
  add('drill', 'restore the newest backup, compare, tell time and loss, remove it').option(
    '--maintenance <function>',
    'output MaintenanceFunction of the stack',
  );
}

function seconds(text: string): number {
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError('seconds');
  return Number(text);
}

function gigabytes(text: string): number {
  if (!/^\d{2,5}$/.test(text)) throw new InvalidArgumentError('gigabytes, a whole number');
  return Number(text);
}
