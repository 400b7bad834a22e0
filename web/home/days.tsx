/** The games of a day, league by league. */

import { findLeague } from '../../src/sports/leagues.ts';
import { pathOf } from '../api/ask.ts';
import type { GameOfDay, Games, LoadedLeague } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { periodAndClock } from '../game/periods.ts';
import { day, iso } from '../moment/format.ts';
import { change, hrefOf, usePlace } from '../state/url.ts';

interface DaysProps {
  readonly leagues: readonly LoadedLeague[];
}

const DAY = 86_400_000;

export function Days({ leagues }: DaysProps) {
  const { query } = usePlace();
  const chosen = leagues.find(({ league }) => league === query.get('league')) ?? leagues[0];
  if (chosen === undefined || chosen.latest_game === null) return null;
  // Without a league the instant is that of the game above.
  const named = query.get('league') === null ? Number.NaN : Date.parse(query.get('as_of') ?? '');
  const at = Number.isNaN(named) ? Date.parse(chosen.latest_game.last_play_at) : named;
  return (
    <section class="panel days" aria-labelledby="days-title">
      <h2 id="days-title">Games of a day</h2>
      <div class="days-tools">
        <fieldset class="group">
          <legend class="visually-hidden">League</legend>
          {leagues.map(({ league, name }) => (
            <button
              key={league}
              type="button"
              class="chip"
              aria-pressed={league === chosen.league}
              onClick={() => change({ league, as_of: null }, 'push')}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <div class="group">
          <button
            type="button"
            onClick={() => change({ league: chosen.league, as_of: iso(at - DAY) }, 'push')}
          >
            <span aria-hidden="true">←</span> day before
          </button>
          <span class="days-day">{day(at, chosen.zone)}</span>
          <button
            type="button"
            onClick={() => change({ league: chosen.league, as_of: iso(at + DAY) }, 'push')}
          >
            day after <span aria-hidden="true">→</span>
          </button>
        </div>
      </div>
      <DayGames league={chosen.league} at={at} basis={query.get('basis')} />
    </section>
  );
}

interface DayGamesProps {
  readonly league: string;
  readonly at: number;
  readonly basis: string | null;
}

function DayGames({ league, at, basis }: DayGamesProps) {
  const { data, problem } = useAnswer<Games>(pathOf(`/v1/${league}/games`, { as_of: iso(at), basis }));
  if (problem !== null) return <p class="refused">{problem.detail}</p>;
  if (data === null) return <p class="muted">Reading the games …</p>;
  if (data.games.length === 0) return <p class="muted">No game of that day is loaded.</p>;
  return (
    <ul class="plain game-cards">
      {data.games.map((game) => (
        <li key={game.id}>
          <GameCard game={game} league={league} at={at} />
        </li>
      ))}
    </ul>
  );
}

function GameCard({
  game,
  league,
  at,
}: {
  readonly game: GameOfDay;
  readonly league: string;
  readonly at: number;
}) {
  const rules = findLeague(league);
  const status =
    game.status === 'final'
      ? 'Final'
      : game.status === 'scheduled' || rules === undefined
        ? 'Not begun'
        : periodAndClock(rules, game.period, game.clock);
  const query = new URLSearchParams(game.status === 'in_progress' ? { as_of: iso(at) } : {});
  return (
    <a class="game-card" href={hrefOf(`/games/${league}/${encodeURIComponent(game.id)}`, query)}>
      {(['away', 'home'] as const).map((side) => (
        <span key={side} class="card-team">
          <span>{game[side].name ?? game[side].tricode}</span>
          <b>{game.status === 'scheduled' ? '' : game[`${side}_score`]}</b>
        </span>
      ))}
      <span class="muted small">{status}</span>
    </a>
  );
}
