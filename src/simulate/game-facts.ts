import type { GameDay } from './lineup.ts';
import type { Official } from './officials.ts';
import type { ScheduledGame } from './schedule.ts';

/** All that does not change when a game's plays are corrected. */
export interface GameFacts {
  readonly scheduled: ScheduledGame;
  readonly home: GameDay;
  readonly away: GameDay;
  readonly officials: readonly Official[];
}
