/** How old somebody is at an instant, as well as the birth date is known. Pure, and cheap: every answer has it. */

export const BIRTH_PRECISIONS = ['day', 'month', 'year'] as const;
/** Which part of a birth date is known; the rest of it stands on the first. */
export type BirthPrecision = (typeof BIRTH_PRECISIONS)[number];

export interface Span {
  /** Whole years. */
  readonly years: number;
  readonly seconds: number;
}

export interface Age {
  readonly precision: BirthPrecision;
  /** Whole years; null where the date leaves them open. */
  readonly years: number | null;
  /** Since the beginning of the birth date in UTC; null where the day is not known. */
  readonly seconds: number | null;
  /** Nobody states the hour or the zone of a birth: the date may have begun 14 hours before UTC's and ended 12 after. */
  readonly bounds: { readonly min: Span; readonly max: Span };
}

const HOUR = 3_600_000;
const FIRST_ZONE = 14 * HOUR;
const LAST_ZONE = 12 * HOUR;

/** Age at an instant (epoch milliseconds); null before the birth. `birthDate` is `YYYY-MM-DD`. */
export function ageAt(birthDate: string, precision: BirthPrecision, at: number): Age | null {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const begun = Date.UTC(year, month - 1, day);
  const over = {
    day: Date.UTC(year, month - 1, day + 1),
    month: Date.UTC(year, month, 1),
    year: Date.UTC(year + 1, 0, 1),
  }[precision];
  if (at < begun - FIRST_ZONE) return null;
  const bounds = { min: spanOf(over + LAST_ZONE, at), max: spanOf(begun - FIRST_ZONE, at) };
  if (precision === 'day') return { precision, ...spanOf(begun, at), bounds };
  const isSure = bounds.min.years === bounds.max.years;
  return { precision, years: isSure ? bounds.min.years : null, seconds: null, bounds };
}

function spanOf(born: number, at: number): Span {
  if (at < born) return { years: 0, seconds: 0 };
  const [birth, now] = [new Date(born), new Date(at)];
  const years = now.getUTCFullYear() - birth.getUTCFullYear();
  const birthday = new Date(born).setUTCFullYear(now.getUTCFullYear());
  return { years: birthday <= at ? years : years - 1, seconds: Math.floor((at - born) / 1000) };
}

/** Birth date and age at an instant, as published beside a name. */
export function bornOf(
  {
    birth_date,
    birth_precision,
  }: { readonly birth_date: string | null; readonly birth_precision: BirthPrecision | null },
  at: number,
): { readonly birth_date: string | null; readonly age: Age | null } {
  const isKnown = birth_date !== null && birth_precision !== null;
  return { birth_date, age: isKnown ? ageAt(birth_date, birth_precision, at) : null };
}
