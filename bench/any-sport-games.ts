/** Games of any league made from its sport's definition alone: the same shape for all, so that counters are what differs. */
import type pg from 'pg';
import { foldGame } from '../src/fold/fold.ts';
import { keptGame } from '../src/ingest/transfer.ts';
import type { NormalGame } from '../src/plays/game.ts';
import { anyGame } from '../src/simulate/any-sport.ts';
import { exactStamp } from '../src/simulate/stamps.ts';
import { type League, seasonLabel } from '../src/sports/leagues.ts';
import { acceptGame } from '../src/store/accept-game.ts';
import { blankEntry, ingest } from '../src/store/ledger.ts';
import type { Progress } from './progress.ts';

const TEAMS = 8;
const SEASONS = [2021, 2022, 2023];
const DAYS_A_SEASON = 30;
const DAY = 86_400_000;

/** Load seasons of a league: on each day every team plays one game. */
export async function loadAnySport(pool: pg.Pool, league: League, progress: Progress): Promise<void> {
  const games = seasonsOf(league);
  for (const [done, game] of games.entries()) {
    progress(`games of ${league.sport.name.toLowerCase()}`, done, games.length);
    await loadOne(pool, league, game);
  }
  progress(`games of ${league.sport.name.toLowerCase()}`, games.length, games.length);
}

function seasonsOf(league: League): NormalGame[] {
  const days = SEASONS.flatMap((year) =>
    Array.from({ length: DAYS_A_SEASON }, (_, day) => ({ year, startsAt: Date.UTC(year, 9, 1) + day * DAY })),
  );
  return days.flatMap(({ year, startsAt }, day) =>
    pairings(day).map(([home, away], place) => {
      const id = String(day * TEAMS + place);
      const part = { season: seasonLabel(league, year), type: 'regular' } as const;
      const game = anyGame({ league, seed: id, id, part, startsAt, home, away });
      // A stamp in doubt costs a read of its own, whatever the sport counts.
      const plays = game.plays.map((play) => ({ ...play, stamp: exactStamp(play.stamp.at) }));
      return { ...game, plays };
    }),
  );
}

/** A round of everybody against everybody: the last stays, the others move on by one each day. */
function pairings(day: number): [number, number][] {
  const moving = TEAMS - 1;
  const at = (place: number) => (day + place) % moving;
  return [
    [moving, at(0)],
    ...Array.from({ length: TEAMS / 2 - 1 }, (_, place): [number, number] => [
      at(place + 1),
      at(moving - 1 - place),
    ]),
  ];
}

async function loadOne(pool: pg.Pool, league: League, game: NormalGame): Promise<void> {
  const folded = keptGame(foldGame(game, league));
  const entry = { ...blankEntry(game.id), league: league.code, gameId: game.id };
  await ingest(pool, Date.now(), async (client, basis) => ({
    ...entry,
    ...(await acceptGame(client, league, folded, basis)),
  }));
}
