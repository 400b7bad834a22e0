import { expect, test } from 'vitest';
import { testDatabase } from '../setup/database.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';

describeReal('the precision of a football game', () => {
  test('is that of its plays that count: ends of quarters have no instant, and do not make it worse', async () => {
    const { pool } = await testDatabase();
    const [report] = await loadAll(pool, realPath('nfl', '2024', '2024_01_BAL_KC.json.gz'));
    expect(report?.outcome).toBe('loaded');
    const { rows } = await pool.query(
      `select d.precision::text, array(select distinct p.precision::text from nfl.play_by_play p order by 1) as plays
       from nfl.game_details d where d.basis_to is null`,
    );
    expect(rows).toEqual([{ precision: 'second', plays: ['game', 'millisecond', 'second'] }]);
  });
});
