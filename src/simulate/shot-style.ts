import type { Random } from './random.ts';

/** Where and how a shot is taken. */
export interface ShotStyle {
  readonly subType: string;
  readonly descriptor: string | null;
  /** Feet, to two decimals. */
  readonly distance: number;
  readonly x: number;
  readonly y: number;
}

/** At the rim, from mid range, or behind the line. */
export type Zone = 'rim' | 'mid' | 'three';

const RIM: readonly (readonly [string, string | null])[] = [
  ['Layup', 'driving'],
  ['Layup', 'driving'],
  ['Layup', 'driving finger roll'],
  ['Layup', 'running'],
  ['Layup', 'cutting'],
  ['Layup', null],
  ['DUNK', 'cutting'],
  ['DUNK', 'running'],
  ['DUNK', 'alley-oop'],
  ['Hook', null],
];
const MID: readonly (string | null)[] = [
  'pullup',
  'pullup',
  null,
  'driving floating',
  'turnaround fadeaway',
  'step back',
];
const THREE: readonly (string | null)[] = [null, null, null, 'pullup', 'step back', 'running'];

/** Draws the manner of a shot from the zone; a tip or putback at once after an offensive rebound. */
export function shotStyle(random: Random, zone: Zone, atOnce: boolean): ShotStyle {
  if (zone === 'three')
    return { ...spot(random, 22.5, 27), subType: 'Jump Shot', descriptor: random.pick(THREE) };
  if (zone === 'mid') return { ...spot(random, 8, 22), subType: 'Jump Shot', descriptor: random.pick(MID) };
  if (atOnce)
    return { ...spot(random, 0.5, 4), subType: 'Layup', descriptor: random.pick(['tip', 'putback']) };
  const [subType, descriptor] = random.pick(RIM);
  return { ...spot(random, 0.5, 8), subType, descriptor };
}

/** A place at a distance from the left basket, in per cent of the floor's length and width. */
function spot(random: Random, near: number, far: number): { distance: number; x: number; y: number } {
  const distance = hundredths(random.between(near, far));
  const along = random.next();
  // The remaining share of the distance goes across the floor; a square root is exact everywhere.
  const across = Math.sqrt(1 - along * along) * (random.chance(0.5) ? 1 : -1);
  const x = hundredths(((5.25 + distance * along) / 94) * 100);
  const y = hundredths(Math.min(99, Math.max(1, 50 + ((distance * across) / 50) * 100)));
  return { distance, x, y };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
