import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { histories, plan, type Step } from './history.ts';
import { isNews, type NaiveCorrection, naiveCorrections, naiveReplacements } from './naive-corrections.ts';
import { comparePlaces, type NaiveGame, type Place, placeOf } from './naive-game.ts';
import type { Telling } from './telling.ts';
import { REVISIONS } from './tiny-edits.ts';

const HISTORIES = Math.ceil(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) / 10);
const TIMEOUT = 60_000 * Math.max(5, HISTORIES / 10);
const END: Place = { at: Infinity, order: Infinity };
const league = leagueNamed('demo');
let database: TestDatabase & { close(): Promise<void> };
let examiner: Examiner;

beforeAll(async () => {
  database = await cloneDatabase();
  examiner = new Examiner(database.pool, league, { fresh: 0, again: 0, last: 0 });
});
afterAll(() => database.close());

interface Entry {
  readonly player?: { readonly id: string };
  readonly team?: { readonly id: string };
  readonly play_id: string | null;
  readonly change: string;
  readonly counter: string;
  readonly before: number;
  readonly after: number;
}

/** All entries of one ingest in the order listed, gathered page by page. */
async function listed(telling: Telling, slot: number, basis: number): Promise<Entry[]> {
  const game = `game_id=${telling.ids.game(slot)}&limit=7`;
  const entries: Entry[] = [];
  let page = `since_basis=${basis - 1}&basis=${basis}`;
  for (;;) {
    const { body } = await examiner.ask(`/v1/demo/corrections?${game}&${page}`);
    entries.push(...(body.corrections as Entry[]));
    if (body.next_cursor === null) return entries;
    page = `cursor=${body.next_cursor}`;
  }
}

function whoOf({ player, team }: Entry): string {
  return player === undefined ? `team ${team?.id}` : `player ${player.id}`;
}

function texts(entries: readonly Entry[]): string[] {
  return entries
    .map((entry) =>
      [whoOf(entry), entry.change, entry.play_id, entry.counter, entry.before, entry.after].join(),
    )
    .sort();
}

function expected(corrections: readonly NaiveCorrection[]): string[] {
  return corrections
    .map((of) => [`${of.kind} ${of.id}`, of.change, of.playId, of.counter, of.before, of.after].join())
    .sort();
}

/** Counters whose final values differ, and by how much. Time and margin drift and are told but once. */
function differences(older: NaiveGame, newer: NaiveGame): Map<string, number> {
  const found = new Map<string, number>();
  for (const [kind, id] of newer.entities) {
    const [before, after] = [older.sum(kind, id, END), newer.sum(kind, id, END)];
    for (const [counter, { name, accrues }] of league.sport.counters.entries()) {
      const difference = (after[counter] ?? 0) - (before[counter] ?? 0);
      if (accrues === undefined && difference !== 0) found.set(`${kind} ${id} ${name}`, difference);
    }
  }
  return found;
}

/** Whether the versions differ by plays edited, put in or struck out: none moved, none that is news. */
function inPlace(older: NaiveGame, newer: NaiveGame): boolean {
  const places = new Map(older.steps.map(({ play }) => [play.id, placeOf(play)]));
  return newer.steps.every(({ play }) => {
    const was = places.get(play.id);
    return was === undefined ? !isNews(older, placeOf(play)) : comparePlaces(was, placeOf(play)) === 0;
  });
}

const KINDS: readonly Step['kind'][] = [...REVISIONS, ...REVISIONS, 'append', 'again', 'late', 'minutes'];

test('each ingest lists exactly what differs, and the last entry of a counter explains its whole difference', {
  timeout: TIMEOUT,
}, async () => {
  let explained = 0;
  await fc.assert(
    fc.asyncProperty(histories(KINDS, { min: 2, max: 6 }), async (steps) => {
      const telling = examiner.begin();
      for (const delivery of plan(steps)) {
        const { basis, counts } = await telling.tell(delivery);
        const game = telling.ids.game(delivery.slot);
        const [older, newer] = telling.model.accepted.filter((entry) => entry.game.id === game).slice(-2);
        const entries = await listed(telling, delivery.slot, basis);
        if (!counts || older === undefined || newer === undefined) {
          expect(entries).toEqual([]);
          continue;
        }
        const sameFeed = older.clock === newer.clock;
        const compare = sameFeed ? naiveCorrections : naiveReplacements;
        expect(texts(entries)).toEqual(expected(compare(older.naive, newer.naive, league)));
        if (sameFeed && !inPlace(older.naive, newer.naive)) continue;
        for (const [line, difference] of differences(older.naive, newer.naive)) {
          const last = entries.findLast((entry) => `${whoOf(entry)} ${entry.counter}` === line);
          expect((last?.after ?? 0) - (last?.before ?? 0), line).toBe(difference);
          explained++;
        }
      }
    }),
    { numRuns: HISTORIES },
  );
  expect(explained).toBeGreaterThan(HISTORIES);
});
