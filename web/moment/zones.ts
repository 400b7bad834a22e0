/** Time zones by the words people use. */
import { DateTime } from 'luxon';

/** A zone, and the offset in minutes that the word insists on ("EDT" is UTC-4, "ET" is whatever applies). */
export interface NamedZone {
  readonly zone: string;
  readonly offset: number | null;
}

const COMMON: Readonly<Record<string, readonly [zone: string, hours: number | null]>> = {
  et: ['America/New_York', null],
  eastern: ['America/New_York', null],
  est: ['America/New_York', -5],
  edt: ['America/New_York', -4],
  ct: ['America/Chicago', null],
  central: ['America/Chicago', null],
  cst: ['America/Chicago', -6],
  cdt: ['America/Chicago', -5],
  mt: ['America/Denver', null],
  mountain: ['America/Denver', null],
  mst: ['America/Denver', -7],
  mdt: ['America/Denver', -6],
  pt: ['America/Los_Angeles', null],
  pacific: ['America/Los_Angeles', null],
  pst: ['America/Los_Angeles', -8],
  pdt: ['America/Los_Angeles', -7],
  utc: ['UTC', null],
  gmt: ['UTC', null],
  z: ['UTC', null],
  bst: ['Europe/London', 1],
  cet: ['Europe/Paris', 1],
  cest: ['Europe/Paris', 2],
  boston: ['America/New_York', null],
  philadelphia: ['America/New_York', null],
  washington: ['America/New_York', null],
  miami: ['America/New_York', null],
  atlanta: ['America/New_York', null],
  cleveland: ['America/New_York', null],
  houston: ['America/Chicago', null],
  dallas: ['America/Chicago', null],
  'san antonio': ['America/Chicago', null],
  'san francisco': ['America/Los_Angeles', null],
  oakland: ['America/Los_Angeles', null],
  seattle: ['America/Los_Angeles', null],
  portland: ['America/Los_Angeles', null],
  'salt lake city': ['America/Denver', null],
};

let cities: ReadonlyMap<string, string> | null = null;

/** Every IANA zone by its own name and by its city: "america/chicago" and "chicago". */
function byCity(): ReadonlyMap<string, string> {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').flatMap((zone) => {
      const city = zone.split('/').at(-1) ?? zone;
      return [
        [zone.toLowerCase(), zone],
        [city.replaceAll('_', ' ').toLowerCase(), zone],
      ] as const;
    }),
  );
  return cities;
}

/** The zone that words mean, or null. */
function zoneNamed(words: string): NamedZone | null {
  const name = words
    .toLowerCase()
    .replace(/\s+time$/, '')
    .trim();
  const common = COMMON[name];
  if (common !== undefined) return { zone: common[0], offset: common[1] === null ? null : common[1] * 60 };
  const zone = byCity().get(name);
  return zone === undefined ? null : { zone, offset: null };
}

/** Words and the zone that their last one to three words name. */
export function splitZone(text: string): { readonly rest: string; readonly named: NamedZone | null } {
  const words = text.trim().split(/\s+/);
  for (const count of [3, 2, 1]) {
    if (words.length < count) continue;
    const tail = words
      .slice(-count)
      .join(' ')
      .replace(/^\(|\)$/g, '');
    const named = zoneNamed(tail);
    if (named !== null) {
      const rest = words
        .slice(0, -count)
        .join(' ')
        .replace(/\s+in$/, '');
      return { rest, named };
    }
  }
  return { rest: text.trim(), named: null };
}

/** Short name of a zone at an instant, like CDT. */
export function abbreviation(at: number, zone: string): string {
  return zone === 'UTC' ? 'UTC' : DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat('ZZZZ');
}
