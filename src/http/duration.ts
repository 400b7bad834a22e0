/** Lengths of time in a query string. */
import { z } from '@hono/zod-openapi';
import { Duration } from 'luxon';

/** An ISO 8601 duration of fixed length, as milliseconds. */
export const durationParameter = z
  .string()
  .transform((text) => Duration.fromISO(text))
  .refine(
    (length) => length.isValid && length.years === 0 && length.months === 0 && length.toMillis() >= 1,
    'not a duration like PT60S, PT5M or P7D; months and years have no fixed length',
  )
  .transform((length) => Math.round(length.toMillis()));
