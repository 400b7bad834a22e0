/** Who, and when: the question Playclock answers, in two boxes. */
import { useId, useState } from 'preact/hooks';
import { findLeague } from '../../src/sports/leagues.ts';
import { ask, pathOf, RefusedError } from '../api/ask.ts';
import type { Found, Search } from '../api/types.ts';
import { inWords, iso } from '../moment/format.ts';
import { readMoment } from '../moment/parse.ts';
import { hrefOfFound, SearchBox } from '../search/search-box.tsx';
import { go } from '../state/url.ts';

const NOW = { shown: null, marks: null } as const;

export function AskForm({ zone: otherwise }: { readonly zone: string }) {
  const [chosen, setChosen] = useState<Found | null>(null);
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  const id = useId();
  const zone = chosen === null ? otherwise : (findLeague(chosen.league)?.zone ?? otherwise);
  const reading = words.trim() === '' ? null : readMoment(words, { now: Date.now(), zone, ...NOW });

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>(
      '[role=combobox]',
    )?.value;
    const found = chosen !== null && chosen.name === typed ? chosen : await best(typed ?? '');
    if (typeof found === 'string') return setSaid(found);
    const moment = reading?.ok ? { as_of: iso(reading.at), tz: reading.zone } : {};
    if (reading !== null && !reading.ok) return setSaid(reading.reason);
    go(hrefOfFound(found, moment as Record<string, string>));
  };
  return (
    <form class="ask" onSubmit={submit}>
      <div class="ask-field">
        <span class="ask-label" aria-hidden="true">
          Who
        </span>
        <SearchBox
          label="Who: a player, team or game"
          placeholder="a player, team or game"
          kinds={['player', 'team', 'game']}
          onChoose={setChosen}
        />
      </div>
      <div class="ask-field">
        <label class="ask-label" for={`${id}-when`}>
          When
        </label>
        <input
          id={`${id}-when`}
          name="when"
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder="2016-06-19 7:02:34 pm Chicago"
          value={words}
          aria-describedby={`${id}-said`}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="primary">
        Show
      </button>
      <div class="ask-said" id={`${id}-said`} role="status">
        {reading?.ok && (
          <p>
            <span aria-hidden="true">→ </span>
            {inWords(reading.at, reading.zone)} <span class="muted">= {iso(reading.at)}</span>
          </p>
        )}
        {reading !== null && !reading.ok && <p class="refused">{reading.reason}</p>}
        {reading !== null && !reading.ok && reading.candidates.length > 0 && (
          <p>
            Which one?{' '}
            {reading.candidates.map(({ label, at }) => (
              <button key={at} type="button" class="chip" onClick={() => setWords(iso(at))}>
                {label}
              </button>
            ))}
          </p>
        )}
        {said !== '' && <p class="refused">{said}</p>}
      </div>
    </form>
  );
}

/** What the words most likely mean, or why nothing. */
async function best(words: string): Promise<Found | string> {
  if (words.trim() === '') return 'Say who: a player, a team or a game.';
  try {
    const { results } = await ask<Search>(pathOf('/v1/search', { q: words.trim().slice(0, 200), limit: 1 }));
    return results[0] ?? `Nothing like "${words}" is loaded.`;
  } catch (error) {
    if (error instanceof RefusedError) return error.problem.detail;
    throw error;
  }
}
