/** `start`: the newcomer's one command. Database, demo season, API and page, and a question with its answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { formatInstant } from '../asof/instant.ts';
import { answerStats } from '../asof/stats.ts';
import { writeSeasons } from '../simulate/write.ts';
import { leagueNamed } from '../sports/leagues.ts';
import { loadPaths } from './load.ts';

/** Ten teams, 36 games each: a season that loads in ten seconds. */
export const DEMO = { seed: 'demo', seasons: ['2023-24'], teams: 10, gamesPerTeam: 36, gzip: true } as const;

/** Load the demo season unless it is there. */
export async function loadDemo(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query('select from demo.game_details where feed is not null limit 1');
  if (rowCount !== 0) return;
  console.log('simulating and loading a demo season');
  const out = mkdtempSync(join(tmpdir(), 'playclock-demo-'));
  try {
    await writeSeasons({ ...DEMO, out });
    await loadPaths(pool, [out], { quiet: true });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

interface Moment {
  readonly player_id: string;
  readonly name: string;
  readonly at: number;
}

/** The leading scorer of the last demo game, at a moment of its fourth quarter. */
async function findMoment(pool: pg.Pool): Promise<Moment | null> {
  const { rows } = await pool.query<Moment>(
    `select p.player_id, n.name, m.wall_clock_time as at
     from (select * from demo.game_details where feed is not null and basis_to is null
           order by first_play_at desc, game_key desc limit 1) g
     join lateral (select wall_clock_time from demo.play_by_play
                   where game_key = g.game_key and period = 4 and clock <= 30000 and basis_to is null
                   order by wall_clock_time limit 1) m on true
     join lateral (select player_key from demo.player_stats
                   where game_key = g.game_key and basis_to is null order by pts desc, player_key limit 1) s on true
     join demo.players p using (player_key)
     join demo.player_details n on n.player_key = p.player_key and n.basis_to is null`,
  );
  return rows[0] ?? null;
}

/** Print one question of the demo with its answer and the address that gives it. */
export async function printQuestion(pool: pg.Pool, url: string): Promise<void> {
  const moment = await findMoment(pool);
  if (moment === null) return;
  const league = leagueNamed('demo');
  const asOf = { at: moment.at, boundary: 'at', basis: null } as const;
  const question = {
    league,
    kind: 'player',
    id: moment.player_id,
    asOf,
    scope: 'all',
    seasonType: 'all',
  } as const;
  const body = await answerStats(pool, question);
  if (body === null) return;
  const game = body.totals.game?.counters;
  const season = body.totals.season?.counters;
  const path = `/v1/demo/players/${moment.player_id}/stats?as_of=${formatInstant(moment.at)}`;
  console.log(`
What were ${moment.name}'s stats at ${formatInstant(moment.at)}?
  ${game?.pts} points, ${game?.reb} rebounds, ${game?.ast} assists in the game; ${season?.pts} points in ${season?.games} games of the season
  curl '${url}${path}'
  npm run playclock -- ask "${moment.name}" ${formatInstant(moment.at)}
`);
}
