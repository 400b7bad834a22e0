/** How well the instant of the last play is known, in words, and what that leaves open. */
import type { FoldableGame, GameAt, Place } from '../../src/asof/game-fold.ts';
import { span, time } from '../moment/format.ts';
import { abbreviation } from '../moment/zones.ts';

interface PrecisionProps {
  readonly game: FoldableGame;
  readonly folded: GameAt;
  readonly at: number;
  readonly boundary: Place['boundary'];
  readonly zone: string;
}

const METHODS: Readonly<Record<string, string>> = {
  feed: 'as the feed stamps it',
  minute_string: 'from a stamp that names the minute only, placed within it by the game clock',
  interpolated: 'worked out between two stamps',
  scheduled: 'from the schedule',
};
const PRECISIONS: Readonly<Record<string, string>> = {
  millisecond: 'to the millisecond',
  second: 'to the second',
  minute: 'to the minute',
  game: 'to the game',
  season: 'to the season',
};

export function Precision({ folded, at, boundary, zone }: PrecisionProps) {
  const { last, bounds } = folded;
  if (last === null) return <p class="precision muted">Before the first play.</p>;
  const [when, earliest, latest] = [last.wall_clock_time, last.earliest, last.latest].map(Date.parse);
  if (when === undefined || earliest === undefined || latest === undefined) return null;
  const exact = earliest === latest;
  return (
    <div class="precision">
      <p>
        <b>Last play</b> {at <= when ? 'at this very instant' : `${span(at - when)} before this instant`},
        known <b>{PRECISIONS[last.precision] ?? last.precision}</b>
        {exact
          ? ''
          : `: between ${time(earliest, zone)} and ${time(latest, zone)} ${abbreviation(when, zone)}`}
        , {METHODS[last.method] ?? last.method}. Source: {last.feed}.
        {boundary === 'before' && ' Plays at this very instant do not count.'}
      </p>
      {bounds !== null && (
        <p class="doubt-note" data-testid="doubt">
          <span class="doubt-sign" aria-hidden="true">
            ±
          </span>
          {bounds.plays_in_doubt === 1 ? '1 play' : `${bounds.plays_in_doubt} plays`} may or may not have
          happened yet: away {rangeOf(bounds.min.away_score, bounds.max.away_score)}, home{' '}
          {rangeOf(bounds.min.home_score, bounds.max.home_score)}.
        </p>
      )}
    </div>
  );
}

function rangeOf(least: number, most: number): string {
  return least === most ? String(least) : `${least} to ${most}`;
}
