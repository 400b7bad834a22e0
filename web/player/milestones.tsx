/** Round numbers that were passed, and those in reach. */
import type { League } from '../../src/sports/leagues.ts';
import type { Stats } from '../api/types.ts';
import { labelOf } from '../game/columns.ts';
import { marksAround } from './round-marks.ts';
import type { Moment, Subject } from './subject.ts';

interface MilestonesProps {
  readonly subject: Subject;
  readonly stats: Stats;
  readonly league: League;
  readonly zone: string;
  readonly moment: Moment;
  onMoment(at: number): void;
}

/** Counters shown at most. */
const SHOWN = 6;

export function Milestones({ stats, league }: MilestonesProps) {
  const marks = league.sport.counters
    .filter(({ accrues }) => accrues === undefined)
    .flatMap(({ name, meaning }) => {
      const value = stats.totals.career.counters[name] ?? 0;
      const around = marksAround(value);
      return around === null ? [] : [{ name, meaning, value, ...around }];
    })
    .sort((a, b) => (b.value - b.passed) / b.step - (a.value - a.passed) / a.step)
    .slice(0, SHOWN);
  return (
    <section class="panel milestones" aria-labelledby="milestones-title">
      <h2 id="milestones-title">Milestones of the career</h2>
      {marks.length === 0 && <p class="muted">No round number is passed or near.</p>}
      <ul class="plain">
        {marks.map(({ name, meaning, value, passed, next, step }) => (
          <li key={name}>
            <p>
              <b>{labelOf(name)}</b> <span class="muted">{meaning}</span>
            </p>
            <progress
              max={step}
              value={value - passed}
              aria-label={`${meaning}: from ${passed} to ${next}`}
            />
            <p class="small">
              {passed > 0 ? `${passed.toLocaleString('en')} passed` : 'first one ahead'},{' '}
              <b>{(next - value).toLocaleString('en')}</b> to {next.toLocaleString('en')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
