/** A game by its address: its changes are fetched once for a basis, and again only when a later one is known. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { foldable } from '../../src/asof/game-fold.ts';
import { findLeague } from '../../src/sports/leagues.ts';
import { pathOf } from '../api/ask.ts';
import type { GameChanges } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loading, Refusal } from '../parts/states.tsx';
import { usePlace } from '../state/url.ts';
import { GameView } from './game-view.tsx';
import { useLive } from './use-live.ts';

interface GamePageProps {
  readonly league: string;
  readonly id: string;
  /** The instant to open at, where the address names none. */
  readonly opening?: number | undefined;
}

export function GamePage({ league: code, id, opening }: GamePageProps) {
  const { query } = usePlace();
  const basis = query.get('basis');
  const league = findLeague(code);
  const [goesOn, setGoesOn] = useState(false);
  const live = useLive(code, id, basis === null && goesOn);
  const path = pathOf(`/v1/${code}/games/${encodeURIComponent(id)}/changes`, { basis });
  const answer = useAnswer<GameChanges>(league === undefined ? null : path, { version: live.version });
  const isOver = answer.data?.is_final ?? true;
  useEffect(() => setGoesOn(!isOver), [isOver]);
  const game = useMemo(
    () => (answer.data === null || league === undefined ? null : foldable(answer.data, league)),
    [answer.data, league],
  );
  if (league === undefined)
    return <Refusal title="No such league" detail={`There is no league "${code}".`} />;
  if (answer.problem !== null) {
    return <Refusal title={answer.problem.title} detail={answer.problem.detail} />;
  }
  if (game === null) return <Loading what="the game" />;
  return <GameView key={`${code}/${id}`} game={game} live={live} opening={opening ?? null} />;
}
