/** A player or a team at a moment: game, season, career; the steps that led there; compared, if wanted. */
import { useState } from 'preact/hooks';
import { findLeague } from '../../src/sports/leagues.ts';
import type { Stats } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { iso } from '../moment/format.ts';
import { MomentBar } from '../moment/moment-bar.tsx';
import { useZone } from '../moment/use-zone.ts';
import { csvOf } from '../parts/csv.ts';
import { Loading, Refusal } from '../parts/states.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { change, usePlace } from '../state/url.ts';
import { Comparison } from './comparison.tsx';
import { EntityHead } from './entity-head.tsx';
import { Figures } from './figures.tsx';
import { Milestones } from './milestones.tsx';
import { Situation } from './situation.tsx';
import { Steps } from './steps.tsx';
import { type Subject, statsPath, subjectPath } from './subject.ts';

export function EntityPage(subject: Subject) {
  const { query } = usePlace();
  const league = findLeague(subject.league);
  const zone = useZone(league?.zone ?? 'UTC');
  const [opened] = useState(Date.now);
  const named = Date.parse(query.get('as_of') ?? '');
  const at = Number.isNaN(named) ? opened : named;
  const boundary = query.get('boundary') === 'before' ? 'before' : 'at';
  const moment = { at, boundary, basis: query.get('basis') } as const;
  const { data, problem, loading } = useAnswer<Stats>(
    league === undefined ? null : statsPath(subject, moment),
  );
  const onMoment = (next: number) => change({ as_of: iso(next) }, 'push');

  if (league === undefined)
    return <Refusal title="No such league" detail={`There is no league "${subject.league}".`} />;
  if (problem !== null) return <Refusal title={problem.title} detail={problem.detail} />;
  if (data === null) return <Loading what="the figures" />;
  return (
    <article class="view" aria-labelledby="entity-name" aria-busy={loading}>
      <EntityHead stats={data} league={league} at={at} zone={zone} />
      <MomentBar at={at} zone={zone} marks={null} league={league.code} gameId={null} onMoment={onMoment} />
      <Situation stats={data} league={league} zone={zone} moment={moment} />
      <Figures stats={data} league={league} />
      <Steps subject={subject} stats={data} league={league} zone={zone} moment={moment} onMoment={onMoment} />
      <div class="two-columns">
        <Comparison subject={subject} stats={data} league={league} zone={zone} moment={moment} />
        <Milestones subject={subject} league={league} zone={zone} moment={moment} onMoment={onMoment} />
      </div>
      <TakeAway
        path={subjectPath(subject, 'stats')}
        query={{ as_of: iso(at), boundary, basis: moment.basis ?? data.basis }}
        name={`${subject.id}-${iso(at)}`}
        csv={() => statsCsv(data)}
      />
    </article>
  );
}

/** One row a scope. */
function statsCsv(stats: Stats): string {
  const names = Object.keys(stats.totals.career.counters);
  const rows = (['game', 'season', 'career'] as const).flatMap((scope) => {
    const line = stats.totals[scope];
    if (line === null) return [];
    const subject = stats.player ?? stats.team;
    const cells = names.map((name) => line.counters[name] ?? null);
    return [[stats.as_of, stats.basis, subject?.id ?? '', subject?.name ?? '', scope, ...cells]];
  });
  return csvOf(['as_of', 'basis', 'id', 'name', 'scope', ...names], rows);
}
