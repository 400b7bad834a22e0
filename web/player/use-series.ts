/** The step series of a counter around a moment, for the game, the season or the career it lies in. */
import { useMemo } from 'preact/hooks';
import { pathOf } from '../api/ask.ts';
import type { Stats, Timeline } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Point } from '../chart/step-series.ts';
import { type Moment, type Subject, subjectPath } from './subject.ts';

export type Scope = 'game' | 'season' | 'career';

export interface SeriesFound {
  readonly name: string;
  readonly points: readonly Point[];
  /** Value before the first point. */
  readonly start: number | null;
}

interface Wanted {
  readonly stats: Stats;
  readonly scope: Scope;
  readonly counter: string;
  readonly moment: Moment;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CAREERS_FROM = Date.UTC(1940, 0);
const MOST = 1500;

/** Null while it is on its way, or where nobody is asked about. */
export function useSeries(
  subject: Subject | null,
  { stats, scope, counter, moment }: Wanted,
): SeriesFound | null {
  const played = stats.last_play === null ? moment.at : Date.parse(stats.last_play.wall_clock_time);
  const [from, to] = rangeOf(scope, stats.game === null ? played : moment.at);
  const path =
    subject === null
      ? null
      : pathOf(subjectPath(subject, 'timeline'), {
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          counters: counter,
          scope,
          max_points: scope === 'game' ? null : MOST,
          limit: 5000,
          basis: moment.basis,
        });
  const { data, of, problem } = useAnswer<Timeline>(path);
  const gameId = stats.game?.id ?? stats.last_play?.game_id ?? null;
  const { season } = stats.totals.season;
  return useMemo(() => {
    if (problem !== null) return { name: '', points: [], start: null };
    if (data === null || of !== path) return null;
    const points = data.points
      .filter((point) => scope !== 'game' || point.game_id === gameId)
      .filter((point) => scope !== 'season' || point.season === season)
      .map((point) => ({
        at: Date.parse(point.wall_clock_time),
        earliest: Date.parse(point.earliest),
        latest: Date.parse(point.latest),
        value: point.counters[counter] ?? null,
      }));
    const start = scope === 'career' ? (data.start?.counters[counter] ?? 0) : 0;
    return { name: (data.player ?? data.team)?.name ?? '', points, start };
  }, [data, of, path, problem, scope, counter, gameId, season]);
}

/** Wide enough to hold the whole of it; rounded, so that moving the moment a little asks nothing new. */
function rangeOf(scope: Scope, at: number): readonly [from: number, to: number] {
  if (scope === 'career') return [CAREERS_FROM, Math.ceil((Date.now() + DAY) / DAY) * DAY];
  const middle = Math.round(at / DAY) * DAY;
  return scope === 'game'
    ? [middle - 1.5 * DAY, middle + 1.5 * DAY]
    : [middle - 400 * DAY, middle + 400 * DAY];
}
