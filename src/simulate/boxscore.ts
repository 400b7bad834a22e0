import type { Book, SideBook } from './book.ts';
import { type BoxPlayer, dressedPlayer, undressedPlayer } from './box-player.ts';
import { type BoxTeamStatistics, teamStatistics } from './box-team.ts';
import { Flow } from './flow.ts';
import { elapsedAt } from './game-clock.ts';
import type { GameFacts } from './game-facts.ts';
import { liveMeta } from './live-file.ts';
import type { LiveMeta } from './live-types.ts';
import { EASTERN, isoSeconds, offsetText, wallClock } from './local-time.ts';
import { withInitial } from './names.ts';
import type { Play, SideName } from './play.ts';

/** One side of the box score. */
export interface BoxTeam {
  teamId: number;
  teamName: string;
  teamCity: string;
  teamTricode: string;
  score: number;
  inBonus: string;
  timeoutsRemaining: number;
  periods: { period: number; periodType: string; score: number }[];
  players: BoxPlayer[];
  statistics: BoxTeamStatistics;
}

/** The box score document. */
export interface BoxScoreFile {
  meta: LiveMeta;
  game: ReturnType<typeof head> & { homeTeam: BoxTeam; awayTeam: BoxTeam };
}

/** Writes the box score of a finished game from the scorer's book. */
export function boxScoreFile(facts: GameFacts, script: readonly Play[], book: Book): BoxScoreFile {
  const flow = courseOf(script);
  return {
    meta: liveMeta(facts.scheduled.gameId, 'boxscore', script),
    game: {
      ...head(facts, script),
      homeTeam: boxTeam(facts, script, book, flow, 'home'),
      awayTeam: boxTeam(facts, script, book, flow, 'away'),
    },
  };
}

function head(facts: GameFacts, script: readonly Play[]) {
  const { scheduled, home, away } = facts;
  const { tipoff } = scheduled;
  const local = (zone: string): string => isoSeconds(wallClock(zone, tipoff), offsetText(zone, tipoff));
  const length = (script.at(-1)?.at ?? 0) - (script[0]?.at ?? 0);
  const arena = home.team;
  return {
    gameId: scheduled.gameId,
    gameTimeLocal: local(arena.timezone),
    gameTimeUTC: isoSeconds(tipoff, 'Z'),
    gameTimeHome: local(home.team.timezone),
    gameTimeAway: local(away.team.timezone),
    gameEt: local(EASTERN),
    duration: Math.round(length / 60_000),
    gameCode: `${scheduled.date.replaceAll('-', '')}/${away.team.tricode}${home.team.tricode}`,
    gameStatusText: 'Final',
    gameStatus: 3,
    regulationPeriods: 4,
    period: script.at(-1)?.period ?? 4,
    gameClock: 'PT00M00.00S',
    attendance: 0,
    sellout: '0',
    arena: {
      arenaId: arena.arenaId,
      arenaName: arena.arenaName,
      arenaCity: arena.city,
      arenaState: arena.state,
      arenaCountry: 'XX',
      arenaTimezone: arena.timezone,
    },
    officials: facts.officials.map((official, index) => ({
      personId: official.personId,
      name: `${official.firstName} ${official.familyName}`,
      nameI: withInitial(official),
      firstName: official.firstName,
      familyName: official.familyName,
      jerseyNum: official.jerseyNum,
      assignment: `OFFICIAL${index + 1}`,
    })),
  };
}

function boxTeam(facts: GameFacts, script: readonly Play[], book: Book, flow: Flow, side: SideName): BoxTeam {
  const { team, dressed, undressed, starters } = facts[side];
  const own: SideBook = book.side(side);
  const other = book.side(side === 'home' ? 'away' : 'home');
  const periods = script.at(-1)?.period ?? 4;
  const taken = script.filter((play) => play.kind === 'timeout' && play.side === side).length;
  const players = dressed.map(({ player }, index) =>
    dressedPlayer(book, book.page(player.personId), index + 1, index < starters.length),
  );
  return {
    teamId: team.teamId,
    teamName: team.name,
    teamCity: team.city,
    teamTricode: team.tricode,
    score: own.score,
    inBonus: '0',
    timeoutsRemaining: Math.max(0, 7 - taken),
    periods: Array.from({ length: periods }, (_, index) => ({
      period: index + 1,
      periodType: index < 4 ? 'REGULAR' : 'OVERTIME',
      score: own.byPeriod[index] ?? 0,
    })),
    players: [
      ...players,
      ...undressed.map((absent, index) => undressedPlayer(absent, dressed.length + index + 1)),
    ],
    statistics: teamStatistics(book, own, other, flow, side, periods, starters),
  };
}

/** The course of the score, read from the made shots and throws. */
function courseOf(script: readonly Play[]): Flow {
  const flow = new Flow();
  const score = { home: 0, away: 0 };
  for (const play of script) {
    if ((play.kind === 'shot' || play.kind === 'freethrow') && play.made) {
      const points = play.kind === 'shot' ? play.points : 1;
      score[play.side] += points;
      flow.score(play.side, points, score.home, score.away, elapsedAt(play.period, play.clock));
    }
    if (play.kind === 'game-end') flow.end(elapsedAt(play.period, play.clock));
  }
  return flow;
}
