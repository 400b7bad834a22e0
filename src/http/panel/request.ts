/** A panel request, read whole: its rows packed, its question resolved. */

import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type pg from 'pg';
import { parseInstant } from '../../asof/instant.ts';
import { newestBasis } from '../../asof/ledger.ts';
import { fieldsOf, UnknownFieldError } from '../../asof/panel/fields.ts';
import { addGrid, periodEnds, steps } from '../../asof/panel/grid.ts';
import type { PanelQuestion } from '../../asof/panel/question.ts';
import { PanelRows, PanelTooLargeError } from '../../asof/panel/rows.ts';
import type { League } from '../../sports/leagues.ts';
import { found } from '../found.ts';
import { readLeague, readQuery, resolveBasis } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { idsOf } from './answer.ts';
import { badBody, bodyOf } from './body.ts';
import { ANSWERS, type AnswerFormat, answerFormat, ROWS, type RowFormat, rowFormat } from './formats.ts';
import { type Body, type Grid, PANEL_QUERY, readBody, readDuration } from './options.ts';
import { type IdColumns, readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readNdjson } from './read-ndjson.ts';

export interface PanelRequest {
  readonly question: PanelQuestion;
  readonly rows: PanelRows;
  readonly ids: IdColumns;
  readonly format: AnswerFormat;
  /** Whether the client named the basis: then the answer never changes. */
  readonly isFixed: boolean;
}

/** What is asked of all rows, as it was written. */
export type PanelOptions = z.output<z.ZodObject<typeof PANEL_QUERY>>;

/** Told how many rows there are by now, before there are more; throws where so many may not be held. */
export type Hold = (rows: number) => void;

/** Read it. Throws problems, and what `hold` throws. */
export async function readPanel(c: Context, pool: pg.Pool, hold: Hold): Promise<PanelRequest> {
  const league = readLeague(c);
  const query = readQuery(c, PANEL_QUERY);
  const own = rowFormat(c.req.header('content-type') ?? null);
  if (own === null) {
    throw badBody(`send the rows with a content-type of ${Object.values(ROWS).flat().join(', ')}`);
  }
  const format = answerFormat(c.req.header('accept') ?? null, own);
  if (format === null) {
    const formats = Object.values(ANSWERS).flat();
    throw new Problem('invalid-parameter', `accept one of ${formats.join(', ')}`, {
      parameter: 'accept',
      formats,
    });
  }
  const given = Object.keys(c.req.query());
  return { ...(await readRows(pool, league, own, bodyOf(c.req.raw), query, given, hold)), format };
}

/**
 * Read the rows and resolve the question. `options` are those given beside the rows, `given` the names of those
 * that were not left to their defaults: a JSON document with rows may not give them again.
 */
export async function readRows(
  pool: pg.Pool,
  league: League,
  own: RowFormat,
  bytes: AsyncIterable<Buffer>,
  options: PanelOptions,
  given: readonly string[],
  hold: Hold,
): Promise<Omit<PanelRequest, 'format'>> {
  // A JSON document may name its zone after its rows.
  const rows = own === 'json' ? new PanelRows() : new PanelRows(options.tz ?? null);
  const counted = countedBytes(bytes, rows, hold);
  try {
    let ids: IdColumns | null = null;
    let body: Body = {};
    if (own === 'csv') ids = await readCsv(counted, rows);
    else if (own === 'ndjson') await readNdjson(counted, rows);
    else body = notTwice(given, readBody(await readJson(counted, rows)));
    const knowledge = { ...options, ...body };
    const zone = knowledge.tz ?? null;
    const fixed = await resolveBasis(pool, knowledge);
    const question: PanelQuestion = {
      league,
      basis: fixed ?? (await newestBasis(pool)),
      boundary: body.boundary ?? options.boundary,
      scope: body.scope ?? options.scope,
      seasonType: body.season_type ?? options.season_type,
      fields: readFields(league, knowledge.counters ?? ''),
      maxAge: knowledge.max_age === undefined ? null : readDuration(knowledge.max_age, 'max_age'),
    };
    if (own === 'json') {
      if ((body.rows === undefined) === (body.grid === undefined)) throw badBody('give rows, or a grid');
      if (body.grid !== undefined) await readGrid(pool, question, body.grid, zone, rows, hold);
    }
    if (own === 'json') await rows.readInstants(zone);
    hold(rows.count);
    return { question, rows, ids: ids ?? idsOf(rows), isFixed: knowledge.basis !== undefined };
  } catch (cause) {
    if (cause instanceof PanelTooLargeError) throw new Problem('too-large', cause.message);
    throw cause;
  }
}

/** The bytes, as long as the rows made of them may be held. */
async function* countedBytes(
  bytes: AsyncIterable<Buffer>,
  rows: PanelRows,
  hold: Hold,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    hold(rows.count);
    yield chunk;
  }
}

/** A parameter given in the body and in the query might mean either. */
function notTwice(given: readonly string[], body: Body): Body {
  const twice = given.find((name) => name in body);
  if (twice === undefined) return body;
  throw new Problem('invalid-parameter', `${twice}: give it in the query or in the body, not in both`, {
    parameter: twice,
  });
}

function readFields(league: League, counters: string | readonly string[]) {
  const names = typeof counters === 'string' ? counters.split(',') : counters;
  try {
    return fieldsOf(
      league.sport,
      names.map((name) => name.trim()).filter((name) => name !== ''),
    );
  } catch (cause) {
    if (!(cause instanceof UnknownFieldError)) throw cause;
    throw new Problem('invalid-parameter', `counters: ${cause.message}`, {
      parameter: 'counters',
      counters: cause.known,
    });
  }
}

async function readGrid(
  pool: pg.Pool,
  { league, basis }: PanelQuestion,
  grid: Grid,
  zone: string | null,
  rows: PanelRows,
  hold: Hold,
): Promise<void> {
  const from = grid.from === undefined ? null : parseInstant(grid.from, zone);
  const to = grid.to === undefined ? null : parseInstant(grid.to, zone);
  const refuse = (detail: string) => new Problem('invalid-parameter', detail, { parameter: 'grid' });
  const entities = [
    ...grid.player_ids.map((id) => ({ kind: 'player' as const, id })),
    ...grid.team_ids.map((id) => ({ kind: 'team' as const, id })),
  ];
  if (from !== null && to !== null && from > to) throw refuse('grid: from is later than to');
  if (entities.length === 0) throw refuse('grid: name player_ids or team_ids');
  if (grid.every !== 'period_end') {
    if (grid.game_id !== undefined) throw refuse('grid: game_id goes with every: "period_end"');
    if (from === null || to === null) throw refuse('grid: give from and to');
    const every = readDuration(grid.every, 'grid.every');
    if (every === 0) throw refuse('grid: a step of nothing does not lead anywhere');
    const instants = steps(from, to, every);
    hold(entities.length * instants.length);
    addGrid(rows, entities, instants);
    return;
  }
  if (grid.game_id === undefined) throw refuse('grid: name the game whose periods are meant, game_id');
  const ends = await periodEnds(pool, league, grid.game_id, basis);
  const within = found(ends.length === 0 ? null : ends, league, 'game', grid.game_id).filter(
    (at) => (from === null || at >= from) && (to === null || at <= to),
  );
  hold(entities.length * within.length);
  addGrid(rows, entities, within);
}
