/** The order of play of api-web, and each event's moment in the game. */
import type { SeasonType } from '../../../plays/game.ts';
import { BadInput } from '../../bad-input.ts';
import { check } from '../../check.ts';
import { lengthOf, readSeconds } from '../periods.ts';
import { Event } from './document.ts';
import type { Moment } from './pace.ts';

const ATTEMPTS = new Set(['goal', 'shot-on-goal', 'missed-shot', 'failed-shot-attempt']);

export interface Ordered {
  readonly event: Event;
  readonly place: string;
  readonly raw: string;
  readonly shootout: boolean;
  /** Seconds left as the feed has them. */
  readonly left: number;
  /** Never before the moment of the event before. */
  readonly moment: Moment;
}

/** Events by `sortOrder`, which decides where clocks of neighbours disagree. */
export function inOrder(values: readonly unknown[], type: SeasonType, file: string): Ordered[] {
  const read = values.map((value, position) => {
    const place = `$.plays[${position}]`;
    return { event: check(Event, value, file, place), place, raw: JSON.stringify(value) };
  });
  for (const key of ['eventId', 'sortOrder'] as const) refuseTwins(read, key, file);
  read.sort((a, b) => a.event.sortOrder - b.event.sortOrder);
  let moment: Moment = { period: 1, run: 0, attempts: 0 };
  return read.map(({ event, place, raw }) => {
    const { number: period, periodType } = event.periodDescriptor;
    const shootout = periodType === 'SO';
    const length = lengthOf(period, type);
    const left = readSeconds(event.timeRemaining, length, file, `${place}.timeRemaining`);
    const run = shootout ? 0 : readSeconds(event.timeInPeriod, length, file, `${place}.timeInPeriod`);
    if (!shootout && run + left !== length) {
      throw new BadInput(
        file,
        `${place}.timeInPeriod`,
        `${event.timeInPeriod} run and ${event.timeRemaining} left make no period of ${length / 60} minutes`,
        'fetch the file again',
      );
    }
    if (period < moment.period) {
      throw new BadInput(
        file,
        `${place}.periodDescriptor.number`,
        `period ${period} after period ${moment.period} in the order of play`,
        'fetch the file again',
      );
    }
    const same = period === moment.period;
    const attempt = shootout && ATTEMPTS.has(event.typeDescKey) ? 1 : 0;
    moment = {
      period,
      run: same ? Math.max(moment.run, run) : run,
      attempts: moment.attempts + attempt,
    };
    return { event, place, raw, shootout, left, moment };
  });
}

function refuseTwins(
  read: readonly { readonly event: Event; readonly place: string }[],
  key: 'eventId' | 'sortOrder',
  file: string,
): void {
  const seen = new Map<number, string>();
  for (const { event, place } of read) {
    const twin = seen.get(event[key]);
    if (twin !== undefined) {
      throw new BadInput(file, place, `${key} ${event[key]} stands at ${twin} too`, 'fetch the file again');
    }
    seen.set(event[key], place);
  }
}
