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
  return (
    <header class="view-head">
      <p class="eyebrow">
        {league.name} · {stats.player === undefined ? 'team' : 'player'} {subject?.id}
        {birth !== null && ` · born ${birth}`}
      </p>
      <h1 id="entity-name">{subject?.name}</h1>
      {stats.player !== undefined && <AgeThen player={stats.player} at={at} zone={zone} />}
    </header>
  );
}

interface AgeThenProps {
  readonly player: NonNullable<Stats['player']>;
  readonly at: number;
  readonly zone: string;
}

/** Years and days where the day of the birth is known, else what the month or the year leaves open. */
function AgeThen({ player: { birth_date, age }, at, zone }: AgeThenProps) {
  if (age === null || birth_date === null) return null;
  const exact = age.precision === 'day' ? ageAt(birth_date, at, zone) : null;
  const { min, max } = age.bounds;
  return (
    <p class="age" data-testid="age">
      {exact !== null ? (
        <>
          <b>{exact.years}</b> years and <b>{exact.days}</b> {exact.days === 1 ? 'day' : 'days'} old then
        </>
      ) : (
        <>
          <b>{min.years === max.years ? min.years : `${min.years} or ${max.years}`}</b> years old then; the
          birth is known to the {age.precision}
        </>
      )}
    </p>
  );
}
