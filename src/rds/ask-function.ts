/** What a database holds, asked of the maintenance function: the database is private, and `aws` is signed in already. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { AskFingerprint } from './drill.ts';
import { RdsError } from './instance.ts';

/** What `aws lambda invoke` prints, as far as it is read. */
const Invoked = z.object({ StatusCode: z.literal(200), FunctionError: z.string().optional() });

const Print = z.object({
  basis: z.int(),
  committedAt: z.string().nullable(),
  ledger: z.string(),
  answers: z.string(),
  asked: z.int(),
});

/** Ask by the AWS command line. Throws `RdsError` where the function fails or there is no such command. */
export function askFunction(name: string): AskFingerprint {
  return async (instance, basis) => {
    const folder = mkdtempSync(join(tmpdir(), 'playclock-drill-'));
    const answer = join(folder, 'answer.json');
    const payload = JSON.stringify({
      command: 'fingerprint',
      ...(instance === null ? null : { instance }),
      ...(basis === null ? null : { basis }),
    });
    try {
      const { FunctionError } = Invoked.parse(JSON.parse(await invoke(name, payload, answer)));
      const text = readFileSync(answer, 'utf8');
      if (FunctionError !== undefined) throw new RdsError(`the maintenance function failed: ${text}`);
      return Print.parse(JSON.parse(text));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** The longest that the function runs; by itself the command gives up after one minute, and asks again. */
const LONGEST = '900';

async function invoke(name: string, payload: string, answer: string): Promise<string> {
  const words = ['lambda', 'invoke', '--function-name', name, '--cli-binary-format', 'raw-in-base64-out'];
  const output = ['--cli-read-timeout', LONGEST, '--output', 'json', '--no-cli-pager'];
  try {
    const { stdout } = await promisify(execFile)('aws', [...words, ...output, '--payload', payload, answer]);
    return stdout;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new RdsError('there is no command "aws": install AWS CLI version 2 and sign in', { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RdsError(`aws lambda invoke failed: ${reason}`, { cause });
  }
}
