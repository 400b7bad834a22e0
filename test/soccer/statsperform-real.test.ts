import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finalLine, linesById } from '../fold/reader.ts';
import { describeReal } from '../setup/real-data.ts';
import { league, MA1, MA3, statsPerform } from './matches.ts';
import { compareAt, spanOf, type Tick } from './naive.ts';

interface Raw {
  id: number;
  typeId: number;
  outcome: number;
  contestantId: string;
  playerId?: string;
  timeStamp: string;
  lastModified: string;
  keyPass?: number;
  assist?: number;
  eventId: number;
  qualifier: { qualifierId: number; value?: string }[];
}

const json = (document: ReturnType<typeof MA1>) =>
  document.content.kind === 'json' ? JSON.parse(JSON.stringify(document.content.value)) : null;
const rawEvents = (): Raw[] => json(MA3()).liveData.event;

/** What each raw event counts, by a table of its own. */
function ticksOf(events: readonly Raw[]): Tick[] {
  return events.flatMap((event) => {
    const q = new Map(event.qualifier.map(({ qualifierId, value }) => [qualifierId, value]));
    const ok = event.outcome === 1;
    const found: string[] = [];
    if (event.typeId === 1) found.push('passes');
    if (event.typeId === 1 && ok) found.push('passes_completed');
    if (event.typeId === 1 && (event.keyPass || event.assist)) found.push('key_passes');
    if (event.typeId === 1 && q.has(2)) found.push('crosses');
    if (event.typeId === 1 && q.has(6)) found.push('corners');
    if (event.typeId === 2) found.push('passes');
    if (event.typeId === 4) found.push(ok ? 'fouls_won' : 'fouls');
    if (event.typeId === 7) found.push('tackles');
    if (event.typeId === 7 && ok) found.push('tackles_won');
    if (event.typeId === 8) found.push('interceptions');
    if (event.typeId === 10 && !q.has(94)) found.push('saves');
    if (event.typeId === 12) found.push('clearances');
    if ([13, 14, 15, 16].includes(event.typeId)) found.push('shots');
    if (event.typeId === 16 || (event.typeId === 15 && !q.has(82))) found.push('shots_on_target');
    if (event.typeId === 16) found.push('goals');
    if (event.typeId === 17 && (q.has(31) || q.has(32))) found.push('yellow_cards');
    if (event.typeId === 17 && q.has(32)) found.push('second_yellows');
    if (event.typeId === 17 && (q.has(32) || q.has(33))) found.push('red_cards');
    const tick = (player: string, counter: string): Tick => ({
      event: String(event.id),
      player,
      team: event.contestantId,
      counter,
    });
    const passer = events.find(
      ({ contestantId, eventId, assist }) =>
        assist === 1 && contestantId === event.contestantId && String(eventId) === q.get(55),
    )?.playerId;
    return [
      ...(event.playerId === undefined ? [] : found.map((counter) => tick(event.playerId ?? '', counter))),
      ...(event.typeId === 16 && passer !== undefined ? [tick(passer, 'assists')] : []),
      ...(event.typeId === 2 ? [tick(q.get(7) ?? '', 'offsides')] : []),
    ];
  });
}

describeReal('Hamburger SV v Sandhausen, of Stats Perform', () => {
  test('has the score, goals, assists and cards of the match header', () => {
    const folded = statsPerform();
    const { liveData } = json(MA1());
    const lines = linesById(folded);
    const cell = (id: string, counter: string) => {
      const line = lines.get(id);
      return line === undefined ? undefined : finalLine(league, line)[counter];
    };
    expect({ home: cell('home', 'goals'), away: cell('away', 'goals') }).toEqual(
      liveData.matchDetails.scores.total,
    );
    for (const { player } of folded.players) {
      const goals = liveData.goal.filter((goal: { scorerId: string }) => goal.scorerId === player.id);
      const assists = liveData.goal.filter(
        (goal: { assistPlayerId?: string }) => goal.assistPlayerId === player.id,
      );
      const cards = liveData.card.filter((card: { playerId?: string }) => card.playerId === player.id);
      const types = cards.map(({ type }: { type: string }) => type);
      expect(cell(player.id, 'goals'), player.name).toBe(goals.length);
      expect(cell(player.id, 'assists'), player.name).toBe(assists.length);
      expect(cell(player.id, 'yellow_cards'), player.name).toBe(
        types.filter((type: string) => type === 'YC' || type === 'Y2C').length,
      );
      expect(cell(player.id, 'red_cards'), player.name).toBe(
        types.filter((type: string) => type === 'Y2C' || type === 'RC').length,
      );
    }
    // Four players' cards; the fifth of the header is a coach's.
    expect(liveData.card).toHaveLength(5);
    expect([cell('away', 'yellow_cards'), cell('away', 'red_cards'), cell('home', 'yellow_cards')]).toEqual([
      4, 1, 0,
    ]);
  });

  test('has a play for each event not taken back, at its stamp, in file order', () => {
    const { game, plays, final } = statsPerform();
    const kept = rawEvents().filter(({ typeId }) => typeId !== 43);
    expect(kept).toHaveLength(1737 - 71);
    expect(game.plays.map(({ id }) => id)).toEqual(kept.map(({ id }) => String(id)));
    expect(plays.map(({ play }) => play.id)).toEqual(kept.map(({ id }) => String(id)));
    expect(game.plays.map(({ stamp, editedAt }) => [stamp.at, editedAt])).toEqual(
      kept.map(({ timeStamp, lastModified }) => [Date.parse(timeStamp), Date.parse(lastModified)]),
    );
    expect(game.plays.every(({ stamp }) => stamp.precision === 'millisecond')).toBe(true);
    expect(final).toBe(true);
  });

  test('has season, teams, line-ups and officials', () => {
    const { game } = statsPerform();
    expect(game).toMatchObject({
      id: '71pif9hi2vwzp6q0xzilyxst0',
      part: { season: '2021-22', type: 'regular' },
      date: '2021-09-11',
      scheduledAt: Date.UTC(2021, 8, 11, 18, 30),
      home: { tricode: 'HSV', name: 'Hamburger SV' },
      away: { tricode: 'SVS', name: 'Sandhausen' },
      venue: { name: 'Volksparkstadion' },
    });
    expect(game.officials).toHaveLength(4);
    expect(game.players.filter(({ starter }) => starter)).toHaveLength(22);
    expect(game.players.filter(({ played }) => played)).toHaveLength(22 + 9);
    expect(game.players.map(({ name }) => name)).toContain('Moritz Heyer');
  });

  test('has the same lines without MA1: the events hold the line-ups too', () => {
    const [complete, without] = [linesById(statsPerform()), linesById(statsPerform(false))];
    for (const [id, line] of complete) {
      const other = without.get(id);
      if (other !== undefined) expect(finalLine(league, other), id).toEqual(finalLine(league, line));
    }
    expect(without.size).toBe(complete.size);
  });

  test('equals a naive sum over the raw events at any instant', () => {
    const folded = statsPerform();
    const ticks = ticksOf(rawEvents());
    let cells = compareAt(folded, ticks, spanOf(folded).max);
    fc.assert(
      fc.property(fc.integer(spanOf(folded)), (instant) => {
        cells += compareAt(folded, ticks, instant);
      }),
      { numRuns: 40 },
    );
    expect(cells).toBeGreaterThan(30_000);
  });
});
