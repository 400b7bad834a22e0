/** `rds`: the database on AWS, from the shell. Nothing is done before it was shown and agreed to. */
import { createInterface } from 'node:readline/promises';
import { RDSClient } from '@aws-sdk/client-rds';
import { type Action, remove, resize, restore, snapshot, start, stop } from '../rds/actions.ts';
import { withAdvice } from '../rds/advice.ts';
import { askFunction } from '../rds/ask-function.ts';
import { type AskFingerprint, drill, drillCopyOf } from '../rds/drill.ts';
import { existingInstance, type Instance, RdsError, type Waiting } from '../rds/instance.ts';
import { monthly, PRICES_ON, PRICES_REGION } from '../rds/prices.ts';

export interface RdsWords {
  readonly instance: string;
  readonly endpoint?: string;
  readonly yes?: boolean;
  /** Seconds between two looks. */
  readonly every: number;
  readonly name?: string;
  readonly to?: string;
  readonly snapshot?: string;
  readonly time?: string;
  readonly class?: string;
  readonly storage?: number;
  readonly maintenance?: string;
}

export type RdsVerb = 'status' | 'start' | 'stop' | 'snapshot' | 'restore' | 'resize' | 'remove' | 'drill';

/** An hour and a half: a restore of a hundred gigabytes takes less. */
const LIMIT = 90 * 60_000;

/** Run one of the commands. */
export async function runRds(verb: RdsVerb, words: RdsWords): Promise<void> {
  const rds = new RDSClient({
    ...(words.endpoint === undefined ? null : { endpoint: words.endpoint }),
    maxAttempts: 8,
    retryMode: 'adaptive',
  });
  try {
    await withAdvice(async () => {
      if (verb === 'status') return console.log(describe(await existingInstance(rds, words.instance)));
      if (verb === 'drill') return await runDrill(rds, words);
      await agreeAndRun(await actionOf(verb, rds, words), words);
    });
  } finally {
    rds.destroy();
  }
}

async function actionOf(
  verb: Exclude<RdsVerb, 'status' | 'drill'>,
  rds: RDSClient,
  words: RdsWords,
): Promise<Action> {
  const context = { rds, id: words.instance, waiting: waitingOf(words) };
  if (verb === 'start') return start(context);
  if (verb === 'stop') return stop(context);
  if (verb === 'remove') return remove(context);
  if (verb === 'snapshot') return snapshot(context, words.name ?? defaultName(words.instance));
  if (verb === 'restore') {
    const { snapshot: name, time } = words;
    if (time !== undefined && Number.isNaN(Date.parse(time))) throw new RdsError(`"${time}" is no instant`);
    const from =
      name !== undefined ? { snapshot: name } : time !== undefined ? { time: new Date(time) } : 'latest';
    return restore(context, words.to ?? `${words.instance}-restored`, from);
  }
  const now = await existingInstance(rds, words.instance);
  return resize(context, { class: words.class ?? now.class, storageGb: words.storage ?? now.storageGb });
}

/** One a day and hour: given again within the hour it finds its own. */
function defaultName(instance: string): string {
  return `${instance}-${new Date().toISOString().slice(0, 13).replace('T', '-')}`;
}

function waitingOf({ every }: RdsWords): Waiting {
  let last = '';
  return {
    every: every * 1000,
    limit: LIMIT,
    onStatus(status, seconds) {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${status}, ${Math.round(seconds)} s`);
      else if (status !== last) console.error(status);
      last = status;
    },
  };
}

async function agreeAndRun({ plan, run }: Action, words: RdsWords): Promise<void> {
  if (plan !== null) {
    console.log(plan.map((line) => `- ${line}`).join('\n'));
    console.log(`(list prices of ${PRICES_REGION}, ${PRICES_ON})`);
    if (!(await agreed(words))) return console.log('nothing was done');
  }
  const done = await run();
  if (process.stderr.isTTY && plan !== null) process.stderr.write('\n');
  console.log(done);
}

async function agreed({ yes }: RdsWords): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) throw new RdsError('nobody is there to be asked: give --yes');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await lines.question('Do it? (yes/no) ')).trim());
  } finally {
    lines.close();
  }
}

function describe(instance: Instance): string {
  const cost = monthly(instance.class, instance.storageGb, instance.multiAz ? 2 : 1);
  return [
    `${instance.id}: ${instance.status}`,
    `${instance.engine}, ${instance.class}, ${instance.storageGb} GB, ${instance.multiAz ? 'Multi-AZ' : 'Single-AZ'}`,
    `at ${instance.endpoint ?? 'no address yet'}`,
    `backups reach to ${instance.restorableTo?.toISOString() ?? 'nowhere yet'}`,
    ...(instance.pending.length === 0 ? [] : [`pending: ${instance.pending.join(', ')}`]),
    cost === null
      ? `no price is known for ${instance.class}`
      : `$${cost.toFixed(2)} a month while it runs (list prices of ${PRICES_REGION}, ${PRICES_ON})`,
  ].join('\n');
}

async function runDrill(rds: RDSClient, words: RdsWords): Promise<void> {
  const instance = await existingInstance(rds, words.instance);
  const copy = drillCopyOf(words.instance);
  const left = await remove({ rds, id: copy, waiting: waitingOf(words) });
  const hours = monthly(instance.class, instance.storageGb, 1);
  console.log(
    [
      ...(left.plan === null ? [] : [`- remove ${copy} first, which an interrupted drill left`]),
      `- restore the newest backup of ${words.instance} into ${copy}`,
      '- compare its ledger and a sample of answers with the running database',
      `- remove it again, whatever came out; it costs ${hours === null ? 'as much as the instance' : `$${(hours / 730).toFixed(3)}`} an hour`,
    ].join('\n'),
  );
  if (!(await agreed(words))) return console.log('nothing was done');
  const report = await drill(rds, words.instance, askBy(words), waitingOf(words));
  console.log(
    [
      `recovered in ${Math.round(report.secondsToRecover)} s, up to basis ${report.basis}`,
      `lost: ${report.lostIngests} ingests, ${Math.round(report.lostSeconds)} s of knowledge (the bucket has them)`,
      `ledger: ${report.ledgerAgrees ? 'the same' : 'DIFFERENT'}; ${report.asked} answers: ${report.answersAgree ? 'the same' : 'DIFFERENT'}`,
    ].join('\n'),
  );
  if (!report.ledgerAgrees || !report.answersAgree) process.exitCode = 1;
}

function askBy({ maintenance }: RdsWords): AskFingerprint {
  if (maintenance !== undefined) return askFunction(maintenance);
  throw new RdsError(
    'name the maintenance function with --maintenance (output MaintenanceFunction of the stack)',
  );
}
