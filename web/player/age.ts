/** Age at an instant: whole years, and days since the last birthday. */
import { DateTime } from 'luxon';

export interface Age {
  readonly years: number;
  readonly days: number;
}

/** Null before the birth. */
export function ageAt(birthDate: string, at: number, zone: string): Age | null {
  const born = DateTime.fromISO(birthDate, { zone });
  const { years, days } = DateTime.fromMillis(at, { zone })
    .startOf('day')
    .diff(born, ['years', 'days'])
    .toObject();
  if (!born.isValid || years === undefined || days === undefined || years < 0 || days < 0) return null;
  return { years, days: Math.floor(days) };
}
