/** Telling a history to a database, and to the naive model at the same time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { parseDocument } from '../../src/feeds/document.ts';
import type { Document } from '../../src/feeds/feed.ts';
import { readLiveGame } from '../../src/feeds/nba-live/game.ts';
import { readStatsV2Game } from '../../src/feeds/stats-v2/game.ts';
import { readScheduleCsv } from '../../src/feeds/stats-v2/schedule.ts';
import { type LoadReport, load } from '../../src/ingest/load.ts';
import type { League } from '../../src/sports/leagues.ts';
import { type Delivery, stampsOf } from './history.ts';
import { NaiveBitemporal, type Offer } from './naive-bitemporal.ts';
import type { Teller, Told } from './teller.ts';
import { type Ids, liveFiles } from './tiny-files.ts';
import type { TinyGame } from './tiny-game.ts';
import { minuteFiles } from './tiny-minutes.ts';

export class Telling implements Teller<TinyGame> {
  readonly model: NaiveBitemporal;
  readonly ids: Ids;
  readonly told: Told<TinyGame>[] = [];
  readonly #pool: pg.Pool;
  readonly #league: League;

  constructor(pool: pg.Pool, league: League, ids: Ids) {
    this.#pool = pool;
    this.#league = league;
    this.ids = ids;
    this.model = new NaiveBitemporal(league);
  }

  /** Load what was delivered, and let the model know of it. */
  async tell(delivery: Delivery): Promise<Told<TinyGame>> {
    const report = await this.load(delivery);
    const counts = this.learn(delivery, report.basis);
    const { basis, outcome, reason } = report;
    const told = { delivery, basis, counts, outcome, reason };
    this.told.push(told);
    return told;
  }

  instantsOf({ version }: Delivery): number[] {
    return version.game.plays.map((play) => play.at);
  }

  /** Load what was delivered; the report of the game itself. */
  async load(delivery: Delivery): Promise<LoadReport> {
    const report = (await loadFiles(this.#pool, filesOf(delivery, this.ids))).at(-1);
    if (report === undefined) throw new RangeError('a load without a report');
    return report;
  }

  /** Let the model know what was loaded under a basis. Returns whether it counts. */
  learn(delivery: Delivery, basis: number): boolean {
    if (delivery.feed === 'broken') return false;
    return this.model.learn(basis, offerOf(delivery, filesOf(delivery, this.ids), this.#league, this.ids));
  }
}

/** The files of a delivery under a history's ids. */
function filesOf({ feed, version }: Delivery, ids: Ids): Record<string, string> {
  if (feed === 'minutes') return minuteFiles(version.game, ids);
  const files = liveFiles(version, ids);
  if (feed === 'live') return files;
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      name.includes('_plays') ? withStranger(text, ids) : text,
    ]),
  );
}

/** The first play is by a team that does not play in the game: that is found out after the file was recognised. */
function withStranger(text: string, ids: Ids): string {
  const document = JSON.parse(text) as { game: { actions: Record<string, unknown>[] } };
  const [first, ...rest] = document.game.actions;
  const actions = [{ ...first, teamId: ids.team(9) }, ...rest];
  return JSON.stringify({ ...document, game: { ...document.game, actions } });
}

/** Load files in one call. */
export async function loadFiles(pool: pg.Pool, files: Record<string, string>): Promise<LoadReport[]> {
  const folder = mkdtempSync(join(tmpdir(), 'playclock-history-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const reports: LoadReport[] = [];
    await load({ pool, paths: [folder], onReport: (report) => reports.push(report) });
    return reports;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function offerOf(delivery: Delivery, files: Record<string, string>, league: League, ids: Ids): Offer {
  const { feed, version } = delivery;
  const gameId = ids.game(delivery.slot);
  const document = (name: string): Document => ({
    file: name,
    content: parseDocument(name, files[name] ?? ''),
  });
  const bytes = JSON.stringify(files);
  if (feed === 'live') {
    const box = { role: 'box', document: document(`${gameId}_box.json`) } as const;
    const plays = document(`${gameId}_plays.json`);
    const game = readLiveGame({ league: league.code, gameId, plays, companions: [box], schedule: null });
    return { game, bytes, version: stampsOf(version) };
  }
  const [schedule = null] = readScheduleCsv(document(`${gameId}_schedule.csv`));
  const plays = document(`${gameId}.csv`);
  const game = readStatsV2Game({ league: league.code, gameId, plays, companions: [], schedule });
  return { game, bytes, version: null };
}
