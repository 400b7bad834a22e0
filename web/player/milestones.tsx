/** Round numbers in reach, and when the last ones were passed. */
import type { League } from '../../src/sports/leagues.ts';
import { pathOf } from '../api/ask.ts';
import type { MilestonesAhead, Reached } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { labelOf } from '../game/columns.ts';
import { day, inWords } from '../moment/format.ts';
import { passedBefore } from './round-marks.ts';
import { type Moment, type Subject, subjectPath } from './subject.ts';

interface MilestonesProps {
  readonly subject: Subject;
  readonly league: League;
  readonly zone: string;
  readonly moment: Moment;
  onMoment(at: number): void;
}

/** Counters shown at most: the one that makes the score, and those nearest to their next round number. */
const SHOWN = 6;
/** Below this nobody counts. */
const LEAST = 10;

export function Milestones({ subject, league, zone, moment, onMoment }: MilestonesProps) {
  const { data, problem } = useAnswer<MilestonesAhead>(
    pathOf(subjectPath(subject, 'milestones'), {
      as_of: new Date(moment.at).toISOString(),
      boundary: moment.boundary === 'at' ? null : moment.boundary,
      basis: moment.basis,
      scope: 'career',
    }),
  );
  const counters = new Map(league.sport.counters.map((counter) => [counter.name, counter]));
  const rank = (counter: string) => (counter === league.sport.scoreCounter ? 0 : 1);
  const marks = (data?.milestones ?? [])
    .flatMap(({ counter, value, next }) => {
      const first = next[0];
      const known = counters.get(counter);
      if (first === undefined || known === undefined || known.accrues !== undefined || value < LEAST)
        return [];
      return [{ counter, meaning: known.meaning, value, next: first, passed: passedBefore(value, first) }];
    })
    .sort(
      (a, b) =>
        rank(a.counter) - rank(b.counter) ||
        a.next.distance / a.next.reaches - b.next.distance / b.next.reaches,
    )
    .slice(0, SHOWN);
  return (
    <section class="panel milestones" aria-labelledby="milestones-title">
      <h2 id="milestones-title">Milestones of the career</h2>
      {problem !== null && <p class="refused">{problem.detail}</p>}
      {data !== null && marks.length === 0 && <p class="muted">No round number is passed or near.</p>}
      <ul class="plain">
        {marks.map(({ counter, meaning, value, passed, next }) => (
          <li key={counter}>
            <p>
              <b>{labelOf(counter)}</b> <span class="muted">{meaning}</span>
            </p>
            <progress
              max={next.reaches - passed}
              value={value - passed}
              aria-label={`${meaning}: from ${passed} to ${next.reaches}`}
            />
            <p class="small">
              <b>{next.distance.toLocaleString('en')}</b> to {next.reaches.toLocaleString('en')}
              {passed > 0 && (
                <Passed
                  path={pathOf(subjectPath(subject, 'milestones'), {
                    counter,
                    reaches: passed,
                    scope: 'career',
                    basis: moment.basis,
                  })}
                  passed={passed}
                  zone={zone}
                  onMoment={onMoment}
                />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PassedProps {
  readonly path: string;
  readonly passed: number;
  readonly zone: string;
  onMoment(at: number): void;
}

/** When a number was passed: to the play where plays tell, else between what days. */
function Passed({ path, passed, zone, onMoment }: PassedProps) {
  const { data } = useAnswer<Reached>(path);
  const reached = data?.reached ?? null;
  const number = passed.toLocaleString('en');
  if (reached === null) return <>; {number} passed</>;
  if (reached.wall_clock_time === null) {
    const days = [reached.earliest, reached.latest].map((text) => day(Date.parse(text), zone));
    return (
      <>
        ; {number} passed between {days.join(' and ')}
      </>
    );
  }
  const at = Date.parse(reached.wall_clock_time);
  return (
    <>
      ; {number} passed{' '}
      <button type="button" class="link" onClick={() => onMoment(at)}>
        {inWords(at, zone)}
      </button>
    </>
  );
}
