/** Facts as CSV: season dates, players with birth dates, official season totals. */
import { z } from 'zod';
import { SEASON_TYPES } from '../../plays/game.ts';
import { BadInput } from '../bad-input.ts';
import { check, columns } from '../check.ts';
import type { Document, Format, Person, Role, SeasonDates, SeasonTotal } from '../feed.ts';

/** The facts files name no league in their rows; they are the NBA's. */
const LEAGUE = 'nba';

const season = z.string().regex(/^\d{4}-\d{2}$/, 'season is not like 2015-16');
const id = z.string().regex(/^\d+$/, 'player_id is not a number');
const count = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .regex(/^-?\d+$/, 'not a whole number')
    .transform(Number),
]);

const SeasonRow = z.object({
  season,
  season_type: z.enum(SEASON_TYPES),
  first_day: z.iso.date(),
  last_day: z.iso.date(),
});
const PersonRow = z.object({
  player_id: id,
  player_name: z.string().min(1),
  birth_date: z.union([z.literal(''), z.iso.date()]),
});
const COUNTERS = [
  'games',
  'pts',
  'fgm',
  'fga',
  'fg3m',
  'fg3a',
  'ftm',
  'fta',
  'oreb',
  'dreb',
  'reb',
  'ast',
  'stl',
  'blk',
  'tov',
  'pf',
] as const;
const TotalRow = z.object({
  player_id: id,
  player_name: z.string().min(1),
  season,
  season_type: z.enum(SEASON_TYPES),
  team: z.string(),
  ...(Object.fromEntries(COUNTERS.map((name) => [name, count])) as Record<
    (typeof COUNTERS)[number],
    typeof count
  >),
});

function readSeasons(document: Document): SeasonDates[] {
  return rowsOf(document, SeasonRow).map(({ row, place }) => {
    if (row.last_day < row.first_day) {
      throw new BadInput(
        document.file,
        place,
        `the season ends (${row.last_day}) before it begins`,
        'correct the dates',
      );
    }
    return {
      part: { season: row.season, type: row.season_type },
      firstDay: row.first_day,
      lastDay: row.last_day,
    };
  });
}

function readPeople(document: Document): Person[] {
  return rowsOf(document, PersonRow).map(({ row }) => ({
    id: row.player_id,
    name: row.player_name,
    birthDate: row.birth_date === '' ? null : row.birth_date,
  }));
}

function readSeasonTotals(document: Document): SeasonTotal[] {
  const seen = new Map<string, string>();
  return rowsOf(document, TotalRow).map(({ row, place }) => {
    const key = `${row.player_id} ${row.season} ${row.season_type}`;
    const twin = seen.get(key);
    if (twin !== undefined) {
      throw new BadInput(
        document.file,
        place,
        `player ${row.player_id} has this season at ${twin} too`,
        'keep one row, of all teams',
      );
    }
    seen.set(key, place);
    return {
      playerId: row.player_id,
      name: row.player_name,
      part: { season: row.season, type: row.season_type },
      team: row.team,
      counters: Object.fromEntries(COUNTERS.map((name) => [name, row[name]])),
    };
  });
}

function rowsOf<T extends z.ZodRawShape>(
  document: Document,
  schema: z.ZodObject<T>,
): { row: z.infer<z.ZodObject<T>>; place: string }[] {
  if (document.content.kind !== 'csv') return [];
  const { header, rows } = document.content;
  const names = Object.keys(schema.shape);
  const at = columns(header, names, document.file);
  return rows.map((values, position) => {
    const place = `line ${position + 2}`;
    const record = Object.fromEntries(names.map((name) => [name, values[at.get(name) ?? -1]]));
    return { row: check(schema, record, document.file, place), place };
  });
}

/** Recognised by the columns that tell one facts file from the others. */
function facts(name: string, role: Role, telling: readonly string[]): Format {
  return {
    name,
    recognise: (content) =>
      content.kind === 'csv' && telling.every((column) => content.header.includes(column))
        ? { format: name, feed: 'facts', role, league: LEAGUE, gameId: null }
        : null,
  };
}

export const FACTS_FORMATS: readonly Format[] = [
  { ...facts('season dates CSV', 'seasons', ['season', 'first_day', 'last_day']), readSeasons },
  {
    ...facts('season totals CSV', 'season_totals', ['player_id', 'season', 'games', 'pts']),
    readSeasonTotals,
  },
  { ...facts('players CSV', 'people', ['player_id', 'player_name', 'birth_date']), readPeople },
];
