import { FIRST_OFFICIAL_ID } from './ids.ts';
import { inventName, type PersonName } from './names.ts';
import { type Random, randomFor } from './random.ts';

/** A referee. */
export interface Official extends PersonName {
  readonly personId: number;
  readonly jerseyNum: string;
}

const POOL = 48;

/** The league's referees, the same every season. */
export function officialsOf(seed: string | number): Official[] {
  const random = randomFor(seed, 'officials');
  return Array.from({ length: POOL }, (_, index) => ({
    ...inventName(random),
    personId: FIRST_OFFICIAL_ID + index,
    jerseyNum: String(index + 3),
  }));
}

/** Three referees for a game. */
export function crew(random: Random, pool: readonly Official[]): Official[] {
  return random.shuffled(pool).slice(0, 3);
}
