/** The shapes of a game's timeline: where instants lie, the margin as a stepped line, periods and the breaks between them. */
import type { FoldableGame } from '../../src/asof/game-fold.ts';
import type { Marks } from '../moment/marks.ts';

export const TOP = 26;
export const MIDDLE_HEIGHT = 132;
export const BOTTOM = 22;
export const HEIGHT = TOP + MIDDLE_HEIGHT + BOTTOM;

export interface Scale {
  readonly width: number;
  readonly from: number;
  readonly to: number;
  x(at: number): number;
  at(x: number): number;
}

/** Instants to pixels; a little room on both sides so that the handle is never cut. */
export function scaleOf({ first, last }: Marks, width: number): Scale {
  const room = Math.min(14, width / 40);
  const inner = Math.max(1, width - 2 * room);
  const length = Math.max(1, last - first);
  return {
    width,
    from: first,
    to: last,
    x: (at) => room + ((at - first) / length) * inner,
    at: (x) => Math.min(last, Math.max(first, first + ((x - room) / inner) * length)),
  };
}

export interface MarginDrawing {
  readonly line: string;
  readonly home: string;
  readonly away: string;
  readonly most: number;
  y(margin: number): number;
}

/** The margin after every play as a stepped line, and the areas between it and a tie. */
export function marginDrawing({ changes, times }: FoldableGame, scale: Scale): MarginDrawing {
  const margins = changes.plays.map((play) => play.home_score - play.away_score);
  const most = Math.max(4, ...margins.map(Math.abs));
  const y = (margin: number) => TOP + (MIDDLE_HEIGHT / 2) * (1 - margin / (most * 1.12));
  const area = (keep: (margin: number) => number) => {
    let path = `M${scale.x(scale.from).toFixed(1)} ${y(0).toFixed(1)}`;
    margins.forEach((margin, position) => {
      path += `H${scale.x(times[position] ?? 0).toFixed(1)}V${y(keep(margin)).toFixed(1)}`;
    });
    return path;
  };
  const close = (path: string) => `${path}V${y(0).toFixed(1)}Z`;
  return {
    line: area((margin) => margin),
    home: close(area((margin) => Math.max(0, margin))),
    away: close(area((margin) => Math.min(0, margin))),
    most,
    y,
  };
}

export interface Break {
  readonly from: number;
  readonly to: number;
}

/** Between the last play of a period and the first of the next. */
export function breaksOf({ periods }: Marks): Break[] {
  return periods.slice(1).flatMap((period, position) => {
    const before = periods[position];
    return before === undefined || period.from <= before.to ? [] : [{ from: before.to, to: period.from }];
  });
}

/** Round margins to draw a line at. */
export function gridOf(most: number): number[] {
  const step = [2, 5, 10, 20, 50].find((size) => most / size <= 2.6) ?? 100;
  const lines: number[] = [];
  for (let margin = step; margin <= most; margin += step) lines.push(margin, -margin);
  return lines;
}
