/** Addresses of requests. */
import type { Value } from './routes.ts';

type Given = Readonly<Record<string, Value | undefined>>;

/** A path with its parameters filled in, the others as its query; what is undefined is left out. */
export function addressOf(baseUrl: string, path: string, given: Given): string {
  const rest = new Map(Object.entries(given));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    if (value === undefined || value === '') throw new RangeError(`${name} is missing`);
    return encodeURIComponent(textOf(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of rest) if (value !== undefined) query.set(name, textOf(value));
  return `${baseUrl.replace(/\/$/, '')}${filled}${query.size === 0 ? '' : `?${query}`}`;
}

function textOf(value: Value): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? value.join(',') : String(value);
}
