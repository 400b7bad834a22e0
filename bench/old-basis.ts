/** Measure: reading at old bases over a game revised many times, against the current read. */
import type pg from 'pg';
import { readEntity } from '../src/asof/entity.ts';
import { answerStats } from '../src/asof/stats.ts';
import type { League } from '../src/sports/leagues.ts';
import { middle } from './alternate.ts';
import { type Driven, drive } from './drive.ts';
import { atMost, count, type Measure, table } from './measure.ts';
import { median } from './statistics.ts';

const REACH = 3;
const QUESTIONS = 2000;

/** A player and an instant. */
export interface Question {
  readonly id: string;
  readonly key: number;
  readonly at: number;
}

export interface BasisFindings {
  readonly name: string;
  /** Reads of the line, then whole answers; of each, a round's rates at this basis and at none. */
  readonly line: readonly Driven[];
  readonly answer: readonly Driven[];
}

export interface Bases {
  readonly pool: pg.Pool;
  readonly league: League;
  readonly questions: readonly Question[];
  readonly bases: readonly { readonly name: string; readonly basis: number | null }[];
  readonly rounds: number;
  readonly seconds: number;
}

/** Ask the same questions at each basis by turns, on one connection. */
export async function compareBases(options: Bases): Promise<BasisFindings[]> {
  const { pool, league, questions, rounds, seconds } = options;
  const found = options.bases.map((each) => ({ ...each, line: [] as Driven[], answer: [] as Driven[] }));
  const pick = (question: number): Question => {
    const chosen = questions[question % Math.min(questions.length, QUESTIONS)];
    if (chosen === undefined) throw new RangeError('nothing to ask');
    return chosen;
  };
  for (let round = 0; round < rounds; round++) {
    for (const { basis, line, answer } of found) {
      const readLine = (question: number) => {
        const { key, at } = pick(question);
        // As the API reads it: all stamps of the league are exact.
        return readEntity(pool, league, 'player', key, { at, boundary: 'at', basis }, 'all', 'none');
      };
      line.push(await drive([readLine], seconds));
      const readAnswer = (question: number) => {
        const { id, at } = pick(question);
        const asOf = { at, boundary: 'at', basis } as const;
        return answerStats(pool, { league, kind: 'player', id, asOf, scope: 'all', seasonType: 'all' });
      };
      answer.push(await drive([readAnswer], seconds));
    }
  }
  return found;
}

type Part = 'line' | 'answer';

/** Median over the rounds of the mean latency against the current one. The first basis is the current. */
function slower(all: readonly BasisFindings[], position: number, part: Part): number {
  const [now, then] = [all[0]?.[part] ?? [], all[position]?.[part] ?? []];
  return median(then.map((driven, round) => driven.mean / (now[round]?.mean ?? Number.NaN)));
}

export function basisMeasures(all: readonly BasisFindings[], revisions: number): Measure[] {
  const measure = (name: string, part: Part) => {
    const ratios = all.slice(1).map((_, index) => slower(all, index + 1, part));
    const each = all.slice(1).map((basis, index) => `${basis.name} ${(ratios[index] ?? 0).toFixed(2)}`);
    return atMost(name, REACH, Math.max(...ratios), '', each.join(', '));
  };
  return [
    measure(
      `as-of with an old basis over a game revised ${revisions} times / the current read, mean latency`,
      'line',
    ),
    measure('the same for whole answers', 'answer'),
  ];
}

export function basisDetails(all: readonly BasisFindings[]): string {
  const cells = (driven: readonly Driven[]) => [
    count(middle(driven, (one) => one.perSecond)),
    middle(driven, (one) => one.p50).toFixed(3),
    middle(driven, (one) => one.mean).toFixed(3),
    middle(driven, (one) => one.p99).toFixed(3),
  ];
  return table(
    ['read', 'basis', 'per second', 'p50 ms', 'mean ms', 'p99 ms'],
    (['line', 'answer'] as const).flatMap((part) =>
      all.map((basis) => [
        part === 'line' ? 'the line' : 'the whole answer',
        basis.name,
        ...cells(basis[part]),
      ]),
    ),
  );
}
