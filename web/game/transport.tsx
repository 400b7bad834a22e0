/** Playing, stepping from play to play, and jumping to periods. */
import type { FoldableGame, GameAt } from '../../src/asof/game-fold.ts';
import type { Marks } from '../moment/marks.ts';
import { type Playing, SPEEDS, type Speed } from './use-playing.ts';

interface TransportProps {
  readonly game: FoldableGame;
  readonly marks: Marks;
  readonly at: number;
  readonly folded: GameAt;
  readonly playing: Playing;
  onStep(at: number): void;
  /** Stay at the newest play. */
  onLatest(): void;
}

export function Transport({ game, marks, at, folded, playing, onStep, onLatest }: TransportProps) {
  const { times, changes } = game;
  const before = times.slice(0, folded.counted).findLast((instant) => instant < at);
  const after = times.find((instant) => instant > at);
  const nextScore = times.find((instant, position) => instant > at && scores(position));
  function scores(position: number): boolean {
    const [play, previous] = [changes.plays[position], changes.plays[position - 1]];
    if (play === undefined) return false;
    return play.home_score + play.away_score !== (previous?.home_score ?? 0) + (previous?.away_score ?? 0);
  }
  const jump = (to: number | undefined) => () => {
    if (to !== undefined) onStep(to);
  };
  return (
    <div class="transport">
      <fieldset class="group">
        <legend class="visually-hidden">Play by play</legend>
        <button
          type="button"
          onClick={jump(before)}
          disabled={before === undefined}
          aria-label="Previous play"
        >
          <span aria-hidden="true">←</span>
          <span class="wide-only">play</span>
        </button>
        <button
          type="button"
          class="primary"
          onClick={playing.toggle}
          disabled={at >= marks.last && !playing.on}
        >
          <span aria-hidden="true">{playing.on ? '❚❚' : '▶'}</span> {playing.on ? 'Pause' : 'Play'}
        </button>
        <button type="button" onClick={jump(after)} disabled={after === undefined} aria-label="Next play">
          <span class="wide-only">play</span>
          <span aria-hidden="true">→</span>
        </button>
        <button type="button" onClick={jump(nextScore)} disabled={nextScore === undefined}>
          next score
        </button>
      </fieldset>
      <fieldset class="group">
        <legend class="visually-hidden">Speed</legend>
        {SPEEDS.map((speed: Speed) => (
          <button
            key={speed}
            type="button"
            class="chip"
            aria-pressed={playing.speed === speed}
            onClick={() => playing.setSpeed(speed)}
          >
            {speed}×
          </button>
        ))}
      </fieldset>
      <fieldset class="group">
        <legend class="visually-hidden">Jump to</legend>
        {marks.periods.map((period) => (
          <button key={period.period} type="button" class="chip" onClick={jump(period.from)}>
            <span class="visually-hidden">start of </span>
            {period.name}
          </button>
        ))}
        <button type="button" class="chip" onClick={marks.isFinal ? jump(marks.last) : onLatest}>
          {marks.isFinal ? 'Final' : 'Latest'}
        </button>
      </fieldset>
    </div>
  );
}
