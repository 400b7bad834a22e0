/** What does not agree with the feed's own totals or the official box score: shown, never hidden. */
import { useState } from 'preact/hooks';
import { pathOf } from '../api/ask.ts';
import type { LeagueDifferences, Loaded } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { shownValue } from '../game/columns.ts';

export function Differences() {
  const { data } = useAnswer<Loaded>('/v1/loaded');
  const [chosen, setChosen] = useState<string | null>(null);
  const leagues = data?.leagues.filter(({ latest_game }) => latest_game !== null) ?? [];
  const league =
    chosen ?? leagues.find(({ differences }) => differences > 0)?.league ?? leagues[0]?.league ?? null;
  return (
    <section class="panel differences" aria-labelledby="differences-title">
      <h2 id="differences-title">Reconciliation differences</h2>
      <p class="muted">
        Each game is compared with the totals the feed states in its plays, with the official box score and
        with itself. What does not agree stays listed.
      </p>
      <fieldset class="group">
        <legend class="visually-hidden">League</legend>
        {leagues.map(({ league: code, name, differences }) => (
          <button
            key={code}
            type="button"
            class="chip"
            aria-pressed={code === league}
            onClick={() => setChosen(code)}
          >
            {name}: {differences.toLocaleString('en')}
          </button>
        ))}
      </fieldset>
      {league !== null && <DifferenceTable league={league} />}
    </section>
  );
}

function DifferenceTable({ league }: { readonly league: string }) {
  const { data, problem } = useAnswer<LeagueDifferences>(pathOf(`/v1/${league}/differences`, { limit: 100 }));
  if (problem !== null) return <p class="refused">{problem.detail}</p>;
  if (data === null) return <p class="muted">Reading …</p>;
  if (data.total === 0) return <p>Everything that is loaded of this league reconciles.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section class="scroll" tabIndex={0} aria-label="Differences">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Game</th>
              <th scope="col">Who</th>
              <th scope="col">Counter</th>
              <th scope="col">Stated</th>
              <th scope="col">Counted</th>
              <th scope="col" class="words">
                Note
              </th>
            </tr>
          </thead>
          <tbody>
            {data.differences.map((found) => (
              <tr
                key={`${found.game_id} ${found.kind} ${found.side} ${found.player_id} ${found.counter} ${found.play_id}`}
              >
                <th scope="row">
                  <a href={`/games/${league}/${encodeURIComponent(found.game_id)}`}>{found.game}</a>
                </th>
                <td class="words">{found.player ?? `${found.side} team`}</td>
                <td>{found.counter ?? found.kind}</td>
                <td>{shownValue(found.counter ?? '', found.stated)}</td>
                <td>{shownValue(found.counter ?? '', found.counted)}</td>
                <td class="words note-cell">{found.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {data.total > data.differences.length && (
        <p class="muted">
          {data.differences.length} of {data.total.toLocaleString('en')}.
        </p>
      )}
    </>
  );
}
