import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCHEDULE_COLUMNS } from '../../src/feeds/soccer/statsbomb-schedule.ts';
import { finalLine, linesById } from '../fold/reader.ts';
import { testDatabase } from '../setup/database.ts';
import { temporaryFolder } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { EVENTS, league, SCHEDULE_ROW, statsBomb } from './matches.ts';
import { compareAt, spanOf, type Tick } from './naive.ts';

const events = () => {
  const { content } = EVENTS();
  return content.kind === 'json' ? JSON.parse(JSON.stringify(content.value)) : [];
};

/** What each raw event counts, by a table of its own. */
function ticks(): Tick[] {
  const all = events();
  return all.flatMap((event: ReturnType<typeof JSON.parse>) => {
    const type: string = event.type.name;
    const outcome: string | undefined = (event.pass ?? event.shot ?? event.duel)?.outcome?.name;
    const card: string | undefined = (event.foul_committed ?? event.bad_behaviour)?.card?.name;
    const rules: [string, boolean][] = [
      ['passes', type === 'Pass'],
      ['passes_completed', type === 'Pass' && outcome === undefined],
      ['key_passes', Boolean(event.pass?.shot_assist || event.pass?.goal_assist)],
      ['crosses', Boolean(event.pass?.cross)],
      ['corners', event.pass?.type?.name === 'Corner'],
      ['shots', type === 'Shot'],
      ['shots_on_target', type === 'Shot' && (outcome === 'Goal' || outcome === 'Saved')],
      ['goals', type === 'Shot' && outcome === 'Goal'],
      ['tackles', event.duel?.type.name === 'Tackle'],
      ['tackles_won', event.duel?.type.name === 'Tackle' && !outcome?.startsWith('Lost')],
      ['interceptions', type === 'Interception'],
      ['clearances', type === 'Clearance'],
      ['fouls', type === 'Foul Committed'],
      ['fouls_won', type === 'Foul Won'],
      ['yellow_cards', card === 'Yellow Card'],
      ['red_cards', card === 'Red Card'],
      ['saves', event.goalkeeper?.type.name === 'Shot Saved'],
    ];
    const tick = (player: number, counter: string): Tick => ({
      event: event.id,
      player: String(player),
      team: String(event.team.id),
      counter,
    });
    const assist = all.find(
      (pass: ReturnType<typeof JSON.parse>) =>
        pass.pass?.goal_assist && pass.id === event.shot?.key_pass_id && outcome === 'Goal',
    );
    return [
      ...rules.filter(([, counts]) => counts).map(([counter]) => tick(event.player.id, counter)),
      ...(assist === undefined ? [] : [tick(assist.player.id, 'assists')]),
      ...(outcome === 'Pass Offside' ? [tick(event.pass.recipient.id, 'offsides')] : []),
    ];
  });
}

