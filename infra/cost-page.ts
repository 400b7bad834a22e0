/** The cost table as Markdown: what the default size costs, and what each change of it would. */
import { FREE, INSTANCE_HOUR, monthly, PRICES, PRICES_ON, PRICES_REGION } from '../src/rds/prices.ts';
import { type CostLine, priceTemplate, total } from './cost.ts';
import { dev as defaultSize } from './sizes.ts';
import { synthesise } from './synthesise.ts';
import { TRAFFIC } from './traffic.ts';

/** The API's functions have a gigabyte each. */
const { apis: APIS, storageGb: STORAGE_GB, maxStorageGb: CEILING_GB } = defaultSize;

const dollars = (amount: number) => `$${amount.toFixed(2)}`;
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

/** The table of `npm run cost`, and of docs/aws.md. */
export function renderCost(): string {
  const dev = priceTemplate(synthesise().toJSON());
  const prod = priceTemplate(synthesise({ size: 'prod' }).toJSON());
  const sources = [...new Set([...dev, ...prod].map(({ price }) => price.source))].sort();
  return [
    `${PRICES_REGION}, on demand, list prices as known on ${PRICES_ON} and not fetched since: check them on the pages named below. Free tiers that end after a year are not counted; those that do not are (${FREE.alarms} alarms, ${FREE.logGb} GB of logs, ${FREE.transferGb} GB out).`,
    '',
    `Assumed of a month: ${TRAFFIC.filesLoaded.toLocaleString('en-US')} files of ${TRAFFIC.fileMb} MB loaded in ${TRAFFIC.loaderSeconds} s each; ${TRAFFIC.bucketGb} GB in the bucket; ${TRAFFIC.calls.toLocaleString('en-US')} calls of ${TRAFFIC.callSeconds * 1000} ms and ${TRAFFIC.answerKb} kB; ${TRAFFIC.logGb} GB of logs (\`infra/traffic.ts\`).`,
    '',
    row('line', 'quantity', 'price', 'a month'),
    row('---', '---', '---', '---:'),
    ...dev.map(renderLine),
    row('**total, `size=dev`**', '', '', `**${dollars(total(dev))}**`),
    '',
    'What a change would cost instead, a month:',
    '',
    row('change', 'total'),
    row('---', '---:'),
    ...upgrades(total(dev), total(prod)).map(([what, amount]) => row(what, dollars(amount))),
    '',
    `Sources: ${sources.map((source) => `<${source}>`).join(', ')}.`,
    '',
    `What can raise it: T3 bursts without limit, CPU beyond the credits is $${PRICES.surplusCpu.dollars} a vCPU-hour, at worst ${dollars(2 * 730 * 0.9 * PRICES.surplusCpu.dollars)} more (the alarm CpuCredits comes before). Storage that grows to its ceiling of ${CEILING_GB} GB is ${dollars((CEILING_GB - STORAGE_GB) * PRICES.storageGb.dollars)} more, and stays. The URL is public, and a call without a key is refused but billed: with all ${APIS} functions of the API busy all month, ${dollars(APIS * 730 * 3600 * PRICES.lambdaSecond.dollars)} more; set a budget alarm on the account.`,
  ].join('\n');
}

function renderLine({ what, quantity, price, dollars: amount }: CostLine): string {
  const each = price.dollars >= 0.001 ? `$${price.dollars}` : `$${price.dollars.toExponential(2)}`;
  return row(what, quantity, each, dollars(amount));
}

/** Totals after each change, from the default. */
function upgrades(dev: number, prod: number): [string, number][] {
  const base = monthly('db.t3.micro', 20, 1) ?? 0;
  const instead = (what: string, to: number | null): [string, number] => [what, dev - base + (to ?? 0)];
  return [
    ...Object.keys(INSTANCE_HOUR)
      .filter((name) => name !== 'db.t3.micro')
      .map((name) => instead(`${name}`, monthly(name, 20, 1))),
    instead('a standby (Multi-AZ instance)', monthly('db.t3.micro', 20, 2)),
    instead('100 GB of storage', monthly('db.t3.micro', 100, 1)),
    ['ten times the calls', dev + tenTimesTheCalls()],
    ['`size=prod`', prod],
  ];
}

function tenTimesTheCalls(): number {
  const calls = TRAFFIC.calls * 9;
  return calls * PRICES.lambdaRequest.dollars + calls * TRAFFIC.callSeconds * PRICES.lambdaSecond.dollars;
}
