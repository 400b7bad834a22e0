/** Child processes that answer with one JSON value on their standard output. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Run a script of this folder to its end; `input` goes to its standard input as JSON. */
export function runChild<T>(script: string, args: readonly string[], input?: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new ChildFailedError(script, code));
    });
    child.stdin.end(input === undefined ? '' : JSON.stringify(input));
  });
}

/** A measuring process ended badly; what it had to say is on standard error. */
export class ChildFailedError extends Error {
  override readonly name = 'ChildFailedError';
  constructor(script: string, code: number | null) {
    super(`${script} ended with ${code}`);
  }
}
