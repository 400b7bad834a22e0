import fc from 'fast-check';
import { test } from 'vitest';
import { asking } from '../http/api.ts';
import { cloneDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { histories, LIVE_STEPS, plan } from './history.ts';
import { Telling } from './telling.ts';
import { Ids } from './tiny-files.ts';

test('speed', async () => {
  const database = await cloneDatabase();
  const league = leagueNamed('demo');
  const ask = asking(database.pool);
  const samples = fc.sample(histories(LIVE_STEPS, { min: 3, max: 7 }), { numRuns: 60, seed: 1 });
  let loads = 0,
    spent = 0,
    asks = 0,
    asking_ = 0;
  for (const [index, steps] of samples.entries()) {
    const telling = new Telling(database.pool, league, new Ids(index + 1));
    const deliveries = plan(steps);
    for (const delivery of deliveries) {
      const start = performance.now();
      const told = await telling.tell(delivery);
      spent += performance.now() - start;
      loads++;
      const predicted = delivery.feed === 'broken' ? 'rejected' : told.counts ? 'loaded' : 'unchanged';
      if (predicted !== told.outcome)
        console.log(predicted, told.outcome, told.reason, JSON.stringify(steps));
      const s2 = performance.now();
      for (let i = 0; i < 5; i++) {
        const at = new Date(
          delivery.version.game.plays[3 % delivery.version.game.plays.length]!.at,
        ).toISOString();
        await ask(`/v1/demo/players/${telling.ids.player(i)}/stats?as_of=${at}&basis=${told.basis}`);
        asks++;
      }
      asking_ += performance.now() - s2;
    }
  }
  console.log({ loads, perLoad: spent / loads, asks, perAsk: asking_ / asks });
  await database.close();
});
