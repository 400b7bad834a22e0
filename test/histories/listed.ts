/** What the corrections route lists of a history, held against what the model says differs. */
import { expect } from 'vitest';
import type { League } from '../../src/sports/leagues.ts';
import type { Examiner } from './examination.ts';
import type { Delivery } from './history.ts';
import { isNews, type NaiveCorrection, naiveCorrections, naiveReplacements } from './naive-corrections.ts';
import { comparePlaces, type NaiveGame, type Place, placeOf } from './naive-game.ts';
import type { Teller } from './teller.ts';

const END: Place = { at: Infinity, order: Infinity };

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
async function listed<G, T extends Teller<G>>(
  { ask, league }: Examiner<G, T>,
  gameId: string,
  basis: number,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let page = `since_basis=${basis - 1}&basis=${basis}`;
  for (;;) {
    const { body } = await ask(`/v1/${league.code}/corrections?game_id=${gameId}&limit=7&${page}`);
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
function differences({ sport }: League, older: NaiveGame, newer: NaiveGame): Map<string, number> {
  const found = new Map<string, number>();
  for (const [kind, id] of newer.entities) {
    const [before, after] = [older.sum(kind, id, END), newer.sum(kind, id, END)];
    for (const [counter, { name, accrues, perUnit = 1 }] of sport.counters.entries()) {
      const difference = (after[counter] ?? 0) - (before[counter] ?? 0);
      if (accrues === undefined && difference !== 0) found.set(`${kind} ${id} ${name}`, difference / perUnit);
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

/**
 * Each ingest lists exactly what differs, and the last entry of a counter explains its whole difference. Returns
 * how many differences were explained so.
 */
export async function expectListed<G, T extends Teller<G>>(
  examiner: Examiner<G, T>,
  deliveries: readonly Delivery<G>[],
): Promise<number> {
  const { league } = examiner;
  const telling = examiner.begin();
  let explained = 0;
  for (const delivery of deliveries) {
    const { basis, counts } = await telling.tell(delivery);
    const game = telling.ids.game(delivery.slot);
    const [older, newer] = telling.model.accepted.filter((entry) => entry.game.id === game).slice(-2);
    const entries = await listed(examiner, game, basis);
    if (!counts || older === undefined || newer === undefined) {
      expect(entries).toEqual([]);
      continue;
    }
    const sameFeed = older.game.feed === newer.game.feed;
    const compare = sameFeed ? naiveCorrections : naiveReplacements;
    expect(texts(entries)).toEqual(expected(compare(older.naive, newer.naive, league)));
    if (sameFeed && !inPlace(older.naive, newer.naive)) continue;
    for (const [line, difference] of differences(league, older.naive, newer.naive)) {
      const last = entries.findLast((entry) => `${whoOf(entry)} ${entry.counter}` === line);
      expect((last?.after ?? 0) - (last?.before ?? 0), line).toBe(difference);
      explained++;
    }
  }
  return explained;
}