describeReal('Barcelona v Girona, of StatsBomb', () => {
  test('ended two all, Messi and Piqué against Stuani twice, with one sending-off', () => {
    const folded = statsBomb();
    const lines = linesById(folded);
    const total = (id: string, counter: string) => {
      const line = lines.get(id);
      return line === undefined ? undefined : finalLine(league, line)[counter];
    };
    expect([total('home', 'goals'), total('away', 'goals')]).toEqual([2, 2]);
    expect([total('5503', 'goals'), total('5213', 'goals'), total('6351', 'goals')]).toEqual([1, 1, 2]);
    expect([total('home', 'red_cards'), total('away', 'red_cards')]).toEqual([1, 0]);
    expect(folded.final).toBe(true);
  });

  test('equals a naive count of the raw events, in total and at any instant', () => {
    const folded = statsBomb();
    const all = ticks();
    let cells = compareAt(folded, all, spanOf(folded).max);
    fc.assert(
      fc.property(fc.integer(spanOf(folded)), (instant) => {
        cells += compareAt(folded, all, instant);
      }),
      { numRuns: 30 },
    );
    expect(cells).toBeGreaterThan(20_000);
  });

  test('places every event from the scheduled kick-off, and says how little that is worth', () => {
    const { game, plays } = statsBomb();
    const kickOff = Date.UTC(2018, 8, 23, 18, 45);
    expect(game).toMatchObject({ date: '2018-09-23', scheduledAt: kickOff, version: null });
    expect(plays[0]?.play.stamp).toEqual({
      at: kickOff,
      precision: 'game',
      earliest: kickOff - 5 * 60_000,
      latest: kickOff + 180 * 60_000,
      method: 'scheduled',
    });
    // First half of 48:01.108, a quarter of an hour's break, second half of 48:08.184.
    expect(plays.at(-1)?.play.stamp.at).toBe(kickOff + 2_881_108 + 900_000 + 2_888_184);
    expect(plays.map(({ play }) => play.id)).toEqual(events().map(({ id }: { id: string }) => id));
  });

  test('places the one event stamped before its time with the one it follows, and says so', () => {
    const { game } = statsBomb();
    const noted = game.plays.filter(({ note }) => note !== null);
    expect(noted.map(({ kind }) => kind)).toEqual(['ball_receipt']);
    const before = game.plays[game.plays.findIndex(({ id }) => id === noted[0]?.id) - 1];
    expect(noted[0]?.stamp).toEqual(before?.stamp);
    expect(noted[0]?.note).toMatch(/00:00:01\.546/);
  });

  test('has the line-ups’ other players as not having played', () => {
    const { game } = statsBomb();
    expect(game.players).toHaveLength(36);
    expect(game.players.filter(({ starter }) => starter)).toHaveLength(22);
    expect(game.players.filter(({ played }) => played)).toHaveLength(22 + 6);
    expect(game.players.find(({ id }) => id === '5503')?.name).toBe('Lionel Messi');
    expect(statsBomb(false).game.players).toHaveLength(28);
  });

  test('loads alone by the kick-off on public record, and a schedule has the better word', async () => {
    const { pool } = await testDatabase();
    const files = ['events', 'lineups'].map((kind) => realPath('soccer', `statsbomb_${kind}_15986.json.gz`));
    const kickOffs = async () =>
      (await pool.query('select scheduled_at from soccer.game_details where basis_to is null')).rows;
    expect((await loadAll(pool, ...files)).map(({ outcome }) => outcome)).toEqual(['loaded']);
    expect(await kickOffs()).toEqual([{ scheduled_at: Date.UTC(2018, 8, 23, 18, 45) }]);

    const later = await testDatabase();
    const { folder, remove } = temporaryFolder({
      'kick-offs.csv': `${SCHEDULE_COLUMNS.join(',')}\n${SCHEDULE_ROW.replace('20:45', '21:00')}`,
    });
    try {
      await loadAll(later.pool, ...files, folder);
      const { rows } = await later.pool.query(
        'select scheduled_at from soccer.game_details where feed is not null',
      );
      expect(rows).toEqual([{ scheduled_at: Date.UTC(2018, 8, 23, 19) }]);
    } finally {
      remove();
    }
  });

  test('is refused under another match id, and loads with the two lines that the refusal asks for', async () => {
    const { pool } = await testDatabase();
    const { folder, remove } = temporaryFolder({});
    for (const kind of ['events', 'lineups']) {
      const from = realPath('soccer', `statsbomb_${kind}_15986.json.gz`);
      copyFileSync(from, join(folder, `${kind}_15987.json.gz`));
    }
    try {
      const refused = (await loadAll(pool, folder)).find(({ outcome }) => outcome === 'rejected');
      const lines = [...(refused?.remedy ?? '').matchAll(/"([^"]+)"/g)].map(([, line]) => line);
      const csv = lines
        .join('\n')
        .replace('YYYY-YY', '2018-19')
        .replace('YYYY-MM-DDThh:mm:ss+hh:mm', '2018-09-23T20:45:00+02:00');
      writeFileSync(join(folder, 'kick-offs.csv'), csv);
      const reports = await loadAll(pool, folder);
      expect(reports.map(({ outcome, plays }) => [outcome, plays > 0])).toEqual([
        ['loaded', false],
        ['loaded', true],
      ]);
    } finally {
      remove();
    }
  });
});
