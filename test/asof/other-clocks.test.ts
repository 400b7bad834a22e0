import { expect, test } from 'vitest';
import { asking } from '../http/api.ts';
import { testDatabase } from '../setup/database.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';

type Counters = Record<string, number>;

function sum(lines: readonly Counters[]): Counters {
  const [first = {}] = lines;
  return Object.fromEntries(
    Object.keys(first).map((name) => [name, lines.reduce((total, line) => total + (line[name] ?? 0), 0)]),
  );
}

describeReal('stretches of games by other clocks', () => {
  test.each([
    // A half of soccer by the time gone, an inning of baseball by the outs left.
    ['soccer', ['soccer/statsperform_ma3.json.gz', 'soccer/statsperform_ma1.json.gz'], '30:00'],
    ['mlb', ['mlb/feed_live_715720.json.gz'], '3'],
    ['nhl', ['nhl'], '5:00'],
  ])('%s: periods, and the two parts of a period, add up to the game', async (code, files, clock) => {
    const { pool } = await testDatabase();
    await loadAll(pool, ...files.map((file) => realPath(file)));
    const ask = asking(pool);
    const { rows } = await pool.query<{ id: string }>(
      `select game_id as id from ${code}.games join ${code}.game_details using (game_key)
       where first_play_at is not null and basis_to is null limit 1`,
    );
    const id = rows[0]?.id;
    const { body: game } = await ask(`/v1/${code}/games/${id}`);
    for (const side of [game.box.home, game.box.away]) {
      const counters = async (query: string): Promise<Counters> => {
        const path = `/v1/${code}/teams/${side.team.id}/interval?game_id=${id}${query}`;
        const { body, status } = await ask(path);
        expect(status, `${path} ${JSON.stringify(body)}`).toBe(200);
        return body.counters;
      };
      expect(await counters('')).toEqual(side.team.counters);
      const periods = Array.from({ length: game.state.period }, (_, position) => position + 1);
      const parts = await Promise.all(periods.map((period) => counters(`&period=${period}`)));
      expect(sum(parts)).toEqual(side.team.counters);
      const early = await counters(`&from_period=1&to_period=1&to_clock=${clock}`);
      const late = await counters(`&from_period=1&from_clock=${clock}&to_period=1`);
      expect(sum([early, late])).toEqual(parts[0]);
      expect(early).not.toEqual(parts[0]);
      expect(late).not.toEqual(parts[0]);
    }
  });
});
