/** A time of the game as the scoreboard shows it, in a query string. */
import { z } from '@hono/zod-openapi';

/** `7:32`, `0:04.3` or seconds, as centiseconds left in the period. */
export const clockParameter = z
  .string()
  .regex(/^(\d{1,3}:[0-5]\d|\d{1,5})(\.\d{1,2})?$/, 'not a game clock like 7:32, 0:04.3 or 452')
  .transform((text) => {
    const [minutes, seconds] = text.includes(':') ? text.split(':') : ['0', text];
    return Math.round((Number(minutes) * 60 + Number(seconds)) * 100);
  });
