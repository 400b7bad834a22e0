/** What stays while the handle moves: periods, breaks, margin, corrections. Drawn once. */
import { Component } from 'preact';
import type { FoldableGame } from '../../src/asof/game-fold.ts';
import { time } from '../moment/format.ts';
import type { Marks } from '../moment/marks.ts';
import {
  BOTTOM,
  breaksOf,
  gridOf,
  HEIGHT,
  MIDDLE_HEIGHT,
  marginDrawing,
  type Scale,
  TOP,
} from './timeline-drawing.ts';
import type { PlacedCorrection } from './use-corrections.ts';

interface BackdropProps {
  readonly game: FoldableGame;
  readonly marks: Marks;
  readonly scale: Scale;
  readonly zone: string;
  readonly corrections: readonly PlacedCorrection[];
}

/** Pixels between times written below. */
const TICK = 92;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120].map((minutes) => minutes * 60_000);

export class Backdrop extends Component<BackdropProps> {
  override shouldComponentUpdate(next: BackdropProps): boolean {
    return (['game', 'scale', 'zone', 'corrections'] as const).some(
      (name) => next[name] !== this.props[name],
    );
  }

  override render({ game, marks, scale, zone, corrections }: BackdropProps) {
    const drawing = marginDrawing(game, scale);
    const { home, away } = game.changes.game;
    const bottom = TOP + MIDDLE_HEIGHT;
    return (
      <>
        <defs>
          <pattern
            id="hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line class="hatch-line" x1="0" x2="0" y1="0" y2="6" />
          </pattern>
          <pattern
            id="away-fill"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-45)"
          >
            <rect class="away-fill-ground" width="5" height="5" />
            <line class="away-fill-line" x1="0" x2="0" y1="0" y2="5" />
          </pattern>
          <pattern id="doubt" width="4" height="4" patternUnits="userSpaceOnUse">
            <circle class="doubt-dot" cx="1" cy="1" r="0.9" />
          </pattern>
        </defs>
        {marks.periods.map((period) => (
          <g key={period.period}>
            <rect
              class="period-bar"
              x={scale.x(period.from)}
              y={0}
              width={Math.max(1, scale.x(period.to) - scale.x(period.from))}
              height={18}
              rx={3}
            />
            {scale.x(period.to) - scale.x(period.from) > 26 && (
              <text class="period-name" x={(scale.x(period.from) + scale.x(period.to)) / 2} y={13}>
                {period.name}
              </text>
            )}
          </g>
        ))}
        {breaksOf(marks).map(({ from, to }) => (
          <rect
            key={from}
            class="break"
            fill="url(#hatch)"
            x={scale.x(from)}
            y={TOP}
            width={Math.max(0, scale.x(to) - scale.x(from))}
            height={MIDDLE_HEIGHT}
          />
        ))}
        {gridOf(drawing.most).map((margin) => (
          <g key={margin}>
            <line class="grid" x1={0} x2={scale.width} y1={drawing.y(margin)} y2={drawing.y(margin)} />
            <text class="grid-label" x={2} y={drawing.y(margin) - 2}>
              {margin > 0 ? home.tricode : away.tricode} +{Math.abs(margin)}
            </text>
          </g>
        ))}
        <path class="lead-home" d={drawing.home} />
        <path class="lead-away" d={drawing.away} fill="url(#away-fill)" />
        <line class="tie" x1={0} x2={scale.width} y1={drawing.y(0)} y2={drawing.y(0)} />
        <path class="margin" d={drawing.line} />
        {corrections.map(({ at, key }) => (
          <path key={key} class="correction-mark" d={`M${scale.x(at)} ${bottom - 9}l5 6l-5 6l-5 -6z`} />
        ))}
        {ticksOf(scale).map((at) => (
          <text key={at} class="tick" x={scale.x(at)} y={HEIGHT - BOTTOM + 17}>
            {time(at, zone, 'never').slice(0, 5)}
          </text>
        ))}
      </>
    );
  }
}

/** Round times, as many as there is room for. */
function ticksOf(scale: Scale): number[] {
  const room = Math.max(2, Math.floor(scale.width / TICK));
  const length = scale.to - scale.from;
  const step = STEPS.find((size) => length / size <= room) ?? 240 * 60_000;
  const ticks: number[] = [];
  for (let at = Math.ceil(scale.from / step) * step; at <= scale.to; at += step) {
    const x = scale.x(at);
    if (x > 20 && x < scale.width - 20) ticks.push(at);
  }
  return ticks;
}
