/** A database that a few histories were told to: many versions of tiny games, and official totals in between. */
import type pg from 'pg';
import { Random } from '../../src/simulate/random.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { certainAt, datesFile, drawTotals, PARTS } from '../histories/drawn-totals.ts';
import { LIVE_STEPS, plan, type Step } from '../histories/history.ts';
import type { Statement } from '../histories/naive-totals.ts';
import { loadFiles, Telling } from '../histories/telling.ts';
import { Ids } from '../histories/tiny-files.ts';
import { PLAYERS, SLOTS, TEAMS } from '../histories/tiny-game.ts';

export const league = leagueNamed('nba');
const KINDS: readonly Step['kind'][] = [...LIVE_STEPS.filter((kind) => kind !== 'broken'), 'minutes'];

/** One history as it was told. */
export interface Told {
  readonly telling: Telling;
  readonly statements: readonly Statement[];
  readonly bases: readonly number[];
  /** Of plays and season ends. */
  readonly instants: readonly number[];
  readonly random: Random;
}

/** Tell `count` histories, each of ids of its own. */
export async function tellHistories(pool: pg.Pool, count: number, seed: number): Promise<Told[]> {
  await loadFiles(pool, { 'seasons.csv': datesFile() });
  const all: Told[] = [];
  for (let number = 0; number < count; number++) {
    const random = new Random(`told ${seed} ${number}`);
    const telling = new Telling(pool, league, new Ids(number + 1, '00'));
    const statements: Statement[] = [];
    const instants = PARTS.flatMap((part) => [certainAt(part), Date.parse(part.firstDay) + 86_400_000 * 30]);
    const bases: number[] = [];
    // Of every third history only the feed with minutes reaches us: its plays are in doubt.
    const feed = number % 3 === 0 ? ('minutes' as const) : null;
    for (const planned of plan(drawSteps(random))) {
      const delivery = feed === null ? planned : { ...planned, feed };
      instants.push(...delivery.version.game.plays.map(({ at }) => at));
      bases.push((await telling.tell(delivery)).basis);
      for (let times = random.whole(0, 3); times > 0; times--) {
        const { csv, statement } = drawTotals(random, telling.ids);
        const [report] = await loadFiles(pool, { 'totals.csv': csv });
        statements.push({ ...statement, basis: report?.basis ?? 0 });
        bases.push(report?.basis ?? 0);
      }
    }
    all.push({ telling, statements, bases, instants, random });
  }
  return all;
}

/** A few games of neighbouring seasons, then revisions of them and more games. */
function drawSteps(random: Random): Step[] {
  return Array.from({ length: random.whole(8, 11) }, (_, position) => ({
    kind: position < 4 ? 'new' : random.pick(KINDS),
    slot: random.whole(0, SLOTS.length - 1),
    seed: random.whole(0, 99_999),
    meta: random.pick(['made', 'made', 'still', 'none'] as const),
    hold: position >= 4 && random.chance(0.2),
  }));
}

/** Somebody of a history; now and then somebody of whom nothing was told. */
export function drawEntity({ telling, statements, random }: Told) {
  const stated = statements.map(({ playerId }) => playerId);
  if (stated.length > 0 && random.chance(0.25)) return { kind: 'player' as const, id: random.pick(stated) };
  if (random.chance(0.1)) {
    return { kind: 'player' as const, id: String(telling.ids.player(random.whole(0, TEAMS * PLAYERS - 1))) };
  }
  const [kind, id] = random.pick(random.pick(telling.model.accepted).naive.entities);
  return { kind, id };
}

const SHIFTS = [0, 0, 0, 1, -1, 250, 40_000, -86_400_000, 6 * 86_400_000, 400 * 86_400_000];

/** An instant that matters. */
export function drawInstant({ instants, random }: Told): number {
  return random.pick(instants) + random.pick(SHIFTS);
}
