/** Measures of the second clock: corrections, live appends, and reads of what was known before. */
import type pg from 'pg';
import { migrate } from '../src/database/migrate.ts';
import { createPool } from '../src/database/pool.ts';
import type { SimulatedGame } from '../src/simulate/game.ts';
import { leagueNamed } from '../src/sports/leagues.ts';
import { LEAGUE } from './as-of-statement.ts';
import { tugOfAssist } from './career-edits.ts';
import { careerGame, careerSchedule, FIRST_YEAR } from './career-games.ts';
import { prepareCareers } from './careers.ts';
import { compareCorrections, correctionDetails, correctionMeasures } from './correction.ts';
import { loadGame } from './game-load.ts';
import { appendDetails, appendMeasures, appendPlays } from './live-append.ts';
import type { Measure, Section } from './measure.ts';
import { basisDetails, basisMeasures, compareBases, type Question } from './old-basis.ts';
import type { Progress } from './progress.ts';
import type { BenchServer } from './server.ts';
import { BASIS_FINDINGS, CORRECTION_FINDINGS } from './two-clocks-findings.ts';

const COPY = 'careers_copy';
const REVISIONS = 200;
const CORRECTIONS_A_ROUND = 3;
const QUESTIONS = 2000;

export interface TwoClocksOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly quick: boolean;
  readonly progress: Progress;
}

/** What corrections, live appends and old bases cost. */
export async function measureTwoClocks(server: BenchServer, options: TwoClocksOptions): Promise<Section> {
  const { quick, progress, rounds } = options;
  const [seasons, gamesPerTeam, revisions] = quick ? [3, 4, 20] : [20, 82, REVISIONS];
  const { short, long } = await prepareCareers(server, { seasons, gamesPerTeam, progress });
  const live = gameOf(FIRST_YEAR + seasons, 1, 0);
  const early = await onCopy(server, short, (url) => appendPlays(url, live));
  const late = await onCopy(server, long, (url) => appendPlays(url, live));
  return onCopy(server, long, async (url) => {
    const corrected = await compareCorrections(
      server,
      url,
      gameOf(FIRST_YEAR, gamesPerTeam, 0),
      gameOf(FIRST_YEAR - 1, gamesPerTeam, 0),
      rounds * CORRECTIONS_A_ROUND,
    );
    const pool = createPool({ url, max: 1, name: 'playclock bench' });
    try {
      const tug = tugOfAssist(corrected.game);
      const bases: number[] = [];
      const worst = [];
      for (let times = 1; times <= revisions; times++) {
        progress('revisions of one game', times, revisions);
        const row = await loadGame(pool, tug.version(times));
        bases.push(row.basis);
        worst.push(row);
      }
      // As autovacuum would leave it.
      await pool.query('vacuum analyze');
      const at = (share: number) => bases[Math.floor(share * (bases.length - 1))] ?? 0;
      const league = leagueNamed(LEAGUE);
      const found = await compareBases({
        pool,
        league,
        questions: await questionsOf(pool, tug.players, tug.at),
        bases: [
          { name: 'current', basis: null },
          { name: 'early', basis: at(0.02) },
          { name: 'middle', basis: at(0.5) },
          { name: 'newest', basis: at(1) },
        ],
        rounds,
        seconds: Math.min(2, options.seconds),
      });
      const most = worst.reduce((a, b) => (b.rows > a.rows ? b : a));
      const [ofCorrections, ofReads] = [
        correctionMeasures(corrected, seasons),
        basisMeasures(found, revisions),
      ];
      const explain = (measures: readonly Measure[], findings: string) =>
        measures.some((measure) => measure.met === false) ? [findings] : [];
      return {
        title: 'Two clocks',
        measures: [...ofCorrections, ...appendMeasures(early, late, seasons), ...ofReads],
        details: [
          correctionDetails(corrected),
          `The costliest kind of correction, the first assist of the game moved so that all later rows of two players change: ${most.rows} rows, ${most.ms} ms.`,
          appendDetails(early, late, seasons),
          `Reads of those two players, half at instants of the game revised ${revisions} times and half at any of their career, one connection, medians of ${rounds} rounds:`,
          basisDetails(found),
          ...explain(ofCorrections, CORRECTION_FINDINGS),
          ...explain(ofReads, BASIS_FINDINGS),
        ],
      };
    } finally {
      await pool.end();
    }
  });
}

async function onCopy<T>(
  server: BenchServer,
  template: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const url = await server.create(COPY, template);
  try {
    await migrate(url);
    return await work(url);
  } finally {
    await server.drop(COPY);
  }
}

function gameOf(year: number, gamesPerTeam: number, position: number): SimulatedGame {
  const scheduled = careerSchedule(year, gamesPerTeam)[position];
  if (scheduled === undefined) throw new RangeError('no such game');
  return careerGame(scheduled, year);
}

/** Instants of players: half during the three hours after one, half from it to the last of their careers. */
async function questionsOf(pool: pg.Pool, players: readonly string[], from: number): Promise<Question[]> {
  await pool.query('select setseed(0.25)');
  const { rows } = await pool.query<Question>(
    `select p.player_id as id, p.player_key as key,
       round($2 + random() * case when n % 2 = 0 then 3 * 3600000.0 else last.at - $2 end)::float8 as at
     from ${LEAGUE}.players p, generate_series(1, $3::int / $4::int) n,
       (select max(extract(epoch from ended_at) * 1000)::float8 as at from ${LEAGUE}.player_stats) last
     where p.player_id = any($1) order by random()`,
    [players, from, QUESTIONS, players.length],
  );
  return rows;
}
