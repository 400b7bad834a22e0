/** The game clock in the words of `ask`. */
import { expect, test } from 'vitest';
import { readingWords } from '../../src/cli/ask-render.ts';

test.each([
  [957, '15:57 left'],
  [720, '12:00 left'],
  [60.4, '1:00 left'],
  [59.99, '0:59.9 left'],
  [4.2, '0:04.2 left'],
  [0, '0:00 left'],
])('%d seconds read %s', (left, words) => {
  expect(readingWords({ unit: 'seconds', played: 0, left })).toBe(words);
});

test('a half that the referee ends reads by what was played', () => {
  expect(readingWords({ unit: 'seconds', played: 1312.87, left: null })).toBe('21:52 played');
});

test.each([
  [0, 'top, 0 out'],
  [2, 'top, 2 out'],
  [3, 'bottom, 0 out'],
  [5, 'bottom, 2 out'],
  [6, 'over'],
])('an inning of which %d outs are played reads %s', (played, words) => {
  expect(readingWords({ unit: 'outs', played, left: 6 - played })).toBe(words);
});
