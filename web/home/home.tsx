/** The beginning: the question, and a real moment already on the screen. */
import type { Loaded } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { GamePage } from '../game/game-page.tsx';
import { Loading, Refusal } from '../parts/states.tsx';
import { usePlace } from '../state/url.ts';
import { AskForm } from './ask-form.tsx';
import { Days } from './days.tsx';

/** Where in its latest game the page opens: late enough for the score to matter, before it is decided. */
const OPENING = 0.82;

export function Home() {
  const { data, problem } = useAnswer<Loaded>('/v1/loaded');
  const { query } = usePlace();
  const asked = query.get('as_of') !== null && query.get('league') !== null;
  const loaded = data?.leagues.filter((league) => league.latest_game !== null) ?? [];
  const featured = loaded.find(({ league }) => league !== 'demo') ?? loaded[0];
  const game = featured?.latest_game ?? null;
  return (
    <>
      <section class="hero">
        <h1>What was true, and what was known, at an exact instant of sport.</h1>
        <AskForm zone={featured?.zone ?? 'America/New_York'} />
      </section>
      {problem !== null && <Refusal title={problem.title} detail={problem.detail} />}
      {data === null && problem === null && <Loading what="what is loaded" />}
      {data !== null && game === null && (
        <section class="panel">
          <h2>Nothing is loaded yet</h2>
          <p>
            Load any supported feed: <code>npm run playclock -- load PATH</code>
          </p>
        </section>
      )}
      {asked
        ? loaded.length > 0 && <Days leagues={loaded} />
        : featured !== undefined &&
          game !== null && (
            <>
              <p class="eyebrow intro">
                The latest game loaded. Drag the handle: everything below is as it was at that instant.
              </p>
              <GamePage league={featured.league} id={game.id} opening={openingOf(game)} />
              <Days leagues={loaded} />
            </>
          )}
    </>
  );
}

function openingOf(game: {
  readonly first_play_at: string;
  readonly last_play_at: string;
  readonly is_final: boolean;
}) {
  const [first, last] = [Date.parse(game.first_play_at), Date.parse(game.last_play_at)];
  return game.is_final ? Math.round(first + OPENING * (last - first)) : last;
}
