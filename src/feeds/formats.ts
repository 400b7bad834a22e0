/** Every format Playclock reads. Adding a feed adds a folder and a line here. */
import { BadInput } from './bad-input.ts';
import type { Content } from './document.ts';
import { FACTS_FORMATS } from './facts/formats.ts';
import type { Claim, Format, GameColumn } from './feed.ts';
import { MLB_FORMATS } from './mlb/formats.ts';
import { NBA_LIVE_FORMATS } from './nba-live/formats.ts';
import { NFL_FORMATS } from './nfl/formats.ts';
import { NHL_FORMATS } from './nhl/formats.ts';
import { SOCCER_FORMATS } from './soccer/formats.ts';
import { STATS_V2_FORMATS } from './stats-v2/formats.ts';

export const FORMATS: readonly Format[] = [
  ...STATS_V2_FORMATS,
  ...NBA_LIVE_FORMATS,
  ...FACTS_FORMATS,
  ...MLB_FORMATS,
  ...NFL_FORMATS,
  ...NHL_FORMATS,
  ...SOCCER_FORMATS,
];

/** The format a document is of, by its content, or a BadInput. */
export function recognise(file: string, content: Content): Claim {
  for (const format of FORMATS) {
    const claim = format.recognise(content, file);
    if (claim !== null) return claim;
  }
  const shown =
    content.kind === 'csv'
      ? `a CSV with columns ${content.header.slice(0, 6).join(', ')}`
      : `JSON with ${Object.keys(Object(content.value)).slice(0, 6).join(', ') || 'nothing in it'}`;
  throw new BadInput(
    file,
    'start',
    `no feed recognises it (${shown})`,
    'see the list of formats in docs/feeds.md',
  );
}

/** Where the rows of a CSV with this header name their game; null where one file holds one game, or none. */
export function gameColumnOf(header: readonly string[]): GameColumn | null {
  for (const format of FORMATS) {
    const column = format.gameColumn?.(header) ?? null;
    if (column !== null) return column;
  }
  return null;
}

/** Format of that name. */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((candidate) => candidate.name === name);
  if (format === undefined) throw new RangeError(`no format named ${name}`);
  return format;
}

/** Formats that state the same kind of reference data as the named one, itself among them. */
export function rivalFormats(name: string): string[] {
  const { readSchedule, readSeasons, readPeople, readSeasonTotals } = formatNamed(name);
  const same = (format: Format) =>
    (readSchedule !== undefined && format.readSchedule !== undefined) ||
    (readSeasons !== undefined && format.readSeasons !== undefined) ||
    (readPeople !== undefined && format.readPeople !== undefined) ||
    (readSeasonTotals !== undefined && format.readSeasonTotals !== undefined);
  return FORMATS.filter(same).map((format) => format.name);
}
