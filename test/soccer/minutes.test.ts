/**
 * Time on the pitch. A half is as long as was played, and a side may be a player short: both are the fold's
 * matter, so this is also where the fold is held to soccer's rules.
 */
import { expect, test } from 'vitest';
import type { FoldedGame } from '../../src/fold/fold.ts';
import { rowsOf } from '../../src/fold/running.ts';
import { finalLine, lineAt, linesById } from '../fold/reader.ts';
import { describeReal } from '../setup/real-data.ts';
import { EVENTS, league, MA1, statsBomb, statsPerform } from './matches.ts';

const value = (document: ReturnType<typeof MA1>) =>
  document.content.kind === 'json' ? JSON.parse(JSON.stringify(document.content.value)) : null;

function secondsOf(folded: FoldedGame): Map<string, number> {
  return new Map([...linesById(folded)].map(([id, line]) => [id, finalLine(league, line).seconds ?? -1]));
}

/** "60:46" of a half whose clock starts at 45:00 is 15 minutes and 46 seconds into it. */
function intoHalf(clock: string, half: number): number {
  const [minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return minutes * 60 + seconds - (half - 1) * 2700;
}

describeReal('time on the pitch, of Stats Perform', () => {
  test('is what the header’s line-ups, substitutions and cards make it, to the second', () => {
    const seconds = secondsOf(statsPerform());
    const { liveData } = value(MA1());
    // The clock of the last event; the header rounds the half up to a second more.
    const [first, second] = [45 * 60 + 2, 52 * 60 + 38];
    let players = 0;
    for (const lineUp of liveData.lineUp) {
      for (const { playerId, position, matchName } of lineUp.player) {
        const of = (list: { periodId: number; timeMinSec: string }[]) =>
          list.map(({ periodId, timeMinSec }) => first * (periodId - 1) + intoHalf(timeMinSec, periodId))[0];
        const on = of(
          liveData.substitute.filter((sub: { playerOnId: string }) => sub.playerOnId === playerId),
        );
        const off = of([
          ...liveData.substitute.filter((sub: { playerOffId: string }) => sub.playerOffId === playerId),
          ...liveData.card.filter(
            (card: { playerId?: string; type: string }) => card.playerId === playerId && card.type === 'Y2C',
          ),
        ]);
        const starts = position !== 'Substitute';
        const expected = starts || on !== undefined ? (off ?? first + second) - (starts ? 0 : (on ?? 0)) : 0;
        expect(seconds.get(playerId), matchName).toBe(expected);
        players += 1;
      }
    }
    expect(players).toBe(40);
  });

  test('of a team is the match clock’s, a player short or not', () => {
    const seconds = secondsOf(statsPerform());
    expect([seconds.get('home'), seconds.get('away')]).toEqual([5860, 5860]);
  });

  test('leaves no discrepancy: score, cards, goals, minutes and line-ups are the header’s', () => {
    const { game, discrepancies } = statsPerform();
    expect(discrepancies).toEqual([]);
    expect(game.box?.lines).toHaveLength(31 + 2);
    expect(
      game.box?.lines.every(({ playerId, counters }) => playerId === null || 'seconds' in counters),
    ).toBe(true);
  });

  test('stops for the player sent off, and goes on for those who stay', () => {
    const folded = statsPerform();
    const card = folded.plays.findIndex(({ play }) =>
      play.credits.some(({ counter }) => counter === 'second_yellows'),
    );
    const away = folded.players.filter(({ player }) => player.side === 'away');
    const running = (position: number) =>
      away.filter((line) => rowsOf(line.rows).findLast((row) => row.position <= position)?.active).length;
    expect([running(card - 1), running(card), running(folded.plays.length - 2)]).toEqual([11, 10, 10]);
    const sent = away.find(({ player }) => player.id === folded.plays[card]?.play.playerId);
    if (sent === undefined) throw new RangeError('somebody was sent off');
    const [then, end] = [card, folded.plays.length - 1].map((at) => lineAt(folded, league, sent, at).seconds);
    expect(end).toBe(then);
  });
});

describeReal('time on the pitch, of StatsBomb', () => {
  test('is what starting line-ups, substitutions and the sending-off make it, to the hundredth', () => {
    const seconds = secondsOf(statsBomb());
    const events = value(EVENTS());
    const centiseconds = (text: string) => {
      const [hours = 0, minutes = 0, rest = 0] = text.split(':').map(Number);
      return Math.floor((hours * 3600 + minutes * 60) * 100 + Math.round(rest * 1000) / 10);
    };
    const first = centiseconds('00:48:01.108');
    const total = first + centiseconds('00:48:08.184');
    const from = new Map<number, number>();
    const to = new Map<number, number>();
    for (const event of events) {
      const at = (event.period - 1) * first + centiseconds(event.timestamp);
      for (const { player } of event.type.name === 'Starting XI' ? event.tactics.lineup : [])
        from.set(player.id, 0);
      if (event.substitution !== undefined) {
        to.set(event.player.id, at);
        from.set(event.substitution.replacement.id, at);
      }
      if (event.foul_committed?.card?.name === 'Red Card') to.set(event.player.id, at);
    }
    expect(from.size).toBe(28);
    for (const [id, start] of from) {
      expect(seconds.get(String(id)), String(id)).toBe(((to.get(id) ?? total) - start) / 100);
    }
    expect([seconds.get('home'), seconds.get('away')]).toEqual([total / 100, total / 100]);
  });

  test('leaves no discrepancy, the home side being ten in the second half', () => {
    const { discrepancies, floor } = statsBomb();
    expect(discrepancies).toEqual([]);
    expect(floor.map(({ period, side, starters }) => [period, side, starters.length])).toEqual([
      [1, 'home', 11],
      [1, 'away', 11],
      [2, 'home', 10],
      [2, 'away', 11],
    ]);
  });
});
