/** What a panel is asked besides its rows: as query parameters, or as members of a JSON body. */
import { z } from '@hono/zod-openapi';
import { Duration } from 'luxon';
import { SCOPES } from '../../asof/combine.ts';
import { SHARED, seasonTypeParameter, zoneParameter } from '../parameters.ts';
import { Problem } from '../problem.ts';

/** Query parameters. */
export const PANEL_QUERY = {
  scope: z.enum(SCOPES).default('career').openapi({ description: 'Which totals the counters are' }),
  season_type: seasonTypeParameter,
  counters: z.string().optional().openapi({
    description: 'Counters and derived stats, by name, parted by commas. Default: all counters',
    example: 'pts,reb,ts_pct',
  }),
  ...SHARED,
  max_age: z.string().optional().openapi({
    description:
      'Oldest the last play counted may be at the row’s instant: seconds, or an ISO 8601 duration. Rows beyond it have no values',
    example: 'PT36H',
  }),
};

const id = z.union([z.string().min(1).max(80), z.number().int().transform(String)]);

const PanelGrid = z
  .strictObject({
    player_ids: z.array(id).max(100_000).default([]),
    team_ids: z.array(id).max(100_000).default([]),
    every: z.union([z.number(), z.string()]).openapi({
      description: 'Seconds or an ISO 8601 duration; or `period_end`, with `game_id`',
      example: 'PT30S',
    }),
    from: z.string().optional().openapi({ description: 'First instant' }),
    to: z.string().optional().openapi({ description: 'Last instant' }),
    game_id: z
      .string()
      .refine((text) => !text.includes('\0'), 'no id holds the character NUL')
      .optional()
      .openapi({ description: 'The game whose periods are meant' }),
  })
  .openapi('PanelGrid');

export type Grid = z.output<typeof PanelGrid>;

const row = z.looseObject({ player_id: id.optional(), team_id: id.optional(), as_of: z.string() });

/** The JSON body. Its rows are read as they arrive and checked one by one; here they are for the document. */
export const PanelBody = z
  .strictObject({
    rows: z.array(row).optional(),
    grid: PanelGrid.optional(),
    scope: z.enum(SCOPES).optional(),
    season_type: seasonTypeParameter.unwrap().optional(),
    counters: z.union([z.string(), z.array(z.string())]).optional(),
    tz: zoneParameter.optional(),
    basis: z.int().min(1).max(2_147_483_647).optional(),
    known_at: z.string().optional(),
    boundary: z.enum(['at', 'before']).optional(),
    max_age: z.union([z.number(), z.string()]).optional(),
  })
  .openapi('PanelBody');

export type Body = z.output<typeof PanelBody>;

/** The body without its rows, checked. */
export function readBody(value: unknown): Body {
  const result = PanelBody.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const parameter = issue?.path.join('.') ?? '';
  throw new Problem('invalid-parameter', `${parameter === '' ? 'the body' : parameter}: ${issue?.message}`, {
    parameter: parameter === '' ? 'body' : parameter,
  });
}

/** Milliseconds of seconds or of an ISO 8601 duration of weeks and less. */
export function readDuration(given: string | number, parameter: string): number {
  const seconds = typeof given === 'number' ? given : /^\d+(\.\d+)?$/.test(given) ? Number(given) : null;
  const milliseconds = seconds === null ? ofIso(String(given)) : Math.round(seconds * 1000);
  if (milliseconds !== null && Number.isSafeInteger(milliseconds) && milliseconds >= 0) return milliseconds;
  throw new Problem(
    'invalid-parameter',
    `${parameter}: give seconds, or an ISO 8601 duration of days and less like PT36H`,
    { parameter },
  );
}

/** Years and months have no length of their own. */
function ofIso(text: string): number | null {
  const duration = Duration.fromISO(text);
  if (!duration.isValid || duration.years !== 0 || duration.quarters !== 0 || duration.months !== 0)
    return null;
  return duration.toMillis();
}
