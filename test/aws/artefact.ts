/** A function's bundle, as the stack would upload it, running in a process of its own. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundle, type FunctionName } from '../../infra/bundle.ts';
import { CREDENTIALS } from '../setup/bucket.ts';

export interface Artefact {
  /** Source files that went in. */
  readonly inputs: readonly string[];
  /** Bytes of all that is uploaded. */
  readonly bytes: number;
  /** Milliseconds from the start of the process to the handler being there. */
  readonly coldStart: number;
  invoke<T>(event: unknown): Promise<T>;
  close(): Promise<void>;
}

interface Line {
  readonly ready?: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Bundle and start a function; nothing of this repository is within its reach. */
export async function startArtefact(
  name: FunctionName,
  environment: Record<string, string>,
): Promise<Artefact> {
  const folder = mkdtempSync(join(tmpdir(), `playclock-${name}-`));
  const inputs = bundle(name, folder);
  const bytes = sizeOf(folder);
  copyFileSync(join(import.meta.dirname, 'runtime.mjs'), join(folder, 'runtime.mjs'));
  const begun = performance.now();
  const child = spawn(process.execPath, [join(folder, 'runtime.mjs'), join(folder, 'index.mjs')], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    // What Lambda sets for every function, and what the stack sets for this one.
    env: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
      TMPDIR: folder,
      ...environment,
    },
  });
  const waiting: ((line: Line) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Anything else is the function's log.
    if (line.startsWith('\u0001')) waiting.shift()?.(JSON.parse(line.slice(1)));
  });
  child.on('exit', (code) => {
    for (const settle of waiting.splice(0)) settle({ error: `the function's process ended with ${code}` });
  });
  const next = () => new Promise<Line>((resolve) => waiting.push(resolve));
  const first = await next();
  if (first.error !== undefined) throw new Error(first.error);
  return {
    inputs,
    bytes,
    coldStart: performance.now() - begun,
    async invoke<T>(event: unknown): Promise<T> {
      const answer = next();
      child.stdin.write(`${JSON.stringify(event)}\n`);
      const { value, error } = await answer;
      if (error !== undefined) throw new Error(error);
      return value as T;
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}

/** Notifications as a batch of queue messages. */
export function queueEvent(...bodies: string[]): unknown {
  return {
    Records: bodies.map((body, position) => ({ messageId: `m${position}`, body, eventSource: 'aws:sqs' })),
  };
}

/** A request as a function URL hands it over. */
export function urlEvent(path: string, headers: Record<string, string> = {}): unknown {
  const [rawPath = '/', rawQueryString = ''] = path.split('?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: { host: 'abc.lambda-url.us-east-1.on.aws', ...headers },
    requestContext: {
      domainName: 'abc.lambda-url.us-east-1.on.aws',
      http: { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    },
    isBase64Encoded: false,
  };
}

export interface UrlAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}
