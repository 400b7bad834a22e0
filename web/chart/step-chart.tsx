/** Step series over time, with the band of what is in doubt and the handle of the moment. */
import { DateTime } from 'luxon';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useWidth } from '../parts/use-width.ts';
import { type Stepped, together } from './step-series.ts';

export interface ChartSeries {
  readonly label: string;
  readonly steps: Stepped;
}

export interface ChartHandle {
  readonly label: string;
  readonly at: number;
}

interface StepChartProps {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly handles: readonly ChartHandle[];
  readonly zone: string;
  /** A click on the chart asks for that instant. */
  onMoment(at: number): void;
}

const HEIGHT = 300;
/** Seconds. */
const DAY = 86_400;
const COLOURS = ['--home', '--away'] as const;
const DASHES = [[], [7, 4]] as const;

export function StepChart({ title, series, handles, zone, onMoment }: StepChartProps) {
  const [box, width] = useWidth();
  const plot = useRef<uPlot | null>(null);
  const present = useRef({ handles, onMoment });
  present.current = { handles, onMoment };

  useEffect(() => {
    const parent = box.current;
    if (parent === null) return;
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    const draw = () => {
      plot.current?.destroy();
      plot.current = new uPlot(
        optionsOf(series, zone, parent.clientWidth, () => present.current.handles),
        dataOf(series),
        parent,
      );
      plot.current.over.addEventListener('click', (event) => {
        const chart = plot.current;
        if (chart !== null) present.current.onMoment(Math.round(chart.posToVal(event.offsetX, 'x') * 1000));
      });
    };
    draw();
    scheme.addEventListener('change', draw);
    return () => {
      scheme.removeEventListener('change', draw);
      plot.current?.destroy();
      plot.current = null;
    };
  }, [box, series, zone]);
  useEffect(() => plot.current?.setSize({ width, height: HEIGHT }), [width]);
  useEffect(() => plot.current?.redraw(false), [handles]);

  return (
    <figure class="chart">
      <div ref={box} role="img" aria-label={title} />
      <figcaption>
        {series.map(({ label, steps }, position) => (
          <span key={label} class="legend">
            <svg width="30" height="10" aria-hidden="true">
              <title>{label}</title>
              <line
                x1="0"
                x2="30"
                y1="5"
                y2="5"
                class={`legend-line legend-${position}`}
                stroke-dasharray={DASHES[position]?.join(' ')}
              />
            </svg>
            {label}
            {steps.isDoubtful && <span class="muted"> (shaded: what is in doubt)</span>}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function dataOf(series: readonly ChartSeries[]): uPlot.AlignedData {
  const { x, rows } = together(series.map(({ steps }) => steps));
  const seconds = x.map((at) => at / 1000);
  return [seconds, ...rows.flatMap(({ best, least, most }) => [best, most, least])];
}

function optionsOf(
  series: readonly ChartSeries[],
  zone: string,
  width: number,
  handles: () => readonly ChartHandle[],
): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const paths = uPlot.paths.stepped?.({ align: 1 });
  const stepsOf = paths === undefined ? {} : { paths };
  const axis = {
    stroke: colour('--muted'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1 },
    font: `12px ${style.fontFamily}`,
  };
  const edge = { ...stepsOf, stroke: 'transparent', width: 0, points: { show: false } };
  return {
    width,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 7 } },
    scales: { x: { time: true } },
    axes: [
      {
        ...axis,
        space: 80,
        values: (_, seconds, __, ___, step) => seconds.map((at) => dateLabel(at, step, zone)),
      },
      { ...axis, size: 56, values: (_, values) => values.map((value) => value.toLocaleString('en')) },
    ],
    series: [
      {},
      ...series.flatMap((_, position) => {
        const stroke = colour(COLOURS[position] ?? '--ink');
        const line = {
          ...stepsOf,
          stroke,
          width: 2,
          dash: [...(DASHES[position] ?? [])],
          points: { show: false },
        };
        return [line, edge, edge];
      }),
    ],
    bands: series.map((_, position) => ({
      series: [position * 3 + 2, position * 3 + 3] as [number, number],
      fill: `${colour('--doubt')}55`,
    })),
    hooks: { draw: [(chart) => drawHandles(chart, handles(), colour('--accent'), colour('--past'))] },
  };
}

/** What a tick says, by how far apart ticks are. */
function dateLabel(seconds: number, step: number, zone: string): string {
  const at = DateTime.fromSeconds(seconds, { zone, locale: 'en-US' });
  const format =
    step >= 300 * DAY
      ? 'yyyy'
      : step >= 28 * DAY
        ? 'LLL yyyy'
        : step >= DAY
          ? 'd LLL'
          : step >= 60
            ? 'HH:mm'
            : 'HH:mm:ss';
  return at.toFormat(format);
}

/** A line at each moment; the first is the page's, another is what it is compared with. */
function drawHandles(chart: uPlot, handles: readonly ChartHandle[], first: string, other: string): void {
  const { ctx, bbox } = chart;
  handles.forEach(({ label, at }, position) => {
    const x = chart.valToPos(at / 1000, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) return;
    ctx.save();
    ctx.strokeStyle = position === 0 ? first : other;
    ctx.fillStyle = ctx.strokeStyle;
    ctx.lineWidth = 2.5 * devicePixelRatio;
    ctx.setLineDash(position === 0 ? [] : [6, 5]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.font = `600 ${12 * devicePixelRatio}px sans-serif`;
    const right = x > bbox.left + bbox.width / 2;
    ctx.textAlign = right ? 'right' : 'left';
    ctx.fillText(label, x + (right ? -7 : 7) * devicePixelRatio, bbox.top + 13 * devicePixelRatio);
    ctx.restore();
  });
}
