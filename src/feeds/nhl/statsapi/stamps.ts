/** Instants of `feed/live`: whole seconds UTC, and what decides between events of one second. */
import type { Stamp } from '../../../plays/play.ts';
import { BadInput } from '../../bad-input.ts';
import { readInstant } from '../periods.ts';
import type { Event } from './document.ts';

const SECOND = 1000;
/** The scorer's sheet is opened: bookkeeping, long before anybody is on the ice. */
const OPENED = 'GAME_SCHEDULED';

export interface Stamped {
  readonly stamp: Stamp;
  readonly orderKey: number;
  /** What was mended, for the play's note. */
  readonly note: string | null;
}

/**
 * Stamps in the order of the array.
 *
 * The opening of the sheet, stamped most of an hour before the game, takes the instant of the event after it:
 * nobody is playing before. Its own stamp stays in the note. A file with nothing after it is no game yet.
 *
 * The order key is the place among the events of the same second, in array order: `eventIdx` swaps neighbours, and
 * a place in the whole array would move every later play when a forgotten one is put in.
 */
export function stampEvents(events: readonly Event[], placeOf: (position: number) => string, file: string) {
  const own = events.map(({ about }, position) =>
    readInstant(about.dateTime, file, `${placeOf(position)}.about.dateTime`),
  );
  const taken = new Map<number, number>();
  return events.map(({ result }, position): Stamped => {
    const early = position === 0 && result.eventTypeId === OPENED;
    const at = own[early ? 1 : position];
    if (at === undefined) {
      throw new BadInput(file, placeOf(position), 'the game has not begun', 'load it once it has');
    }
    const orderKey = taken.get(at) ?? 0;
    taken.set(at, orderKey + 1);
    return {
      stamp: {
        at,
        precision: 'second',
        earliest: at,
        latest: at + SECOND - 1,
        method: early ? 'interpolated' : 'feed',
      },
      orderKey,
      note: early ? `the feed stamps it ${events[0]?.about.dateTime}, when the sheet was opened` : null,
    };
  });
}
