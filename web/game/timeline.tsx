/** The timeline: a slider over the wall clock of a game. */
import { useMemo } from 'preact/hooks';
import { type FoldableGame, type GameAt, inDoubt } from '../../src/asof/game-fold.ts';
import { time } from '../moment/format.ts';
import type { Marks } from '../moment/marks.ts';
import { abbreviation } from '../moment/zones.ts';
import { useWidth } from '../parts/use-width.ts';
import { periodAndClock } from './periods.ts';
import { Backdrop } from './timeline-backdrop.tsx';
import { HEIGHT, type Scale, scaleOf } from './timeline-drawing.ts';
import type { PlacedCorrection } from './use-corrections.ts';
import { useDrag } from './use-drag.ts';

interface TimelineProps {
  readonly game: FoldableGame;
  readonly marks: Marks;
  readonly at: number;
  readonly folded: GameAt;
  readonly zone: string;
  readonly corrections: readonly PlacedCorrection[];
  onMove(at: number): void;
  onStep(at: number): void;
  onToggle(): void;
}

const MINUTE = 60_000;

export function Timeline(props: TimelineProps) {
  const { game, marks, at, folded, zone, corrections, onMove, onStep, onToggle } = props;
  const [box, width] = useWidth();
  const scale = useMemo(() => scaleOf(marks, width), [marks, width]);
  const held = Math.min(marks.last, Math.max(marks.first, at));
  const drag = useDrag((x) => onMove(scale.at(x)));
  const { state } = folded;
  const { home, away } = game.changes.game;
  const value = `${time(at, zone)} ${abbreviation(at, zone)}, ${periodAndClock(game.league, state.period, state.clock)}, ${away.tricode} ${state.away_score}, ${home.tricode} ${state.home_score}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event, { game, marks, at, counted: folded.counted });
    if (event.key === ' ') onToggle();
    else if (next === null) return;
    else onStep(next);
    event.preventDefault();
  };

  return (
    <div class="timeline" ref={box}>
      <svg class="timeline-back" width={width} height={HEIGHT} aria-hidden="true">
        <title>Score margin over the wall clock</title>
        <Backdrop game={game} marks={marks} scale={scale} zone={zone} corrections={corrections} />
        <DoubtBand game={game} at={at} scale={scale} />
      </svg>
      <div
        class="timeline-slider"
        role="slider"
        tabIndex={0}
        aria-label="Instant of the game"
        aria-valuemin={marks.first}
        aria-valuemax={marks.last}
        aria-valuenow={held}
        aria-valuetext={value}
        aria-describedby="timeline-keys"
        onKeyDown={onKeyDown}
        {...drag}
      >
        <div class="handle" style={{ transform: `translateX(${scale.x(held)}px)` }}>
          <span class="handle-line" />
          <span class="handle-grip" />
        </div>
      </div>
      <p id="timeline-keys" class="visually-hidden">
        Left and right arrows go from play to play, with shift a second at a time; page up and down go by five
        minutes; home and end go to the first and last play; space plays and pauses.
      </p>
    </div>
  );
}

interface Present {
  readonly game: FoldableGame;
  readonly marks: Marks;
  readonly at: number;
  readonly counted: number;
}

/** Where a key leads, or null where it is none of the slider's. */
function keyTarget(event: KeyboardEvent, { game, marks, at, counted }: Present): number | null {
  const { times } = game;
  const within = (next: number) => Math.min(marks.last, Math.max(marks.first, next));
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return event.shiftKey ? within(at + 1000) : (times.find((instant) => instant > at) ?? marks.last);
    case 'ArrowLeft':
    case 'ArrowDown':
      if (event.shiftKey) return within(at - 1000);
      return times.slice(0, counted).findLast((instant) => instant < at) ?? marks.first;
    case 'PageUp':
      return within(at + 5 * MINUTE);
    case 'PageDown':
      return within(at - 5 * MINUTE);
    case 'Home':
      return marks.first;
    case 'End':
      return marks.last;
    default:
      return null;
  }
}

interface DoubtBandProps {
  readonly game: FoldableGame;
  readonly at: number;
  readonly scale: Scale;
}

/** The stretch within which the plays in doubt at the instant may have happened. */
function DoubtBand({ game, at, scale }: DoubtBandProps) {
  if (game.changes.precision === 'millisecond') return null;
  const doubtful = inDoubt(game, { at, boundary: 'at' });
  if (doubtful.length === 0) return null;
  const from = Math.min(...doubtful.map((position) => game.earliest[position] ?? at));
  const to = Math.max(...doubtful.map((position) => game.latest[position] ?? at));
  const x = scale.x(from);
  return (
    <rect
      class="doubt-band"
      x={x}
      width={Math.max(2, scale.x(to) - x)}
      y={0}
      height={HEIGHT}
      fill="url(#doubt)"
    />
  );
}
