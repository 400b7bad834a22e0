/** Formats of a panel's rows and of its answer, by media type. */
export const ROWS = {
  json: ['application/json'],
  ndjson: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
  csv: ['text/csv'],
} as const;

export const ANSWERS = {
  ...ROWS,
  arrow: ['application/vnd.apache.arrow.stream'],
  parquet: ['application/vnd.apache.parquet'],
} as const;

export type RowFormat = keyof typeof ROWS;
export type AnswerFormat = keyof typeof ANSWERS;

/** Format of a request's rows by its `Content-Type`; null where it is none of them. */
export function rowFormat(contentType: string | null): RowFormat | null {
  const media = mediaOf(contentType ?? '');
  const formats = Object.keys(ROWS) as RowFormat[];
  return formats.find((format) => ANSWERS[format].some((known) => known === media)) ?? null;
}

/**
 * Format that an `Accept` header prefers; where it does not mind, the rows' own. Null where it takes none.
 */
export function answerFormat(accept: string | null, own: AnswerFormat): AnswerFormat | null {
  if (accept === null || accept.trim() === '') return own;
  const ranges = accept.split(',').map((range) => {
    const weight = /;\s*q=([\d.]+)/i.exec(range)?.[1];
    return { media: mediaOf(range), weight: weight === undefined ? 1 : Number(weight) };
  });
  ranges.sort((a, b) => b.weight - a.weight);
  const takes = (format: AnswerFormat) =>
    !ranges.some(({ media, weight }) => weight === 0 && ANSWERS[format].some((known) => known === media));
  const formats = [own, ...(Object.keys(ANSWERS) as AnswerFormat[])].filter(takes);
  for (const { media, weight } of ranges) {
    if (!(weight > 0)) continue;
    const exact = formats.find((format) => ANSWERS[format].some((known) => known === media));
    if (exact !== undefined) return exact;
    const [type, subtype] = media.split('/');
    if (subtype !== '*') continue;
    const ofType = formats.find((format) => type === '*' || ANSWERS[format][0].startsWith(`${type}/`));
    if (ofType !== undefined) return ofType;
  }
  return null;
}

function mediaOf(text: string): string {
  return (text.split(';')[0] ?? '').trim().toLowerCase();
}

/** `Content-Type` of an answer. */
export function contentType(format: AnswerFormat): string {
  const [media] = ANSWERS[format];
  if (format === 'csv') return `${media}; charset=utf-8; header=present`;
  return format === 'json' || format === 'ndjson' ? `${media}; charset=utf-8` : media;
}
