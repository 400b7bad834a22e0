/** The score at the instant, and between what values it lies where the plays' instants leave that open. */
import type { FoldableGame, GameAt } from '../../src/asof/game-fold.ts';
import type { Side } from '../../src/plays/play.ts';
import { clockText, periodName } from './periods.ts';

interface ScoreboardProps {
  readonly game: FoldableGame;
  readonly folded: GameAt;
}

const STATUS = { scheduled: 'Not begun', in_progress: 'In progress', final: 'Final' } as const;

export function Scoreboard({ game, folded }: ScoreboardProps) {
  const { state } = folded;
  const { league } = game;
  const period = state.period === null ? null : periodName(league, state.period);
  const clock =
    state.period === null || state.clock === null || state.status === 'final'
      ? null
      : clockText(league, state.clock);
  return (
    <section class="panel scoreboard" aria-label="Score">
      <Team game={game} folded={folded} side="away" />
      <div class="board-middle">
        <p class={(clock ?? '').length > 6 ? 'board-clock worded' : 'board-clock'} data-testid="clock">
          {state.status === 'final' ? 'Final' : (clock ?? '–')}
        </p>
        <p class="board-period">
          {period ?? ''} {state.status === 'final' ? '' : <span class="muted">{STATUS[state.status]}</span>}
        </p>
      </div>
      <Team game={game} folded={folded} side="home" />
    </section>
  );
}

function Team({ game, folded, side }: ScoreboardProps & { readonly side: Side }) {
  const { tricode, name, team_id } = game.changes.game[side];
  const key = `${side}_score` as const;
  const score = folded.state[key];
  const { bounds } = folded;
  const [least, most] = bounds === null ? [score, score] : [bounds.min[key], bounds.max[key]];
  return (
    <div class={`board-team board-${side}`}>
      <p class="board-name">
        <span class={`swatch swatch-${side}`} aria-hidden="true" />
        {team_id === null ? (
          tricode
        ) : (
          <a href={`/teams/${game.league.code}/${encodeURIComponent(team_id)}`}>
            <b>{tricode}</b> <span class="board-full">{name}</span>
          </a>
        )}
      </p>
      <p class="board-score" data-testid={`score-${side}`}>
        {score}
      </p>
      <p class="board-bounds">
        {least === most ? (
          ''
        ) : (
          <span>
            between {least} and {most}
          </span>
        )}
      </p>
    </div>
  );
}
