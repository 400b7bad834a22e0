/** `matchInfo`, which Stats Perform puts at the head of every match document. */
import { z } from 'zod';
import type { SeasonPart, TeamRef, Venue } from '../../plays/game.ts';
import { SIDES, type Side } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';

const Contestant = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  shortName: z.string().optional(),
  code: z.string().optional(),
  position: z.enum(SIDES),
});

export const MatchInfo = z.looseObject({
  id: z.string().min(1),
  date: z.string().regex(/^\d{4}-\d\d-\d\dZ$/, 'not a date like 2021-09-11Z'),
  time: z
    .string()
    .regex(/^\d\d:\d\d:\d\dZ$/, 'not a time like 18:30:00Z')
    .optional(),
  localDate: z.iso.date('not a date').optional(),
  lastUpdated: z.string().optional(),
  tournamentCalendar: z.looseObject({ name: z.string() }),
  contestant: z.array(Contestant).length(2, 'a match has two contestants'),
  venue: z.looseObject({ id: z.string(), longName: z.string() }).optional(),
});
export type MatchInfo = z.infer<typeof MatchInfo>;

export interface Header {
  readonly id: string;
  readonly part: SeasonPart;
  readonly date: string;
  readonly scheduledAt: number | null;
  readonly madeAt: number;
  readonly home: TeamRef;
  readonly away: TeamRef;
  readonly venue: Venue | null;
}

/** What the header says of the match. */
export function readHeader(info: MatchInfo, file: string): Header {
  const kickOff = info.time === undefined ? Number.NaN : Date.parse(`${info.date.slice(0, 10)}T${info.time}`);
  const made = Date.parse(info.lastUpdated ?? '');
  return {
    id: info.id,
    part: { season: seasonOf(info.tournamentCalendar.name, file), type: 'regular' },
    date: info.localDate ?? info.date.slice(0, 10),
    scheduledAt: Number.isNaN(kickOff) ? null : kickOff,
    madeAt: Number.isNaN(made) ? 0 : made,
    home: team(info, 'home', file),
    away: team(info, 'away', file),
    venue:
      info.venue === undefined
        ? null
        : { id: info.venue.id, name: info.venue.longName, city: null, zone: null },
  };
}

/** A calendar named `2021/2022` is the season 2021-22. */
function seasonOf(calendar: string, file: string): string {
  const [, first, second] = /^(\d{4})\/(\d{4})$/.exec(calendar) ?? [];
  if (first === undefined || second === undefined || Number(second) !== Number(first) + 1) {
    throw new BadInput(
      file,
      '$.matchInfo.tournamentCalendar.name',
      `"${calendar}" is not a season of two years like 2021/2022`,
      'leave the match out: seasons of one calendar year need a league of their own',
    );
  }
  return `${first}-${second.slice(2)}`;
}

function team(info: MatchInfo, side: Side, file: string): TeamRef {
  const found = info.contestant.find((contestant) => contestant.position === side);
  if (found === undefined) {
    throw new BadInput(
      file,
      '$.matchInfo.contestant',
      `no contestant has the position "${side}"`,
      'fetch the file again',
    );
  }
  const name = found.shortName ?? found.name;
  return {
    id: found.id,
    tricode: found.code ?? name.slice(0, 3).toUpperCase(),
    city: null,
    name: found.name,
  };
}
