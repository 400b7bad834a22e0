import { IANAZone } from 'luxon';

/** The zone of the league's office, in which dates and row times of the feeds are written. */
export const EASTERN = 'America/New_York';

const HOUR = 3_600_000;
const zones = new Map<string, { zone: IANAZone; hour: number; offset: number }>();

/** Minutes east of UTC in the zone at the instant (ms since 1970). The last hour asked for is remembered. */
function offsetMinutes(zone: string, at: number): number {
  const hour = Math.floor(at / HOUR);
  const known = zones.get(zone);
  if (known?.hour === hour) return known.offset;
  const iana = known?.zone ?? IANAZone.create(zone);
  const offset = iana.offset(at);
  zones.set(zone, { zone: iana, hour, offset });
  return offset;
}

/** The wall clock of the zone at the instant, as ms of a UTC date with the same digits. */
export function wallClock(zone: string, at: number): number {
  return at + offsetMinutes(zone, at) * 60_000;
}

/** The instant at which the zone's wall clock shows these digits (given as ms of a UTC date). */
export function instantOf(zone: string, wall: number): number {
  const first = wall - offsetMinutes(zone, wall) * 60_000;
  return wall - offsetMinutes(zone, first) * 60_000;
}

/** "2023-10-25T19:00:00" with the given ending, from ms of a UTC date. */
export function isoSeconds(ms: number, ending: string): string {
  return new Date(ms).toISOString().slice(0, 19) + ending;
}

/** "-04:00" for the zone at the instant. */
export function offsetText(zone: string, at: number): string {
  const minutes = offsetMinutes(zone, at);
  const size = Math.abs(minutes);
  const hh = String(Math.floor(size / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hh}:${String(size % 60).padStart(2, '0')}`;
}
