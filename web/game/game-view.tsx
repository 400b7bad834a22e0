/** A game, scrubbed: everything on it is worked out here from its changes, at the instant of the handle. */
import { useMemo } from 'preact/hooks';
import { type FoldableGame, foldAt } from '../../src/asof/game-fold.ts';
import { inWords, iso } from '../moment/format.ts';
import { marksOf } from '../moment/marks.ts';
import { MomentBar } from '../moment/moment-bar.tsx';
import { useZone } from '../moment/use-zone.ts';
import { TakeAway } from '../parts/take-away.tsx';
import { usePlace } from '../state/url.ts';
import { boxCsv } from './box-csv.ts';
import { BoxScore } from './box-score.tsx';
import { Corrections } from './corrections.tsx';
import { Floor } from './floor.tsx';
import { Header } from './header.tsx';
import { PlayList } from './play-list.tsx';
import { Precision } from './precision.tsx';
import { Scoreboard } from './scoreboard.tsx';
import { Timeline } from './timeline.tsx';
import { Transport } from './transport.tsx';
import { useCorrections } from './use-corrections.ts';
import { useHandle } from './use-handle.ts';
import type { Live } from './use-live.ts';
import { usePlaying } from './use-playing.ts';

interface GameViewProps {
  readonly game: FoldableGame;
  readonly live: Live;
  readonly opening: number | null;
}

export function GameView({ game, live, opening }: GameViewProps) {
  const { changes, league } = game;
  const { query } = usePlace();
  const zone = useZone(league.zone);
  const marks = useMemo(() => marksOf(game), [game]);
  const boundary = query.get('boundary') === 'before' ? 'before' : 'at';
  const scheduled = changes.game.scheduled_at === null ? Date.now() : Date.parse(changes.game.scheduled_at);
  const handle = useHandle(opening ?? marks?.last ?? scheduled);
  const { at } = handle;
  const folded = useMemo(() => foldAt(game, { at, boundary }), [game, at, boundary]);
  const playing = usePlaying(at, marks?.last ?? at, (next) => handle.move(next));
  const corrections = useCorrections(game);
  const basis = query.get('basis');
  const path = `/v1/${league.code}/games/${encodeURIComponent(changes.game.id)}`;
  const step = (next: number) => {
    playing.stop();
    handle.move(next, 'step');
  };

  return (
    <article
      class={changes.precision === 'millisecond' ? 'game' : 'game inexact'}
      aria-labelledby="game-title"
    >
      <Header changes={changes} league={league} live={live} at={at} zone={zone} />
      <MomentBar
        at={at}
        zone={zone}
        marks={marks}
        onMoment={step}
        gameId={changes.game.id}
        league={league.code}
      />
      <Scoreboard game={game} folded={folded} />
      {marks !== null && (
        <section class="panel scrub" aria-label="Timeline of the game">
          <Timeline
            game={game}
            marks={marks}
            at={at}
            folded={folded}
            zone={zone}
            corrections={corrections.placed}
            onMove={(next) => {
              playing.stop();
              handle.move(next);
            }}
            onStep={step}
            onToggle={playing.toggle}
          />
          <Transport
            game={game}
            marks={marks}
            at={at}
            folded={folded}
            playing={playing}
            onStep={step}
            onLatest={() => {
              playing.stop();
              handle.release();
            }}
          />
          <Precision game={game} folded={folded} at={at} boundary={boundary} zone={zone} />
        </section>
      )}
      <div class="game-columns">
        <div class="game-main">
          <BoxScore game={game} folded={folded} side="away" />
          <BoxScore game={game} folded={folded} side="home" />
        </div>
        <div class="game-side">
          <Floor game={game} folded={folded} />
          <PlayList game={game} folded={folded} zone={zone} at={at} onStep={step} />
        </div>
      </div>
      <Corrections game={game} found={corrections} zone={zone} onStep={step} />
      <TakeAway
        path={path}
        query={{ as_of: iso(at), boundary, basis: basis ?? changes.basis }}
        name={`${changes.game.id}-${iso(at)}`}
        csv={() => boxCsv(game, folded, at)}
      />
      <p class="visually-hidden" role="status">
        {playing.on
          ? ''
          : `${inWords(at, zone)}: ${changes.game.away.tricode} ${folded.state.away_score}, ${changes.game.home.tricode} ${folded.state.home_score}`}
      </p>
    </article>
  );
}
