/** Phrases about the game on the screen: "halftime", "end of Q3", "Q4 2:30", "2:30 left in OT". */
import type { Marks, Period } from './marks.ts';

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };
const PERIOD = String.raw`(?:the\s+)?(?:(q|p|h|period|quarter|half|inning|inn|ot|overtime)\s*(\d{1,2})?|(1st|2nd|3rd|\d{1,2}th|first|second|third|fourth)\s+(?:quarter|period|half|inning)|(ot|overtime))`;
const EDGE = new RegExp(String.raw`^(start|beginning|begin|end)\s+(?:of\s+)?${PERIOD}$`, 'i');
const CLOCK_IN = new RegExp(
  String.raw`^(\d{1,2}):(\d{2}(?:\.\d)?)\s*(?:left|remaining)?\s*(?:in|of)\s+${PERIOD}$`,
  'i',
);
const PERIOD_CLOCK = new RegExp(String.raw`^${PERIOD}\s+(\d{1,2}):(\d{2}(?:\.\d)?)$`, 'i');
const START =
  /^(tip-?\s?off|kick-?\s?off|first pitch|face-?\s?off|puck drop|start|beginning)( of the (game|match))?$/i;
const END = /^(final|end|full-?\s?time|the end|end of the (game|match)|final (whistle|buzzer|score))$/i;
const HALF = /^(half-?\s?time|the half|at the half)$/i;

/** The instant, why there is none, or null where the words are not about a game. */
export function readGameWords(words: string, marks: Marks | null): { readonly at: number } | string | null {
  const about = [START, END, HALF, EDGE, CLOCK_IN, PERIOD_CLOCK].some((pattern) => pattern.test(words));
  if (!about) return null;
  if (marks === null) return `"${words}" is about a game: open one first`;
  if (START.test(words)) return { at: marks.first };
  if (END.test(words)) return marks.isFinal ? { at: marks.last } : 'the game is not over yet';
  if (HALF.test(words)) return edge(marks.periods, marks.half, 'end', words);
  const edges = EDGE.exec(words);
  if (edges !== null) {
    const side = /^end/i.test(edges[1] ?? '') ? 'end' : 'start';
    return edge(marks.periods, numberOf(edges.slice(2), marks), side, words);
  }
  const after = CLOCK_IN.exec(words);
  if (after !== null) return atClock(marks, numberOf(after.slice(3), marks), after[1], after[2], words);
  const before = PERIOD_CLOCK.exec(words);
  if (before !== null) return atClock(marks, numberOf(before.slice(1), marks), before[5], before[6], words);
  return null;
}

function numberOf([word, digits, ordinal, overtime]: readonly (string | undefined)[], marks: Marks): number {
  const regulation = marks.half * 2;
  if (overtime !== undefined || /^(ot|overtime)$/i.test(word ?? '')) return regulation + Number(digits ?? 1);
  if (ordinal !== undefined) return ORDINALS[ordinal.toLowerCase()] ?? Number.parseInt(ordinal, 10);
  return Number(digits);
}

function edge(periods: readonly Period[], number: number, side: 'start' | 'end', words: string) {
  const period = periods.find((known) => known.period === number);
  if (period === undefined) return notThere(words, periods);
  return { at: side === 'start' ? period.from : period.to };
}

function atClock(
  marks: Marks,
  number: number,
  minutes: string | undefined,
  seconds: string | undefined,
  words: string,
): { readonly at: number } | string {
  const at = marks.clockAt(number, Number(minutes) * 60 + Number(seconds));
  return at === null ? notThere(words, marks.periods) : { at };
}

function notThere(words: string, periods: readonly Period[]): string {
  const names = periods.map(({ name }) => name).join(', ');
  return `"${words}" is not in this game; it has ${names}`;
}
