import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../../src/simulate/random.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { asking } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { certainAt, datesFile, drawTotals, PARTS } from './drawn-totals.ts';
import { HISTORIES, histories, plan, type Step } from './history.ts';
import { type Cells, naiveTotals, type Statement } from './naive-totals.ts';
import { drawQuestion, IMMUTABLE, pathOf } from './questions.ts';
import { loadFiles, Telling } from './telling.ts';
import { Ids } from './tiny-files.ts';

const RUNS = Math.ceil(HISTORIES / 10);
const league = leagueNamed('nba');

let database: TestDatabase & { close(): Promise<void> };
let told = 0;

beforeAll(async () => {
  database = await cloneDatabase(undefined, { pipeline: true });
  const reports = await loadFiles(database.pool, { 'seasons.csv': datesFile() });
  expect(reports.map(({ outcome }) => outcome)).toEqual(['loaded']);
});
afterAll(() => database.close());

const KINDS: readonly Step['kind'][] = [
  'new',
  'new',
  'new',
  'append',
  'edit',
  'delete',
  'late',
  'again',
  'roster',
];

function published(values: Cells): Record<string, number | null> {
  return Object.fromEntries(
    league.sport.counters.map(({ name, perUnit = 1 }, counter) => {
      const value = values[counter] ?? null;
      return [name, value === null ? null : value / perUnit];
    }),
  );
}

test('inside a season its plays answer, after it the totals, never both, at every basis', {
  timeout: 60_000 * Math.max(5, RUNS / 10),
}, async () => {
  const ask = asking(database.pool);
  await fc.assert(
    fc.asyncProperty(histories(KINDS, { min: 2, max: 6 }), fc.nat(), async (steps, seed) => {
      const random = new Random(`totals ${seed}`);
      const telling = new Telling(database.pool, league, new Ids(++told, '00'));
      const statements: Statement[] = [];
      const instants = PARTS.flatMap((part) => {
        const at = certainAt(part);
        return [at, at, at - 1, at + 1, Date.parse(part.firstDay) + 86_400_000 * 30];
      });
      const bases: number[] = [];
      const first = new Map<string, string>();
      for (const delivery of plan(steps)) {
        instants.push(...delivery.version.game.plays.map(({ at }) => at));
        bases.push((await telling.tell(delivery)).basis);
        for (let count = random.whole(0, 3); count > 0; count--) {
          const { csv, statement } = drawTotals(random, telling.ids);
          const [report] = await loadFiles(database.pool, { 'totals.csv': csv });
          const basis = report?.basis ?? 0;
          statements.push({ ...statement, basis });
          bases.push(basis);
        }
        for (let count = 0; count < 5; count++) {
          const drawn = drawQuestion(random, telling.ids, instants, bases);
          const known = statements.map(({ playerId }) => playerId);
          const id = known.length > 0 && random.chance(0.5) ? random.pick(known) : drawn.id;
          const question = { ...drawn, kind: 'player' as const, id };
          const path = pathOf(league, question);
          const reply = await ask(path);
          const stated = statements.some(({ playerId, basis }) => playerId === id && basis <= question.basis);
          if (!stated && !telling.model.hasHeardOf('player', id, question.basis)) {
            expect(reply.status, path).toBe(404);
            continue;
          }
          first.set(path, first.get(path) ?? reply.text);
          expect(reply.headers.get('cache-control')).toBe(IMMUTABLE);
          const line = naiveTotals(league, telling.model, statements, question);
          const { career, season } = reply.body.totals;
          const said = {
            career: career.counters,
            season: season.counters,
            name: season.season,
            coverage: reply.body.coverage,
          };
          expect(said, path).toEqual({
            career: published(line.career),
            season: published(line.season),
            name: line.seasonName,
            coverage: line.coverage,
          });
        }
      }
      for (const [path, text] of first) expect((await ask(path)).text, path).toBe(text);
    }),
    { numRuns: RUNS },
  );
});
