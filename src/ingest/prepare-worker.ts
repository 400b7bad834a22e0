/** The thread of `preparerFor`: prepares games as they are asked for and answers in that order. */
import { parentPort } from 'node:worker_threads';
import { BadInput } from '../feeds/bad-input.ts';
import { leagueNamed } from '../sports/leagues.ts';
import { prepareGame } from './prepare.ts';
import type { Prepared, Wanted } from './preparer.ts';
import { packGame } from './transfer.ts';

parentPort?.on('message', (wanted: Wanted) => parentPort?.postMessage(answer(wanted)));

/** Errors lose their class on the way to another thread, so what they say is sent. */
function answer({ files, league: code, schedule }: Wanted): Prepared {
  try {
    const league = leagueNamed(code);
    return { kind: 'folded', packed: packGame(prepareGame(files, league, schedule)) };
  } catch (cause) {
    if (cause instanceof BadInput) {
      const { file, place, reason, remedy } = cause;
      return { kind: 'refused', file, place, reason, remedy };
    }
    return {
      kind: 'fault',
      message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    };
  }
}
