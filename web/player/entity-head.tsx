/** Who it is, and how old then. */
import type { League } from '../../src/sports/leagues.ts';
import type { Stats } from '../api/types.ts';
import { ageAt } from './age.ts';

interface EntityHeadProps {
  readonly stats: Stats;
  readonly league: League;
  readonly at: number;
  readonly zone: string;
}

export function EntityHead({ stats, league, at, zone }: EntityHeadProps) {
  const subject = stats.player ?? stats.team;
  const birth = stats.player?.birth_date ?? null;
  const age = birth === null ? null : ageAt(birth, at, zone);
  return (
    <header class="view-head">
      <p class="eyebrow">
        {league.name} · {stats.player === undefined ? 'team' : 'player'} {subject?.id}
        {birth !== null && ` · born ${birth}`}
      </p>
      <h1 id="entity-name">{subject?.name}</h1>
      {age !== null && (
        <p class="age" data-testid="age">
          <b>{age.years}</b> years and <b>{age.days}</b> {age.days === 1 ? 'day' : 'days'} old then
        </p>
      )}
    </header>
  );
}
