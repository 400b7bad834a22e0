/** What later ingests changed, explained: whose figure, from what to what, when it was known, and by which play. */
import type { FoldableGame } from '../../src/asof/game-fold.ts';
import type { Correction } from '../api/types.ts';
import { inWords, time } from '../moment/format.ts';
import { change, usePlace } from '../state/url.ts';
import { labelOf, shownValue } from './columns.ts';
import { periodAndClock } from './periods.ts';
import type { FoundCorrections, PlacedCorrection } from './use-corrections.ts';

interface CorrectionsProps {
  readonly game: FoldableGame;
  readonly found: FoundCorrections;
  readonly zone: string;
  onStep(at: number): void;
}

const CHANGES: Readonly<Record<Correction['change'], string>> = {
  edited: 'The play was edited',
  moved: 'The play was moved to another instant',
  inserted: 'The play was put in later',
  deleted: 'The play was taken out',
  replaced: 'Another feed tells the game now',
};

/** Shown at once; more are one click away. */
const SHOWN = 40;

export function Corrections({ game, found, zone, onStep }: CorrectionsProps) {
  const basis = game.changes.basis;
  if (found.all.length === 0) return null;
  const later = found.all.filter((correction) => correction.after_basis > basis).length;
  return (
    <section class="panel corrections" aria-labelledby="corrections-title" data-testid="corrections">
      <h2 id="corrections-title">
        <span class="correction-sign" aria-hidden="true">
          ◆
        </span>{' '}
        Corrections
      </h2>
      <p class="muted">
        {later === 0
          ? 'All of these are part of what is shown.'
          : `${later} of ${found.all.length} came after the basis that is shown, and are not part of it.`}
      </p>
      <ol class="plain correction-list">
        {found.placed.slice(0, SHOWN).map((placed) => (
          <Placed key={placed.key} placed={placed} game={game} zone={zone} onStep={onStep} />
        ))}
      </ol>
      {found.placed.length > SHOWN && (
        <p class="muted">
          {found.placed.length - SHOWN} more plays:{' '}
          <a
            href={`/v1/${game.changes.league}/corrections?game_id=${game.changes.game.id}&limit=1000`}
            data-plain
          >
            all as JSON
          </a>
        </p>
      )}
    </section>
  );
}

interface PlacedProps {
  readonly placed: PlacedCorrection;
  readonly game: FoldableGame;
  readonly zone: string;
  onStep(at: number): void;
}

function Placed({ placed, game, zone, onStep }: PlacedProps) {
  usePlace();
  const [first] = placed.corrections;
  if (first === undefined) return null;
  const play = game.changes.plays.find(({ id }) => id === first.play_id);
  const shown = first.after_basis <= game.changes.basis;
  return (
    <li class="correction">
      <p class="correction-what">
        <b>{CHANGES[first.change]}</b>
        {play !== undefined && (
          <>
            {' '}
            at{' '}
            <button type="button" class="link" onClick={() => onStep(placed.at)}>
              {time(placed.at, zone)} ({periodAndClock(game.league, play.period, play.clock)})
            </button>
            : {play.description ?? play.kind}
          </>
        )}
      </p>
      <ul class="plain before-after">
        {placed.corrections.map((correction) => (
          <li key={`${correction.player?.id ?? correction.team?.id} ${correction.counter}`}>
            <span class="who">{correction.player?.name ?? correction.team?.tricode}</span>{' '}
            <span class="muted">{labelOf(correction.counter)}</span>{' '}
            <span class="change">
              <s>{shownValue(correction.counter, correction.before)}</s> <span aria-hidden="true">→</span>
              <span class="visually-hidden">became</span>{' '}
              <b>{shownValue(correction.counter, correction.after)}</b>
            </span>
          </li>
        ))}
      </ul>
      <p class="muted small">
        Ingest {first.after_basis}
        {first.edited_at !== null && `; the feed edited it ${inWords(Date.parse(first.edited_at), zone)}`}
        {first.note !== null && `; the feed's note: ${first.note}`}.{' '}
        {shown ? (
          <button
            type="button"
            class="link"
            onClick={() => change({ basis: String(first.before_basis) }, 'push')}
          >
            Show the game as known before it
          </button>
        ) : (
          <button
            type="button"
            class="link"
            onClick={() => change({ basis: String(first.after_basis) }, 'push')}
          >
            Show the game with it
          </button>
        )}
      </p>
    </li>
  );
}
