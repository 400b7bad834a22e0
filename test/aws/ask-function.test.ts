/** The drill's way to the maintenance function, with a command of the name `aws` that answers as AWS documents it. */
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { askFunction } from '../../src/rds/ask-function.ts';
import { folderOf } from '../setup/files.ts';

const PRINT = { basis: 7, committedAt: '2026-01-01T00:00:00.000Z', ledger: 'a', answers: 'b', asked: 3 };

/** Put a command `aws` first on the path: it writes down how it was called, and answers. */
function answering(printed: object, written: string, status = 0): () => unknown {
  const script = `#!${process.execPath}
    const fs = require('node:fs');
    const words = process.argv.slice(2);
    fs.writeFileSync(__dirname + '/words.json', JSON.stringify(words));
    fs.writeFileSync(words.at(-1), ${JSON.stringify(written)});
    console.log(${JSON.stringify(JSON.stringify(printed, null, 4))});
    process.exitCode = ${status};`;
  const folder = folderOf({ aws: script });
  chmodSync(join(folder, 'aws'), 0o755);
  onPath(`${folder}${delimiter}${process.env.PATH}`);
  return () => JSON.parse(readFileSync(join(folder, 'words.json'), 'utf8'));
}

function onPath(path: string): void {
  const before = process.env.PATH;
  process.env.PATH = path;
  onTestFinished(() => {
    process.env.PATH = before;
  });
}

test('calls the function by name, and reads what it wrote into the file', async () => {
  const words = answering({ StatusCode: 200, ExecutedVersion: '$LATEST' }, JSON.stringify(PRINT));
  expect(await askFunction('Maintenance-1')('playclock-drill', 7)).toEqual(PRINT);
  expect(words()).toEqual([
    ...['lambda', 'invoke', '--function-name', 'Maintenance-1', '--cli-binary-format', 'raw-in-base64-out'],
    ...['--cli-read-timeout', '900', '--output', 'json', '--no-cli-pager', '--payload'],
    '{"command":"fingerprint","instance":"playclock-drill","basis":7}',
    expect.stringMatching(/answer\.json$/),
  ]);
  await askFunction('Maintenance-1')(null, null);
  expect(words()).toContain('{"command":"fingerprint"}');
});

test('tells what the function said when it failed, and what the command said when it did', async () => {
  const failed = { StatusCode: 200, FunctionError: 'Unhandled', ExecutedVersion: '$LATEST' };
  answering(failed, '{"errorMessage":"no such host"}');
  await expect(askFunction('f')(null, null)).rejects.toThrow(/maintenance function failed: .*no such host/);
  answering({}, '', 254);
  await expect(askFunction('f')(null, null)).rejects.toThrow('aws lambda invoke failed');
});

test('says what to install where there is no such command', async () => {
  onPath(folderOf({}));
  await expect(askFunction('f')(null, null)).rejects.toThrow('install AWS CLI version 2');
});
