/** Whether a game was going on, which play counted last, and what the figures rest on. */
import type { League } from '../../src/sports/leagues.ts';
import type { Stats } from '../api/types.ts';
import { periodAndClock } from '../game/periods.ts';
import { inWords, iso, span } from '../moment/format.ts';
import { hrefOf } from '../state/url.ts';
import type { Moment } from './subject.ts';

interface SituationProps {
  readonly stats: Stats;
  readonly league: League;
  readonly zone: string;
  readonly moment: Moment;
}

export function Situation({ stats, league, zone, moment }: SituationProps) {
  const { game, last_play: last, coverage, bounds } = stats;
  const lastAt = last === null ? null : Date.parse(last.wall_clock_time);
  const gameAt = (id: string, at: number) => {
    const query = new URLSearchParams({ as_of: iso(at) });
    if (moment.basis !== null) query.set('basis', moment.basis);
    return hrefOf(`/games/${league.code}/${encodeURIComponent(id)}`, query);
  };
  return (
    <section class="panel situation" aria-label="At that moment">
      {game === null ? (
        <p>
          <b>No game in progress.</b>
        </p>
      ) : (
        <p>
          <b>In a game:</b>{' '}
          <a href={gameAt(game.id, moment.at)}>
            {game.away.tricode} {game.away_score} at {game.home.tricode} {game.home_score},{' '}
            {periodAndClock(league, game.period, game.clock)}
          </a>
        </p>
      )}
      <p>
        {lastAt === null || last === null ? (
          'No play had counted yet.'
        ) : (
          <>
            Last play that counted: {inWords(lastAt, zone)},{' '}
            {moment.at <= lastAt ? 'at that very instant' : `${span(moment.at - lastAt)} before`}, known to
            the {last.precision}
            {last.game_id !== null && (
              <>
                {' '}
                (<a href={gameAt(last.game_id, lastAt)}>game {last.game_id}</a>)
              </>
            )}
            .
          </>
        )}
      </p>
      <p class="muted">
        Games counted from plays: {coverage.games_from_plays.toLocaleString('en')}; from official season
        totals: {coverage.games_from_totals.toLocaleString('en')}.
      </p>
      {bounds !== null && (
        <p class="doubt-note" data-testid="doubt">
          <span class="doubt-sign" aria-hidden="true">
            ±
          </span>
          {bounds.plays_in_doubt === 1 ? '1 play or total' : `${bounds.plays_in_doubt} plays or totals`} may
          or may not have counted yet: the range stands below each figure it may change.
        </p>
      )}
    </section>
  );
}
