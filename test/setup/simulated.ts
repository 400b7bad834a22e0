/** Simulated games as the feed adapters read them. */
import { readLiveGame } from '../../src/feeds/nba-live/game.ts';
import { type FoldedGame, foldGame } from '../../src/fold/fold.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';

/** Read and fold a simulated game, with its box score. */
export function foldSimulated(game: SimulatedGame): FoldedGame {
  const json = (value: unknown) => ({ kind: 'json', value }) as const;
  const normal = readLiveGame({
    league: 'demo',
    gameId: game.gameId,
    plays: { file: 'playbyplay.json', content: json(game.playbyplay) },
    companions: [{ role: 'box', document: { file: 'boxscore.json', content: json(game.boxscore) } }],
    schedule: null,
  });
  return foldGame(normal, leagueNamed('demo'));
}
