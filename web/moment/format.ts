/** Instants and clocks as people read them. */
import { DateTime } from 'luxon';
import { abbreviation } from './zones.ts';

/** `Sun 19 Jun 2016`. */
export function day(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat('ccc d LLL yyyy');
}

/** `19:02:34.560`; milliseconds only where there are any, unless asked for always. */
export function time(
  at: number,
  zone: string,
  milliseconds: 'always' | 'if any' | 'never' = 'if any',
): string {
  const shown = milliseconds === 'always' || (milliseconds === 'if any' && at % 1000 !== 0);
  return DateTime.fromMillis(at, { zone }).toFormat(shown ? 'HH:mm:ss.SSS' : 'HH:mm:ss');
}

/** `Sun 19 Jun 2016, 19:02:34.560 CDT`. */
export function inWords(at: number, zone: string): string {
  return `${day(at, zone)}, ${time(at, zone, 'always')} ${abbreviation(at, zone)}`;
}

/** `2016-06-20T00:02:34.560Z`. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** `4:21`, or `21.4` in the last minute where tenths are known. */
export function clock(seconds: number): string {
  if (seconds < 60 && seconds % 1 !== 0) return seconds.toFixed(1);
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `2 h 14 min`, `3 min 20 s`, `420 ms`. */
export function span(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24).toLocaleString('en')} days`;
}
