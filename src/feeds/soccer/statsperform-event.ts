/** One event of Stats Perform MA3, as far as Playclock reads it. Numbers are the provider's. */
import { z } from 'zod';
import { BadInput } from '../bad-input.ts';

const flag = z.union([z.literal(0), z.literal(1)]);

export const Event = z.looseObject({
  id: z.int().positive(),
  eventId: z.int(),
  typeId: z.int(),
  periodId: z.int(),
  timeMin: z.int().min(0),
  timeSec: z.int().min(0).max(59),
  contestantId: z.string().optional(),
  playerId: z.string().optional(),
  playerName: z.string().optional(),
  outcome: flag,
  timeStamp: z.string(),
  lastModified: z.string().optional(),
  keyPass: flag.optional(),
  assist: flag.optional(),
  qualifier: z.array(z.looseObject({ qualifierId: z.int(), value: z.string().optional() })).default([]),
});
export type Event = z.infer<typeof Event>;

export const TYPE = {
  pass: 1,
  offsidePass: 2,
  foul: 4,
  tackle: 7,
  interception: 8,
  save: 10,
  clearance: 12,
  miss: 13,
  post: 14,
  savedShot: 15,
  goal: 16,
  card: 17,
  off: 18,
  on: 19,
  retired: 20,
  returned: 21,
  end: 30,
  start: 32,
  setUp: 34,
  deleted: 43,
} as const;

export const QUALIFIER = {
  cross: 2,
  corner: 6,
  caughtOffside: 7,
  ownGoal: 28,
  involved: 30,
  yellow: 31,
  secondYellow: 32,
  red: 33,
  relatedEvent: 55,
  blocked: 82,
  outfieldBlock: 94,
  formationSlots: 131,
  saveOffTarget: 190,
} as const;

/** Whether an event carries a qualifier. */
export function has(event: Event, qualifier: number): boolean {
  return event.qualifier.some(({ qualifierId }) => qualifierId === qualifier);
}

/** What a qualifier says; undefined where the event does not carry it, or it says nothing. */
export function qualifierValue(event: Event, qualifier: number): string | undefined {
  return event.qualifier.find(({ qualifierId }) => qualifierId === qualifier)?.value;
}

/** First believable year of a match; an earlier stamp is a placeholder. */
const FIRST_YEAR = 1990;

/** `2021-09-11T18:30:18.482Z`; a stamp on a whole second is written without the fraction. */
export function readInstant(value: string, file: string, place: string): number {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).getUTCFullYear() < FIRST_YEAR || at > Date.UTC(2100, 0)) {
    throw new BadInput(file, place, `"${value}" is not a believable UTC instant`, 'fetch the file again');
  }
  return at;
}
