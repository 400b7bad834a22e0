/** Questions of a panel as a CSV file: half of them during one of the player's games, half at any time. */
import { writeFileSync } from 'node:fs';
import { randomFor } from '../src/simulate/random.ts';
import { withClient } from './server.ts';

interface Appearance {
  readonly id: string;
  readonly started: number;
  readonly ended: number;
}

/** The same rows every time for the same database. */
export async function writeRows(url: string, league: string, count: number, file: string): Promise<void> {
  const appearances = await withClient(url, async (client) => {
    const { rows } = await client.query<Appearance>(
      `select player_id as id, (extract(epoch from started_at) * 1000)::float8 as started,
         (extract(epoch from ended_at) * 1000)::float8 as ended
       from ${league}.player_stats join ${league}.players using (player_key)
       where basis_to is null order by player_id, started_at`,
    );
    return rows;
  });
  const random = randomFor('panel', count);
  const first = appearances.reduce(
    (least, { started }) => Math.min(least, started),
    Number.POSITIVE_INFINITY,
  );
  const last = appearances.reduce((most, { ended }) => Math.max(most, ended), 0);
  const lines = ['player_id,as_of'];
  for (let row = 0; row < count; row++) {
    const { id, started, ended } = random.pick(appearances);
    const [from, to] = row % 2 === 0 ? [started, ended] : [first, last];
    lines.push(`${id},${new Date(Math.floor(from + random.next() * (to - from))).toISOString()}`);
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}
