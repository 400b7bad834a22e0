/** What each feed covers, as the adapters state it. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { BOXES, COUNTER_COVERAGES, type FeedCoverage, FLOORS } from '../../feeds/coverage.ts';
import { COVERAGES } from '../../feeds/coverages.ts';
import { METHODS, PRECISIONS } from '../../plays/play.ts';
import { findLeague, LEAGUES } from '../../sports/leagues.ts';
import { readQuery } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get } from '../route.ts';

export const QUERY = { league: z.string().optional().openapi({ description: 'Feeds of this league only' }) };

export const Coverage = z
  .object({
    coverage: z.array(
      z.object({
        feed: z.string(),
        leagues: z.array(z.string()),
        identity: z.string(),
        order: z.string(),
        clock: z.object({
          precision: z.array(z.enum(PRECISIONS)),
          method: z.array(z.enum(METHODS)),
          note: z.string(),
        }),
        edit_time: z.boolean(),
        floor: z.enum(FLOORS),
        box: z.enum(BOXES),
        counters: z.record(z.string(), z.enum(COUNTER_COVERAGES)),
        gaps: z.array(z.object({ where: z.string(), counters: z.array(z.string()) })),
        notes: z.array(z.string()),
      }),
    ),
  })
  .openapi('Coverage', {
    description: 'What each feed tells and how well; counters are exact, derived or not available',
  });

export function coverageRoutes(app: OpenAPIHono): void {
  get(
    app,
    {
      path: '/v1/coverage',
      summary: 'What each feed covers, field by field and counter by counter',
      tag: 'Ledger',
      query: QUERY,
      answer: Coverage,
    },
    async (c) => {
      const { league } = readQuery(c, QUERY);
      if (league !== undefined && findLeague(league) === undefined) {
        throw new Problem('unknown-league', `there is no league "${league}"`, {
          leagues: LEAGUES.map(({ code }) => code),
        });
      }
      const chosen = COVERAGES.filter(({ leagues }) => league === undefined || leagues.includes(league));
      return c.json({ coverage: chosen.map(answerOf) } satisfies z.input<typeof Coverage>);
    },
  );
}

function answerOf({ editTime, leagues, clock, gaps, notes, ...rest }: FeedCoverage) {
  return {
    ...rest,
    leagues: [...leagues],
    clock: { ...clock, precision: [...clock.precision], method: [...clock.method] },
    edit_time: editTime,
    gaps: gaps.map(({ where, counters }) => ({ where, counters: [...counters] })),
    notes: [...notes],
  };
}
