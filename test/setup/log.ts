/** A logger that keeps quiet. */
import { pino } from 'pino';

export const silent = pino({ level: 'silent' });
