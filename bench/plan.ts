/** How the server answers an as-of: the plan, and proof that it only descends indexes. */
import { asOfText } from './as-of-statement.ts';
import type { Pair } from './pairs.ts';
import { withClient } from './server.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface PlanFindings {
  /** EXPLAIN (ANALYZE, BUFFERS) of one question, as text. */
  readonly text: string;
  /** Rows that the scans of one question touched, at most. */
  readonly rowsTouched: number;
  /** Index descents of one question, at most. */
  readonly descents: number;
  /** What a read of constant cost must not contain, by plan node. */
  readonly violations: readonly string[];
}

const SCANS = new Set(['Index Scan', 'Index Only Scan']);
const HARMLESS = new Set([
  'Limit',
  'Nested Loop',
  'Subquery Scan',
  'Result',
  'Append',
  'Aggregate',
  'Memoize',
]);
/** A sort of a handful of rows is no scan. */
const FEW = 8;

/**
 * Explain the statement as sessions run it: prepared, with the plan that serves every question. The statement calls a
 * function; were it not inlined, the plan would be a Function Scan, which is not harmless, and show no descents.
 */
export async function explainAsOf(url: string, pairs: readonly Pair[]): Promise<PlanFindings> {
  return withClient(url, async (client) => {
    await client.query(`set plan_cache_mode = force_generic_plan`);
    await client.query(`prepare as_of (int, timestamptz) as ${asOfText()}`);
    const violations = new Set<string>();
    let text = '';
    let rowsTouched = 0;
    let descents = 0;
    for (const { key, at } of pairs) {
      const call = `execute as_of(${key}, '${at}')`;
      await client.query(call);
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
        `explain (analyze, buffers, format json) ${call}`,
      );
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
      if (plan === undefined) throw new RangeError('no plan');
      const nodes = [...walk(plan)];
      const scans = nodes.filter((node) => SCANS.has(node['Node Type']) && node['Actual Loops'] > 0);
      const touched = scans.reduce((sum, node) => sum + rowsOf(node), 0);
      if (scans.length === 0) violations.add('no index scan');
      if (scans.length >= descents) {
        const explained = await client.query<{ 'QUERY PLAN': string }>(
          `explain (analyze, buffers, costs off) ${call}`,
        );
        text = explained.rows.map((row) => row['QUERY PLAN']).join('\n');
      }
      descents = Math.max(
        descents,
        scans.reduce((sum, node) => sum + node['Actual Loops'], 0),
      );
      rowsTouched = Math.max(rowsTouched, touched);
      for (const node of nodes) if (isViolation(node)) violations.add(describe(node));
    }
    return { text, rowsTouched, descents, violations: [...violations] };
  });
}

function* walk(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* walk(child);
}

function rowsOf(node: PlanNode): number {
  return (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
}

function isViolation(node: PlanNode): boolean {
  const type = node['Node Type'];
  if (type === 'Sort' || type === 'Incremental Sort' || SCANS.has(type)) return rowsOf(node) > FEW;
  return !HARMLESS.has(type);
}

function describe(node: PlanNode): string {
  const where = node['Index Name'] ?? node['Relation Name'];
  return `${node['Node Type']}${where === undefined ? '' : ` on ${where}`} of ${rowsOf(node)} rows`;
}
