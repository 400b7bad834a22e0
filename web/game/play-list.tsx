/** The plays up to the instant, the last first. */
import { useState } from 'preact/hooks';
import type { FoldableGame, GameAt } from '../../src/asof/game-fold.ts';
import type { PublishedPlay } from '../../src/asof/plays.ts';
import { time } from '../moment/format.ts';
import { periodAndClock } from './periods.ts';

interface PlayListProps {
  readonly game: FoldableGame;
  readonly folded: GameAt;
  readonly zone: string;
  readonly at: number;
  onStep(at: number): void;
}

const SHOWN = 25;
const MORE = 100;

export function PlayList({ game, folded, zone, at, onStep }: PlayListProps) {
  const [limit, setLimit] = useState(SHOWN);
  const { plays } = game.changes;
  const from = Math.max(0, folded.counted - limit);
  const listed = plays.slice(from, folded.counted).reverse();
  return (
    <section class="panel plays" aria-labelledby="plays-title">
      <h2 id="plays-title">
        Plays{' '}
        <span class="muted count">
          {folded.counted} of {plays.length}
        </span>
      </h2>
      {listed.length === 0 && <p class="muted">Nothing has happened yet.</p>}
      <ol class="plain play-list" data-testid="plays">
        {listed.map((play, position) => (
          <PlayRow
            key={play.id}
            play={play}
            at={game.times[folded.counted - 1 - position] ?? at}
            game={game}
            zone={zone}
            isLast={position === 0}
            onStep={onStep}
          />
        ))}
      </ol>
      {from > 0 && (
        <button type="button" class="quiet" onClick={() => setLimit(limit + MORE)}>
          Show earlier plays
        </button>
      )}
    </section>
  );
}

interface PlayRowProps {
  readonly play: PublishedPlay;
  readonly at: number;
  readonly game: FoldableGame;
  readonly zone: string;
  readonly isLast: boolean;
  onStep(at: number): void;
}

function PlayRow({ play, at, game, zone, isLast, onStep }: PlayRowProps) {
  const { home, away } = game.changes.game;
  const side = play.team_id === home.team_id ? 'home' : play.team_id === away.team_id ? 'away' : null;
  return (
    <li class={isLast ? 'play last' : 'play'} aria-current={isLast ? 'true' : undefined}>
      <button type="button" class="play-button" onClick={() => onStep(at)} title="Go to this play">
        <span class="play-time">{time(at, zone)}</span>
        <span class="play-clock">{periodAndClock(game.league, play.period, play.clock)}</span>
        <span class="play-score">
          {play.away_score}–{play.home_score}
        </span>
        <span class="play-text">
          {side !== null && <span class={`swatch swatch-${side}`} aria-hidden="true" />}
          {play.description ?? play.kind.replaceAll('_', ' ')}
          {play.note !== null && <em class="note"> ({play.note})</em>}
        </span>
      </button>
    </li>
  );
}
