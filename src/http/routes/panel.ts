/** The panel: many (entity, instant) pairs answered in one call. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { answerPanel } from '../../asof/panel/answer.ts';
import { Admission, Visit } from '../panel/admission.ts';
import { answerRows, headOf } from '../panel/answer.ts';
import { ANSWERS, contentType, ROWS } from '../panel/formats.ts';
import { PANEL_QUERY, PanelBody } from '../panel/options.ts';
import { readPanel } from '../panel/request.ts';
import { type BrokenOffError, begun, streamOf } from '../panel/stream.ts';
import { endingInWords, writeAnswer } from '../panel/write.ts';
import { describeProblem } from '../problem.ts';
import { parameters, responses, type Services } from '../route.ts';
import { instant } from '../schemas.ts';

const PATH = '/v1/{league}/panel';

export const PanelRow = z
  .object({
    player_id: z.string().nullable().optional(),
    team_id: z.string().optional(),
    as_of: z.string().nullable().openapi({ description: 'In UTC; as it was written where it is no instant' }),
    counters: z.record(z.string(), z.number().nullable()),
    last_play_time: instant.nullable().openapi({ description: 'Instant of the last play counted' }),
    basis: z.number().int(),
    error: z
      .string()
      .optional()
      .openapi({ description: 'What is wrong with the row: a problem type and words' }),
  })
  .openapi('PanelRow');

const Panel = z
  .object({
    league: z.string(),
    basis: z.number().int(),
    boundary: z.enum(['at', 'before']),
    scope: z.string(),
    season_type: z.string(),
    rows: z.array(PanelRow),
  })
  .openapi('Panel');

const text = z.string();
const file = z.string().openapi({ format: 'binary' });

export function panelRoutes(
  app: OpenAPIHono,
  { pool, log, threads = false, panels = new Admission() }: Services,
): void {
  document(app);
  app.on(['POST', 'QUERY'], PATH.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
    const visit = new Visit(panels, c.req.raw.signal);
    try {
      const { question, rows, ids, format, isFixed } = await readPanel(c, pool, visit.hold);
      await visit.answer();
      const batches = await begun(answerPanel(pool, question, rows));
      const writing = { format, head: headOf(question, rows, ids), count: rows.count, threads };
      const chunks = endingInWords(
        format,
        writeAnswer(writing, answerRows(question, rows, batches)),
        (cause) => describeProblem(cause, c, log),
      );
      // Only QUERY is known to change nothing, and only at a named basis does the answer stay.
      const isKept = c.req.method === 'QUERY' && isFixed;
      const givenUp = ({ message }: BrokenOffError) =>
        log.warn({ path: c.req.path, rows: rows.count, reason: message }, 'the answer was read too slowly');
      return c.body(streamOf(chunks, { ended: visit.leave, givenUp }), 200, {
        'content-type': contentType(format),
        'cache-control': isKept ? 'public, max-age=31536000, immutable' : 'no-store',
        vary: 'accept, content-type',
        'x-content-type-options': 'nosniff',
      });
    } catch (cause) {
      visit.leave();
      throw cause;
    }
  });
}

function document(app: OpenAPIHono): void {
  const { example, request } = parameters(PATH, PANEL_QUERY);
  const question = {
    rows: [{ player_id: '9000548', as_of: '2023-10-25T01:21:13.000Z' }],
    counters: ['pts', 'reb'],
  };
  const answers = responses(Panel);
  const media = (
    types: Readonly<Record<string, readonly string[]>>,
    schemas: Readonly<Record<string, z.ZodType>>,
  ) =>
    Object.fromEntries(
      Object.entries(types).map(([format, [type = '']]) => [type, { schema: schemas[format] ?? text }]),
    );
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: PATH,
    summary: 'A temporal join: counters of many players or teams, each as of its own instant',
    description: `Rows and answers in the order asked; a row that cannot be answered says why and the others are answered.
Everything is read at one basis, which every row names. The same is answered to the method QUERY, for which this document
has no place: such a request is safe, and at a named \`basis\` its answer may be kept for ever.
The answer has the format that \`Accept\` asks for, otherwise that of the rows. An error after the answer has begun is the last line
of NDJSON; in the other formats the connection breaks off.`,
    tags: ['As of an instant'],
    request: {
      ...request,
      body: {
        required: true,
        content: media(ROWS, { json: PanelBody.openapi({ example: question }) }),
      },
    },
    responses: {
      ...answers,
      200: { description: 'Answer', content: media(ANSWERS, { json: Panel, arrow: file, parquet: file }) },
      413: { ...answers['400'], description: 'Too many rows, or too many bytes' },
      503: {
        ...answers['400'],
        description: 'The database cannot be reached, or there is no room for more panels at this time',
      },
    },
    'x-methods': ['POST', 'QUERY'],
    'x-codeSamples': [
      {
        lang: 'Shell',
        source: `curl -H 'content-type: application/json' -d '${JSON.stringify(question)}' 'http://localhost:8080/v1/${example.league}/panel'`,
      },
    ],
  });
}
