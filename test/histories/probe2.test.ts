import { test } from 'vitest';
import { cloneDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { plan, type Step } from './history.ts';
import { expectAgreement, pathOf } from './questions.ts';

test('probe', async () => {
  const database = await cloneDatabase();
  const league = leagueNamed('demo');
  const examiner = new Examiner(database.pool, league, { fresh: 4, again: 2, last: 1 });
  const s = (slot: number, seed: number): Step => ({ kind: 'new', slot, seed, meta: 'made', hold: false });
  let bad = 0;
  for (let seed = 0; seed < 20; seed++) {
    const t = examiner.begin();
    let basis = 0;
    for (const d of plan([s(0, seed), s(4, seed), s(6, seed)])) basis = (await t.tell(d)).basis;
    for (let p = 0; p < 24; p++) {
      const q = { kind: 'player', id: String(t.ids.player(p)), at: Date.UTC(2024, 10, 1), boundary: 'at', basis, seasonType: 'regular' } as const;
      try { expectAgreement(league, t.model, q, await examiner.ask(pathOf(league, q))); } catch (e) { if (bad++ < 2) console.log(seed, (e as Error).message.slice(0, 200)); }
    }
  }
  console.log({ bad });
  await database.close();
});
