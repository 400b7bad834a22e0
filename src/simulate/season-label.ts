/** The first season of the invented league: careers are followed from here, so nothing exists before. */
export const FOUNDING_YEAR = 1990;

/** A season label that is not like "2023-24", or lies before the league was founded. */
export class SeasonLabelError extends Error {
  constructor(label: string) {
    super(`not a season of the league: "${label}" (wanted: like 2023-24, from ${FOUNDING_YEAR} on)`);
    this.name = 'SeasonLabelError';
  }
}

/** The year in which a season starts: 2023 of "2023-24". */
export function startYear(label: string): number {
  const match = /^(\d{4})-(\d{2})$/.exec(label);
  const year = Number(match?.[1]);
  const next = Number(match?.[2]);
  if (!match || (year + 1) % 100 !== next || year < FOUNDING_YEAR) throw new SeasonLabelError(label);
  return year;
}
