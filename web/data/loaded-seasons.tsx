/** Leagues, seasons, games, and how well their instants are known. */
import type { Loaded, LoadedLeague } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { day } from '../moment/format.ts';

const TYPES: Readonly<Record<string, string>> = {
  regular: 'regular season',
  playoffs: 'playoffs',
  play_in: 'play-in',
  preseason: 'preseason',
};

export function LoadedSeasons() {
  const { data, problem } = useAnswer<Loaded>('/v1/loaded');
  if (problem !== null) return <p class="refused">{problem.detail}</p>;
  const leagues = data?.leagues.filter(({ seasons }) => seasons.length > 0) ?? [];
  const games = leagues.reduce(
    (sum, { seasons }) => sum + seasons.reduce((all, part) => all + part.games_with_plays, 0),
    0,
  );
  return (
    <section class="panel" aria-labelledby="loaded-title">
      <h2 id="loaded-title">Loaded</h2>
      {data !== null && (
        <p class="muted">
          {games.toLocaleString('en')} games play by play in {leagues.length} leagues, basis {data.basis}.
        </p>
      )}
      {leagues.map((league) => (
        <LeagueSeasons key={league.league} league={league} />
      ))}
    </section>
  );
}

/** A league known by many seasons' totals shows the newest; the rest are a click away. */
const SHOWN = 6;

function LeagueSeasons({ league }: { readonly league: LoadedLeague }) {
  const { seasons } = league;
  const withPlays = seasons.filter((part) => part.games_with_plays > 0);
  const first = [...withPlays, ...seasons.filter((part) => part.games_with_plays === 0)];
  return (
    <div class="league-seasons">
      <h3>
        {league.name} <span class="muted">{league.sport}</span>
      </h3>
      <SeasonTable league={league} parts={first.slice(0, SHOWN)} />
      {first.length > SHOWN && (
        <details>
          <summary>{first.length - SHOWN} more season parts</summary>
          <SeasonTable league={league} parts={first.slice(SHOWN)} />
        </details>
      )}
    </div>
  );
}

interface SeasonTableProps {
  readonly league: LoadedLeague;
  readonly parts: LoadedLeague['seasons'];
}

function SeasonTable({ league, parts }: SeasonTableProps) {
  const dayOf = (text: string | null) => (text === null ? '–' : day(Date.parse(text), league.zone));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section class="scroll" tabIndex={0} aria-label={`Seasons of ${league.name}`}>
      <table class="figures seasons">
        <thead>
          <tr>
            <th scope="col">Season</th>
            <th scope="col">Games</th>
            <th scope="col">Play by play</th>
            <th scope="col">Instants known</th>
            <th scope="col">First play</th>
            <th scope="col">Last play</th>
            <th scope="col">Players with official totals</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={`${part.season} ${part.season_type}`}>
              <th scope="row">
                {part.season} {TYPES[part.season_type]}
              </th>
              <td>{part.games.toLocaleString('en')}</td>
              <td>{part.games_with_plays.toLocaleString('en')}</td>
              <td>
                {Object.entries(part.precisions)
                  .map(([precision, games]) => `to the ${precision}: ${games}`)
                  .join(', ') || '–'}
              </td>
              <td>{dayOf(part.first_play_at)}</td>
              <td>{dayOf(part.last_play_at)}</td>
              <td>{part.players_with_totals === 0 ? '–' : part.players_with_totals.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
