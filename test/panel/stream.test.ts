/** Answers are made as fast as they are read, and given up where that is too slow. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BrokenOffError, streamOf } from '../../src/http/panel/stream.ts';
import { until } from '../setup/until.ts';

/** A stream of as many chunks as are wanted, and what became of it. */
function streamed(times: { stall: number; all: number }, chunks = 1000, takes = 0) {
  const told = { ended: 0, givenUp: 0, isOver: false };
  async function* made() {
    try {
      for (let at = 0; at < chunks; at++) {
        await sleep(takes);
        yield new Uint8Array();
        yield new Uint8Array([at]);
      }
    } finally {
      told.isOver = true;
    }
  }
  const ending = { ended: () => void told.ended++, givenUp: () => void told.givenUp++ };
  return { told, reader: streamOf(made(), ending, times).getReader() };
}

async function readSlowly(reader: ReadableStreamDefaultReader<Uint8Array>, pause: number): Promise<void> {
  for (;;) {
    if ((await reader.read()).done) return;
    await sleep(pause);
  }
}

test('a reader who takes nothing is given up', async () => {
  const { told, reader } = streamed({ stall: 20, all: 60_000 });
  await until(() => told.isOver && told.ended === 1);
  expect(told.givenUp).toBe(1);
  await expect(reader.read()).rejects.toThrow(BrokenOffError);
});

test('so is one who goes on taking a little, after a time in all', async () => {
  const { told, reader } = streamed({ stall: 60_000, all: 50 });
  await expect(readSlowly(reader, 5)).rejects.toThrow(BrokenOffError);
  await until(() => told.isOver);
  expect(told).toEqual({ ended: 1, givenUp: 1, isOver: true });
});

test('an answer that is slow to make is waited for', async () => {
  const { told, reader } = streamed({ stall: 60_000, all: 60_000 }, 3, 20);
  await readSlowly(reader, 0);
  expect(told).toEqual({ ended: 1, givenUp: 0, isOver: true });
});
