/** The moment: typed in words, shown in full, in a zone, as known now or earlier; and a way to share it. */
import { useId, useState } from 'preact/hooks';
import { Share } from '../parts/share.tsx';
import { change, hrefOf, usePlace } from '../state/url.ts';
import { inWords, iso } from './format.ts';
import { KnownAt } from './known-at.tsx';
import type { Marks } from './marks.ts';
import { type Reading, readMoment } from './parse.ts';
import { ZoneChoice } from './zone-choice.tsx';

interface MomentBarProps {
  readonly at: number;
  readonly zone: string;
  readonly marks: Marks | null;
  readonly league: string;
  /** The game whose versions can be chosen from; null where there is none. */
  readonly gameId: string | null;
  onMoment(at: number): void;
}

export function MomentBar({ at, zone, marks, league, gameId, onMoment }: MomentBarProps) {
  const [words, setWords] = useState('');
  const id = useId();
  const query = new URLSearchParams(usePlace().query);
  query.set('as_of', iso(at));
  if (gameId !== null) query.delete('league');
  const path = gameId === null ? window.location.pathname : `/games/${league}/${encodeURIComponent(gameId)}`;
  const shared = hrefOf(path, query);
  const context = { now: Date.now(), zone, shown: at, marks };
  const reading: Reading | null = words.trim() === '' ? null : readMoment(words, context);
  const settle = (to: number) => {
    setWords('');
    onMoment(to);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (reading?.ok) settle(reading.at);
  };
  return (
    <section class="panel moment" aria-label="The moment">
      <div class="moment-now">
        <p class="moment-local" data-testid="moment-local">
          {inWords(at, zone)}
        </p>
        <p class="moment-utc" data-testid="moment-utc">
          {iso(at)}
        </p>
      </div>
      <form class="moment-form" onSubmit={submit}>
        <label for={`${id}-words`}>Go to a time</label>
        <input
          id={`${id}-words`}
          name="when"
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder={examplesFor(marks)}
          value={words}
          aria-describedby={`${id}-reading`}
          aria-invalid={reading !== null && !reading.ok}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={reading === null || !reading.ok}>
          Go
        </button>
        <div id={`${id}-reading`} class="moment-reading" role="status">
          {reading !== null && <ReadingShown reading={reading} zone={zone} onChoose={settle} />}
        </div>
      </form>
      <div class="moment-tools">
        <ZoneChoice zone={zone} onChoose={(tz) => change({ tz }, 'replace')} />
        <KnownAt league={league} gameId={gameId} zone={zone} />
        <Share href={shared} />
      </div>
    </section>
  );
}

/** What may be typed, in the words of the game on the screen. */
function examplesFor(marks: Marks | null): string {
  if (marks === null) return '2016-06-19 7:02:34 pm Chicago';
  const period = marks.periods[Math.min(2, marks.periods.length - 1)] ?? marks.periods[0];
  return `end of ${period?.name ?? 'the game'}, 9:41 pm, +30s`;
}

interface ReadingShownProps {
  readonly reading: Reading;
  readonly zone: string;
  onChoose(at: number): void;
}

function ReadingShown({ reading, zone, onChoose }: ReadingShownProps) {
  if (reading.ok) {
    return (
      <p>
        <span aria-hidden="true">→ </span>
        {inWords(reading.at, reading.zone)}
        {reading.zone !== zone && <span class="muted"> = {inWords(reading.at, zone)}</span>}
        <span class="muted"> = {iso(reading.at)}</span>
      </p>
    );
  }
  return (
    <div class="refused">
      <p>{reading.reason}</p>
      {reading.candidates.length > 0 && (
        <p>
          Which one?{' '}
          {reading.candidates.map(({ label, at }) => (
            <button key={at} type="button" class="chip" onClick={() => onChoose(at)}>
              {label}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
