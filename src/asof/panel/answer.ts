/** Answering a panel: batch by batch, in the order asked. */
import type pg from 'pg';
import { KINDS } from '../../plays/kind.ts';
import { emptyBatch, type Group, type PanelBatch } from './batch.ts';
import { ColumnAnswers } from './columns/answers.ts';
import { type ColumnView, viewColumns } from './columns/cache.ts';
import { countGames } from './columns/read.ts';
import { countersNeeded } from './columns/values.ts';
import { readKeys, UNKNOWN } from './entities.ts';
import type { PanelQuestion } from './question.ts';
import type { PanelRows } from './rows.ts';
import { SeekAnswers } from './seek-answers.ts';

/** Numbers in a batch at most: rows by fields. */
const BATCH_NUMBERS = 400_000;
const BATCH_ROWS = 32_768;

/**
 * Answers to all rows, from one state of knowledge. Lines asked about often are read whole and kept as columns;
 * the others are sought row by row. Stops between two batches when the reader stops.
 */
export async function* answerPanel(
  pool: pg.Pool,
  question: PanelQuestion,
  rows: PanelRows,
): AsyncGenerator<PanelBatch> {
  const { league, basis, fields } = question;
  const keys = await readKeys(pool, league, rows.entities, basis);
  const view = await viewColumns(pool, league, basis, countersNeeded(question).length);
  const often = await countOften(pool, question, view, rows, keys);
  const kinds = KINDS.map((kind) => ({
    kind,
    columns: new ColumnAnswers(pool, question, kind, view),
    seeks: new SeekAnswers(pool, question, kind),
  }));
  const size = Math.max(1000, Math.min(BATCH_ROWS, Math.floor(BATCH_NUMBERS / (fields.length + 1))));
  for (let start = 0; start < rows.count; start += size) {
    const batch = emptyBatch(question, start, Math.min(size, rows.count - start));
    const groups = groupsOf(batch, rows, keys);
    for (const { kind, columns, seeks } of kinds) {
      const ofKind = [...groups].filter(([entity]) => rows.entities[entity]?.kind === kind);
      const whole = ofKind.filter(([entity]) => often[entity] === 1).map(([, group]) => group);
      const rest = await columns.answer(whole, rows, batch);
      const single = ofKind.filter(([entity]) => often[entity] !== 1).map(([, group]) => group);
      await seeks.answer([...single, ...rest], rows, batch);
    }
    yield batch;
  }
}

/** Fewer questions than this about a line are always sought. */
const FEW = 50;

/**
 * Questions a game from which on a line is read whole. At about one both cost the same; a line that is kept then
 * costs nothing more.
 */
const OFTEN_A_GAME = 0.5;

/** 1 for each entity asked about so often, in this panel and before, that its line is read whole. */
async function countOften(
  pool: pg.Pool,
  { league, seasonType }: PanelQuestion,
  view: ColumnView,
  rows: PanelRows,
  keys: Int32Array,
): Promise<Uint8Array> {
  const asked = new Int32Array(keys.length);
  for (let row = 0; row < rows.count; row++) {
    const entity = rows.entity(row);
    if (entity >= 0) asked[entity] = (asked[entity] ?? 0) + 1;
  }
  const often = new Uint8Array(keys.length);
  for (const kind of KINDS) {
    const maybe: { readonly entity: number; readonly key: number; readonly questions: number }[] = [];
    rows.entities.forEach((each, entity) => {
      const key = keys[entity] ?? UNKNOWN;
      if (each.kind !== kind || key === UNKNOWN) return;
      if (view.line(kind, seasonType, key) !== undefined) often[entity] = 1;
      else {
        const questions = view.asked(kind, seasonType, key, asked[entity] ?? 0);
        if (questions >= FEW) maybe.push({ entity, key, questions });
      }
    });
    if (maybe.length === 0) continue;
    const games = await countGames(
      pool,
      league,
      kind,
      maybe.map(({ key }) => key),
    );
    for (const { entity, key, questions } of maybe) {
      if (questions >= (games.get(key) ?? 0) * OFTEN_A_GAME) often[entity] = 1;
    }
  }
  return often;
}

/** The batch's rows that can be answered, by entity. */
function groupsOf(
  { start, count, unknown }: PanelBatch,
  rows: PanelRows,
  keys: Int32Array,
): Map<number, Group> {
  const entities = new Int32Array(count);
  const counts = new Int32Array(keys.length);
  for (let place = 0; place < count; place++) {
    const entity = rows.entity(start + place);
    const isKnown = entity >= 0 && keys[entity] !== UNKNOWN;
    if (entity >= 0 && !isKnown) unknown[place] = 1;
    entities[place] = isKnown && !Number.isNaN(rows.at(start + place)) ? entity : -1;
    if (entities[place] !== -1) counts[entity] = (counts[entity] ?? 0) + 1;
  }
  const groups = new Map<number, Group>();
  const members: (Int32Array | undefined)[] = new Array(keys.length);
  const filled = new Int32Array(keys.length);
  for (let place = 0; place < count; place++) {
    const entity = entities[place] ?? -1;
    if (entity < 0) continue;
    let own = members[entity];
    if (own === undefined) {
      own = new Int32Array(counts[entity] ?? 0);
      members[entity] = own;
      groups.set(entity, { key: keys[entity] ?? UNKNOWN, rows: own });
    }
    const next = filled[entity] ?? 0;
    own[next] = start + place;
    filled[entity] = next + 1;
  }
  return groups;
}
