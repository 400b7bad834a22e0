/** A database that a few histories were told to: many versions of tiny games, and official totals in between. */
import { DateTime } from 'luxon';
import type pg from 'pg';
import type { NormalGame } from '../../src/plays/game.ts';
import { Random } from '../../src/simulate/random.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { LIVE_STEPS, plan, type Step } from '../histories/history.ts';
import type { Cells, Statement } from '../histories/naive-totals.ts';
import { loadFiles, Telling } from '../histories/telling.ts';
import { Ids, playerName } from '../histories/tiny-files.ts';
import { PLAYERS, SLOTS, TEAMS } from '../histories/tiny-game.ts';

export const league = leagueNamed('nba');
const KINDS: readonly Step['kind'][] = [...LIVE_STEPS.filter((kind) => kind !== 'broken'), 'minutes'];

/** Season parts with totals; of the first there are no plays. */
const PARTS = [
  { season: '2020-21', type: 'regular', firstDay: '2020-12-22', lastDay: '2021-05-16' },
  { season: '2021-22', type: 'regular', firstDay: '2021-10-12', lastDay: '2022-04-10' },
  { season: '2022-23', type: 'regular', firstDay: '2022-12-18', lastDay: '2023-04-09' },
] as const satisfies readonly (NormalGame['part'] & { firstDay: string; lastDay: string })[];
const STATED = 'games pts fgm fga fg3m fg3a ftm fta oreb dreb reb ast stl blk tov pf'.split(' ');

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
  const days = PARTS.map((part) => [part.season, part.type, part.firstDay, part.lastDay].join());
  await loadFiles(pool, {
    'seasons.csv': `${['season,season_type,first_day,last_day', ...days].join('\n')}\n`,
  });
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

/** When a season part is over wherever its league plays. */
function certainAt({ lastDay }: { readonly lastDay: string }): number {
  return DateTime.fromISO(lastDay, { zone: league.lastZone }).plus({ days: 1 }).startOf('day').toMillis();
}

function drawTotals(random: Random, ids: Ids): { csv: string; statement: Omit<Statement, 'basis'> } {
  const player = random.whole(0, TEAMS * PLAYERS - 1);
  const part = random.pick(PARTS);
  const cells = new Map<string, number | null>(
    STATED.map((name) => [name, name !== 'games' && random.chance(0.1) ? null : random.whole(1, 90)]),
  );
  const counters: Cells = league.sport.counters.map(({ name, perUnit = 1 }) => {
    const value = cells.get(name) ?? null;
    return value === null ? null : value * perUnit;
  });
  const playerId = String(ids.player(player));
  const row = [
    playerId,
    playerName(player),
    part.season,
    part.type,
    'ABC',
    ...STATED.map((name) => cells.get(name) ?? ''),
  ];
  const header = ['player_id', 'player_name', 'season', 'season_type', 'team', ...STATED];
  return {
    csv: `${header.join()}\n${row.join()}\n`,
    statement: { playerId, part, at: certainAt(part), counters },
  };
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
