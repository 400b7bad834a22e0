/** Examples of requests. All are answered by the demo season that `npm start` loads; the tests send each. */
import type { z } from '@hono/zod-openapi';

/** Values of parameters by name: the first game of the demo season, its leading scorer, a moment late in it. */
export const DEMO: Readonly<Record<string, string>> = {
  league: 'demo',
  player_id: '9000548',
  team_id: '990000005',
  game_id: '9922300001',
  as_of: '2023-10-25T01:21:13.000Z',
};

/** The parameters that an example request of a route gives, by name. */
export function exampleOf(
  path: readonly string[],
  query: z.ZodRawShape,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const required = Object.entries(query)
    .filter(([, schema]) => !(schema as z.ZodType).safeParse(undefined).success)
    .map(([name]) => name);
  const names = [...path, ...required].filter((name) => DEMO[name] !== undefined);
  return { ...Object.fromEntries(names.map((name) => [name, DEMO[name] ?? ''])), ...own };
}

/** The request as a path, with its query. */
export function pathOf(path: string, example: Readonly<Record<string, string>>): string {
  const rest = new URLSearchParams(example);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    rest.delete(name);
    return encodeURIComponent(example[name] ?? '');
  });
  // Legible, and still a URL.
  const query = String(rest).replace(/%3A/g, ':').replace(/%2C/g, ',');
  return query === '' ? filled : `${filled}?${query}`;
}
