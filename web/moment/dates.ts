/** The day in a phrase: a date, a word like "yesterday", a weekday, or the day at hand. */
import { DateTime } from 'luxon';

/** ISO dates that the words may mean (more than one where they are ambiguous), and the words after them. */
export interface DatesRead {
  readonly dates: readonly string[];
  readonly rest: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;

/**
 * Find the day, or say why there is none.
 *
 * @param now the present, epoch milliseconds.
 * @param shown the instant on the screen: words without a day are of its day.
 */
export function readDate(
  text: string,
  { now, shown }: { readonly now: number; readonly shown: number | null },
  zone: string,
): DatesRead | { readonly reason: string } {
  const words = text.replace(/^(on|at)\s+/i, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]|$)/i.exec(words);
  if (iso !== null) return found(words, iso, [dateOf(iso[1], iso[2], iso[3])]);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(words);
  if (slashed !== null) {
    const [, a, b, year] = slashed;
    const readings = [dateOf(year, a, b), dateOf(year, b, a)];
    return found(words, slashed, [...new Set(readings)]);
  }
  const named = readNamed(words);
  if (named !== null) return named;
  const today = DateTime.fromMillis(now, { zone });
  const word = /^(today|tonight|yesterday|tomorrow)\b/i.exec(words);
  if (word !== null) {
    const days = { yesterday: -1, tomorrow: 1 }[(word[1] ?? '').toLowerCase()] ?? 0;
    return found(words, word, [today.plus({ days }).toISODate()]);
  }
  const weekday = new RegExp(`^(?:last )?(${WEEKDAYS.join('|')})[a-z]*\\b`, 'i').exec(words);
  if (weekday !== null) {
    const wanted = WEEKDAYS.indexOf((weekday[1] ?? '').toLowerCase()) + 1;
    const back = (today.weekday - wanted + 7) % 7 || 7;
    return found(words, weekday, [today.minus({ days: back }).toISODate()]);
  }
  if (shown !== null) {
    return { dates: [DateTime.fromMillis(shown, { zone }).toISODate() ?? ''], rest: words };
  }
  return { reason: `"${text}" has no day: write 2016-06-19 19:02, or yesterday 21:30 ET` };
}

function readNamed(words: string): DatesRead | { readonly reason: string } | null {
  const monthFirst = new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(\\d{4}))?\\b`, 'i').exec(
    words,
  );
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}(?:\\s+(\\d{4}))?(?=\\s|$)`, 'i').exec(
    words,
  );
  const match = monthFirst ?? dayFirst;
  if (match === null) return null;
  const [month, day] = monthFirst !== null ? [match[1], match[2]] : [match[2], match[1]];
  if (match[3] === undefined) return { reason: `"${match[0]}" needs its year, like ${match[0]} 2016` };
  const number = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  return found(words, match, [dateOf(match[3], String(number), day)]);
}

function found(
  words: string,
  match: RegExpExecArray,
  dates: readonly (string | null)[],
): DatesRead | { reason: string } {
  const valid = dates.filter((date) => date !== null);
  if (valid.length === 0) return { reason: `there is no day "${match[0].trim()}"` };
  return { dates: valid, rest: words.slice(match[0].length).trim() };
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const date = DateTime.fromObject({ year: Number(year), month: Number(month), day: Number(day) });
  return date.isValid ? date.toISODate() : null;
}
