/** Preparing games in a thread of its own, so that reading and folding one costs the writing of another nothing. */
import { Worker } from 'node:worker_threads';
import { BadInput } from '../feeds/bad-input.ts';
import type { ScheduleEntry } from '../feeds/feed.ts';
import type { KeptGame } from '../fold/kept.ts';
import type { League } from '../sports/leagues.ts';
import { prepareGame } from './prepare.ts';
import type { GameFiles } from './survey.ts';
import { keptGame, type PackedGame, unpackGame } from './transfer.ts';

/** Starting a thread takes as long as preparing so many games. */
const THREAD_FROM = 40;

/**
 * Games are soon garbage: without limits a load of 479 games peaks above 545 MB, with 32 MB of young generation at 390. 12 MB
 * spare no memory and take twice the CPU: what a game still needs is copied and copied again.
 */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** One that takes long to prepare is no reason for the server to wait, while another is ready. */
const AHEAD = 2;

export interface Wanted {
  readonly files: GameFiles;
  readonly league: string;
  readonly schedule: ScheduleEntry | null;
}

export type Prepared =
  | { readonly kind: 'folded'; readonly packed: PackedGame }
  | {
      readonly kind: 'refused';
      readonly file: string;
      readonly place: string;
      readonly reason: string;
      readonly remedy: string;
    }
  | { readonly kind: 'fault'; readonly message: string };

export interface Preparer {
  /** Games that are worth preparing while one is written. */
  readonly ahead: number;
  /** Parse, normalise and fold a game. Rejects with `BadInput` where its files cannot be loaded. */
  prepare(files: GameFiles, league: League, schedule: ScheduleEntry | null): Promise<KeptGame>;
  close(): Promise<void>;
}

/** For so many games: many are prepared in another thread, few in this one. */
export function preparerFor(games: number): Preparer {
  return games < THREAD_FROM ? inThisThread : inAnother();
}

const inThisThread: Preparer = {
  ahead: 1,
  prepare: async (files, league, schedule) => keptGame(prepareGame(files, league, schedule)),
  close: async () => {},
};

function inAnother(): Preparer {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { resourceLimits: LIMITS });
  const waiting: { resolve: (prepared: Prepared) => void; reject: (cause: unknown) => void }[] = [];
  worker.on('message', (prepared: Prepared) => waiting.shift()?.resolve(prepared));
  let ended: unknown = null;
  const fail = (cause: unknown) => {
    ended ??= cause;
    for (const { reject } of waiting.splice(0)) reject(cause);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new PreparationFault('the thread that prepares games has ended')));
  return {
    ahead: AHEAD,
    async prepare(files, league, schedule) {
      const wanted: Wanted = { files, league: league.code, schedule };
      const prepared = await new Promise<Prepared>((resolve, reject) => {
        if (ended !== null) throw ended;
        waiting.push({ resolve, reject });
        worker.postMessage(wanted);
      });
      if (prepared.kind === 'folded') return unpackGame(prepared.packed);
      if (prepared.kind === 'fault') throw new PreparationFault(prepared.message);
      throw new BadInput(prepared.file, prepared.place, prepared.reason, prepared.remedy);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** A fault of this program, not of the input, while a game was prepared in another thread. */
export class PreparationFault extends Error {
  override readonly name = 'PreparationFault';
}
