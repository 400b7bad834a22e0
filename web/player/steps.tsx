/** How a counter rose: the step series of the game, the season or the career, with the moment on it. */
import { useId, useMemo } from 'preact/hooks';
import type { League } from '../../src/sports/leagues.ts';
import type { Stats } from '../api/types.ts';
import { type ChartSeries, StepChart } from '../chart/step-chart.tsx';
import { stepped } from '../chart/step-series.ts';
import { change, usePlace } from '../state/url.ts';
import { type Moment, type Subject, subjectNamed } from './subject.ts';
import { type Scope, type SeriesFound, useSeries } from './use-series.ts';

interface StepsProps {
  readonly subject: Subject;
  readonly stats: Stats;
  readonly league: League;
  readonly zone: string;
  readonly moment: Moment;
  onMoment(at: number): void;
}

const SCOPES: readonly Scope[] = ['game', 'season', 'career'];
const NONE: readonly ChartSeries[] = [];

export function Steps({ subject, stats, league, zone, moment, onMoment }: StepsProps) {
  const { query } = usePlace();
  const id = useId();
  const { sport } = league;
  const counter =
    sport.counters.find(({ name }) => name === query.get('counter'))?.name ?? sport.scoreCounter;
  const named = query.get('scope') as Scope | null;
  const scope = named !== null && SCOPES.includes(named) ? named : stats.game === null ? 'season' : 'game';
  const other = subjectNamed(query.get('vs'), subject.kind);
  const otherAt = Date.parse(query.get('vs_at') ?? '');
  const found = useSeries(subject, { stats, scope, counter, moment });
  const compared = useSeries(other, { stats, scope, counter, moment });

  const series = useMemo(() => {
    const both = [found, compared].filter((one): one is SeriesFound => one !== null && one.points.length > 0);
    const ends = both.flatMap(({ points }) => [points[0]?.earliest ?? 0, points.at(-1)?.latest ?? 0]);
    if (ends.length === 0) return NONE;
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    return both.map(({ name, points, start }) => ({ label: name, steps: stepped(points, start, from, to) }));
  }, [found, compared]);
  const handles = useMemo(
    () => [
      { label: 'as of', at: moment.at },
      ...(Number.isNaN(otherAt) ? [] : [{ label: 'compared', at: otherAt }]),
    ],
    [moment.at, otherAt],
  );
  return (
    <section class="panel steps" aria-labelledby={`${id}-title`}>
      <div class="steps-head">
        <h2 id={`${id}-title`}>Step by step</h2>
        <div class="field">
          <label for={`${id}-counter`}>Counter</label>
          <select
            id={`${id}-counter`}
            value={counter}
            onChange={(event) => change({ counter: event.currentTarget.value }, 'replace')}
          >
            {sport.counters.map(({ name, meaning }) => (
              <option key={name} value={name}>
                {meaning}
              </option>
            ))}
          </select>
        </div>
        <fieldset class="group">
          <legend class="visually-hidden">Over</legend>
          {SCOPES.map((name) => (
            <button
              key={name}
              type="button"
              class="chip"
              aria-pressed={scope === name}
              onClick={() => change({ scope: name }, 'replace')}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      {series.length === 0 ? (
        <p class="muted chart-empty">
          {found === null
            ? 'Reading the steps …'
            : `No ${scope} with this counter is loaded around that moment.`}
        </p>
      ) : (
        <StepChart
          title={`${counter} in the ${scope}, step by step: ${series.map(({ label }) => label).join(' and ')}`}
          series={series}
          handles={handles}
          zone={zone}
          onMoment={onMoment}
        />
      )}
    </section>
  );
}
