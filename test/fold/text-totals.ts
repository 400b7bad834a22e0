/**
 * A naive reader of playbyplayv2 rows: plain maps and regular expressions, nothing of the adapter. It counts
 * every player's totals row by row and sets beside them what the league's own text states.
 */
import type { Content } from '../../src/feeds/document.ts';

export interface TextTotal {
  /** Position of the row in the file. */
  readonly row: number;
  readonly playerId: string;
  readonly counter: string;
  readonly stated: number;
  /** Counted from the rows up to and including this one. */
  readonly counted: number;
  /** A rebound's text states two totals; the second is the same statement. */
  readonly sameStatement: boolean;
}

export interface TextReading {
  readonly totals: readonly TextTotal[];
  /** Last SCORE of the file. */
  readonly score: { readonly home: number; readonly away: number };
}

const NOT_PERSONAL = ['11', '12', '13', '16', '17', '18', '19', '25', '30'];

export function readText(content: Content): TextReading {
  if (content.kind !== 'csv') throw new TypeError('not a CSV');
  const counts = new Map<string, number>();
  const count = (playerId: string, counter: string, by = 1) => {
    const key = `${playerId} ${counter}`;
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  const totals: TextTotal[] = [];
  let score = '0 - 0';
  content.rows.forEach((cells, row) => {
    const cell = (name: string) => cells[content.header.indexOf(name)] ?? '';
    const number = (name: string) => String(Number(cell(name)));
    const text = `${cell('HOMEDESCRIPTION')} ${cell('NEUTRALDESCRIPTION')} ${cell('VISITORDESCRIPTION')}`;
    // A slot's kind: 4 and 5 are players of home and visitors.
    const kinds = [1, 2, 3].map((slot) => number(`PERSON${slot}TYPE`));
    const [first = '', second = '', third = ''] = [1, 2, 3].map((slot) => {
      const player = ['4', '5'].includes(kinds[slot - 1] ?? '') && number(`PLAYER${slot}_ID`) !== '0';
      return player ? number(`PLAYER${slot}_ID`) : '';
    });
    const type = cell('EVENTMSGTYPE');
    if (cell('SCORE') !== '') score = cell('SCORE');
    if (type === '1') {
      count(first, 'pts', text.includes('3PT') ? 3 : 2);
      count(second, 'ast');
    }
    if (type === '2') count(third, 'blk');
    if (type === '3' && cell('SCORE') !== '') count(first, 'pts');
    if (type === '4') {
      // Rows do not say which kind a rebound is; the text must raise exactly one of its two totals by one.
      const [, off, def] = /\(Off:(\d+) Def:(\d+)\)/.exec(text) ?? [];
      const [offBefore, defBefore] = ['oreb', 'dreb'].map((kind) => counts.get(`${first} ${kind}`) ?? 0);
      if (Number(off) === Number(offBefore) + 1) count(first, 'oreb');
      else if (Number(def) === Number(defBefore) + 1) count(first, 'dreb');
      count(first, 'reb');
    }
    if (type === '5') {
      count(first, 'tov');
      count(second, 'stl');
    }
    if (type === '6' && !NOT_PERSONAL.includes(cell('EVENTMSGACTIONTYPE'))) {
      count(first, 'pf');
      if (cell('EVENTMSGACTIONTYPE') === '10') count(second, 'pf');
    }
    const state = (playerId: string, counter: string, pattern: RegExp, sameStatement = false) => {
      const stated = pattern.exec(text)?.[1];
      if (stated === undefined || playerId === '') return;
      const counted = counts.get(`${playerId} ${counter}`) ?? 0;
      totals.push({ row, playerId, counter, stated: Number(stated), counted, sameStatement });
    };
    state(first, 'pts', /\((\d+) PTS\)/);
    state(second, 'ast', /\([^()]* (\d+) AST\)/);
    state(first, 'oreb', /\(Off:(\d+) Def:\d+\)/);
    state(first, 'dreb', /\(Off:\d+ Def:(\d+)\)/, true);
    const halves = totals.slice(-2);
    if (type === '4' && halves[0]?.row === row) {
      const stated = halves.reduce((sum, half) => sum + half.stated, 0);
      const counted = counts.get(`${first} reb`) ?? 0;
      totals.push({ row, playerId: first, counter: 'reb', stated, counted, sameStatement: true });
    }
    state(second, 'stl', /\((\d+) STL\)/);
    state(third, 'blk', /\((\d+) BLK\)/);
    if (type === '5') state(first, 'tov', /\(P(\d+)\D/);
    if (type === '6') state(first, 'pf', /\(P(\d+)\D/);
  });
  const [away = 0, home = 0] = score.split(' - ').map(Number);
  return { totals, score: { home, away } };
}
