/** Who is on the floor at the instant, where the feed tells. */
import type { FoldableGame, GameAt } from '../../src/asof/game-fold.ts';
import type { Side } from '../../src/plays/play.ts';
import { PlayerLink } from '../parts/player-link.tsx';

interface FloorProps {
  readonly game: FoldableGame;
  readonly folded: GameAt;
}

export function Floor({ game, folded }: FloorProps) {
  if (game.league.sport.floorSize === null) return null;
  return (
    <section class="panel floor" aria-labelledby="floor-title">
      <h2 id="floor-title">On the floor</h2>
      <div class="floor-sides">
        {(['away', 'home'] as const).map((side) => (
          <FloorSide key={side} game={game} folded={folded} side={side} />
        ))}
      </div>
    </section>
  );
}

function FloorSide({ game, folded, side }: FloorProps & { readonly side: Side }) {
  const players = folded.box[side]?.players.filter((player) => player.on_court) ?? [];
  return (
    <div>
      <h3>
        <span class={`swatch swatch-${side}`} aria-hidden="true" /> {game.changes.game[side].tricode}
      </h3>
      {players.length === 0 ? (
        <p class="muted">nobody: the game does not run</p>
      ) : (
        <ul class="plain" data-testid={`floor-${side}`}>
          {players.map(({ player }) => (
            <li key={player.id}>
              <PlayerLink league={game.league.code} {...player} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
