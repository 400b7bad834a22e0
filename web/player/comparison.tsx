/** Two side by side: another player at the same moment, or the same one at another. */

import { useState } from 'preact/hooks';
import type { League } from '../../src/sports/leagues.ts';
import type { Stats } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { shownValue } from '../game/columns.ts';
import { inWords, iso } from '../moment/format.ts';
import { readMoment } from '../moment/parse.ts';
import { SearchBox } from '../search/search-box.tsx';
import { change, usePlace } from '../state/url.ts';
import { type Moment, type Subject, statsPath, subjectNamed } from './subject.ts';

interface ComparisonProps {
  readonly subject: Subject;
  readonly stats: Stats;
  readonly league: League;
  readonly zone: string;
  readonly moment: Moment;
}

const SCOPES = ['game', 'season', 'career'] as const;

export function Comparison({ subject, stats, league, zone, moment }: ComparisonProps) {
  const { query } = usePlace();
  const other = subjectNamed(query.get('vs'), subject.kind);
  const otherAt = Date.parse(query.get('vs_at') ?? '');
  const isCompared = other !== null || !Number.isNaN(otherAt);
  const path = isCompared
    ? statsPath(other ?? subject, Number.isNaN(otherAt) ? moment : { ...moment, at: otherAt })
    : null;
  const { data, problem } = useAnswer<Stats>(path);
  return (
    <section class="panel comparison" aria-labelledby="comparison-title">
      <h2 id="comparison-title">Compare</h2>
      <div class="compare-with">
        <SearchBox
          label={`Compare with another ${subject.kind}`}
          placeholder={`with another ${subject.kind}`}
          kinds={[subject.kind]}
          onChoose={(found) => change({ vs: `${found.league}:${found.id}` }, 'push')}
        />
        <OtherMoment zone={zone} shown={moment.at} />
        {isCompared && (
          <button type="button" onClick={() => change({ vs: null, vs_at: null }, 'push')}>
            Stop comparing
          </button>
        )}
      </div>
      {problem !== null && <p class="refused">{problem.detail}</p>}
      {data !== null && <Sides one={stats} other={data} league={league} zone={zone} />}
    </section>
  );
}

function OtherMoment({ zone, shown }: { readonly zone: string; readonly shown: number }) {
  const [words, setWords] = useState('');
  const reading =
    words.trim() === '' ? null : readMoment(words, { now: Date.now(), zone, shown, marks: null });
  return (
    <form
      class="compare-moment"
      onSubmit={(event) => {
        event.preventDefault();
        if (!reading?.ok) return;
        setWords('');
        change({ vs_at: iso(reading.at) }, 'push');
      }}
    >
      <label class="visually-hidden" for="compare-when">
        Compare with another moment
      </label>
      <input
        id="compare-when"
        type="text"
        autocomplete="off"
        placeholder="or with another moment: 2014-12-14 21:00 ET"
        value={words}
        aria-describedby="compare-said"
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p id="compare-said" class="small" role="status">
        {reading === null ? '' : reading.ok ? `→ ${inWords(reading.at, reading.zone)}` : reading.reason}
      </p>
    </form>
  );
}

interface SidesProps {
  readonly one: Stats;
  readonly other: Stats;
  readonly league: League;
  readonly zone: string;
}

function Sides({ one, other, league, zone }: SidesProps) {
  const nameOf = (stats: Stats) => (stats.player ?? stats.team)?.name ?? '';
  const titleOf = (stats: Stats) =>
    one.as_of === other.as_of ? nameOf(stats) : inWords(Date.parse(stats.as_of), zone);
  const counters = league.sport.counters.filter(
    ({ name }) =>
      (one.totals.career.counters[name] ?? 0) !== 0 || (other.totals.career.counters[name] ?? 0) !== 0,
  );
  const scopes = SCOPES.filter((scope) => one.totals[scope] !== null && other.totals[scope] !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section class="scroll" tabIndex={0} aria-label="Comparison, scrolls sideways">
      <table class="figures" data-testid="comparison">
        <thead>
          <tr>
            <td />
            {scopes.map((scope) => (
              <th key={scope} scope="colgroup" colSpan={3} class="group-head">
                {scope}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">Counter</th>
            {scopes.flatMap((scope) => [
              <th key={`${scope} one`} scope="col">
                {titleOf(one)}
              </th>,
              <th key={`${scope} other`} scope="col">
                {titleOf(other)}
              </th>,
              <th key={`${scope} difference`} scope="col">
                difference
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {counters.map(({ name, meaning }) => (
            <tr key={name}>
              <th scope="row">
                <abbr title={meaning}>{name}</abbr>
              </th>
              {scopes.flatMap((scope) => {
                const [a, b] = [one, other].map((stats) => stats.totals[scope]?.counters[name] ?? null);
                return [
                  <td key={`${scope} one`}>{shownValue(name, a ?? null)}</td>,
                  <td key={`${scope} other`}>{shownValue(name, b ?? null)}</td>,
                  <td key={`${scope} difference`} class="difference">
                    {a == null || b == null ? '–' : difference(a - b)}
                  </td>,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function difference(value: number): string {
  const size = Math.abs(Math.round(value)).toLocaleString('en');
  return value === 0 ? '=' : value > 0 ? `+${size}` : `−${size}`;
}
