import { test } from 'vitest';
import { cloneDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { plan, type Step } from './history.ts';
import { expectAgreement } from './questions.ts';

test('probe', async () => {
  const database = await cloneDatabase();
  const league = leagueNamed('demo');
  const examiner = new Examiner(database.pool, league, { fresh: 4, again: 2, last: 1 });
  const steps = JSON.parse(process.env.STEPS ?? '[]') as Step[];
  for (let seed = 0; seed < 300; seed++)
    try {
      await examiner.examine(plan(steps), seed);
    } catch (e) {
      console.log(String((e as Error).message).slice(0, 300));
      const path = String((e as Error).message).split(': ')[0] ?? '';
      const r = await examiner.ask(path.replace(/&basis=\d+/, ''));
      console.log(r.text.slice(0, 3000));
      const id = /s\/(\d+)\/stats/.exec(path)?.[1];
      const { rows } = await database.pool.query(
        `select s.season_order, s.has_plays, s.season_before, s.career_before, s.career_before_type, s.basis_from, s.basis_to from demo.player_season_totals s join demo.players using (player_key) where player_id = $1 order by 1, 6`,
        [id],
      );
      console.table(rows);
      const g = await database.pool.query(
        `select game_id, s.season_order, s.started_at, s.games, s.centiseconds, s.season_before, s.basis_from, s.basis_to from demo.player_stats s join demo.players using (player_key) join demo.games using (game_key) where player_id = $1 order by 3, 8`,
        [id],
      );
      console.table(g.rows);
      const c = await database.pool.query(
        `select game_id, s.season_order, s.wall_clock_time, s.order_key, s.elapsed, s.games, s.centiseconds, s.basis_from, s.basis_to from demo.cumulative_stats s join demo.players using (player_key) join demo.games using (game_key) where player_id = $1 order by 3, 4`,
        [id],
      );
      console.table(c.rows.slice(0, 40));
      break;
    }
  await database.close();
});
void expectAgreement;
