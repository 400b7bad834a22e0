/** Whose game it is, where and when, and whether it is followed live. */
import type { League } from '../../src/sports/leagues.ts';
import type { GameChanges } from '../api/types.ts';
import { day } from '../moment/format.ts';
import type { Live } from './use-live.ts';

interface HeaderProps {
  readonly changes: GameChanges;
  readonly league: League;
  readonly live: Live;
  readonly at: number;
  readonly zone: string;
}

const TYPES: Readonly<Record<string, string>> = {
  regular: 'regular season',
  playoffs: 'playoffs',
  play_in: 'play-in',
  preseason: 'preseason',
};
const LIVE: Readonly<Record<Live['state'], string>> = {
  off: '',
  following: 'Live: following',
  lost: 'Connection lost: trying again',
};

export function Header({ changes, league, live, at, zone }: HeaderProps) {
  const { game } = changes;
  const team = (side: 'home' | 'away') => game[side].name ?? game[side].tricode;
  return (
    <header class="view-head">
      <p class="eyebrow">
        {league.name} · {game.season} {TYPES[game.season_type]} · {day(at, zone)}
        {game.venue === null ? '' : ` · ${game.venue}`}
      </p>
      <h1 id="game-title">
        {team('away')} <span class="at-sign">at</span> {team('home')}
      </h1>
      {live.state !== 'off' && (
        <p class={`live live-${live.state}`} role="status">
          <span class="live-dot" aria-hidden="true" />
          {LIVE[live.state]}
        </p>
      )}
    </header>
  );
}
