import type { Book } from './book.ts';
import type { LiveAction } from './live-types.ts';
import { withInitial } from './names.ts';
import type { Foul, FreeThrow, JumpBall, Play, Rebound, Shot, Turnover } from './play.ts';
import type { Team } from './teams.ts';

/** What an action says beside its head: totals, texts, other persons. The book has the play already. */
export type Details = Partial<LiveAction> & { actionType: string };

/** What the details are written from. */
export interface Scene {
  readonly book: Book;
  readonly teamOf: (side: 'home' | 'away') => Team;
  /** actionNumber of a play by its id. */
  readonly numberOf: (id: number) => number;
}

/** Writes the part of an action that is particular to its kind of play. */
export function details(play: Play, scene: Scene): Details {
  switch (play.kind) {
    case 'period-start':
      return { actionType: 'period', subType: 'start', description: 'Period Start' };
    case 'period-end':
      return { actionType: 'period', subType: 'end', description: 'Period End' };
    case 'game-end':
      return { actionType: 'game', subType: 'end', description: 'Game End' };
    case 'jumpball':
      return jumpBall(play, scene);
    case 'shot':
      return shot(play, scene);
    case 'freethrow':
      return freeThrow(play, scene);
    case 'rebound':
      return rebound(play, scene);
    case 'turnover':
      return turnover(play, scene);
    case 'foul':
      return foul(play, scene);
    case 'block':
    case 'steal': {
      const { blocks, steals } = scene.book.page(play.person).counts;
      const text = play.kind === 'block' ? `BLOCK (${blocks} BLK)` : `STEAL (${steals} STL)`;
      return { actionType: play.kind, description: `${initial(scene, play.person)} ${text}` };
    }
    case 'timeout':
      return {
        actionType: 'timeout',
        subType: 'full',
        qualifiers: play.mandatory ? ['team', 'mandatory'] : ['team'],
        description: `${scene.teamOf(play.side).tricode} Timeout`,
      };
    case 'stoppage':
      return { actionType: 'stoppage', subType: play.subType };
    case 'violation': {
      const { subType, official } = play;
      const description = `${initial(scene, play.person)} ${subType} VIOLATION`;
      return { actionType: 'violation', subType, officialId: official, description };
    }
    case 'substitution':
      return {
        actionType: 'substitution',
        subType: play.direction,
        qualifiers: play.periodStart ? ['startperiod'] : [],
        description: `SUB ${play.direction}: ${initial(scene, play.person)}`,
      };
    case 'unencoded':
      return { actionType: 'unencoded' };
  }
}

function initial(scene: Scene, person: number): string {
  return withInitial(scene.book.page(person).player);
}

function family(scene: Scene, person: number): string {
  return scene.book.page(person).player.familyName;
}

function jumpBall(play: JumpBall, scene: Scene): Details {
  const to = play.to ? initial(scene, play.to) : `Team (${scene.teamOf(play.side).tricode})`;
  return {
    actionType: 'jumpball',
    subType: 'recovered',
    descriptor: 'startperiod',
    personId: play.to,
    jumpBallRecoveredName: to,
    ...(play.to
      ? { jumpBallRecoverdPersonId: play.to, playerName: family(scene, play.to), playerNameI: to }
      : {}),
    personIdsFilter: [...(play.to ? [play.to] : []), play.won, play.lost],
    jumpBallWonPlayerName: family(scene, play.won),
    jumpBallWonPersonId: play.won,
    description: `Jump Ball ${initial(scene, play.won)} vs. ${initial(scene, play.lost)}: Tip to ${to}`,
    jumpBallLostPlayerName: family(scene, play.lost),
    jumpBallLostPersonId: play.lost,
  };
}

function shot(play: Shot, scene: Scene): Details {
  const { book } = scene;
  const { points } = book.page(play.person).counts;
  const assists = play.assist ? book.page(play.assist).counts.assists : 0;
  const passer = play.assist ? initial(scene, play.assist) : '';
  const result = play.made ? ` (${points} PTS)${play.assist ? ` (${passer} ${assists} AST)` : ''}` : '';
  const blocked = play.block ? ' - blocked' : '';
  return {
    actionType: play.points === 3 ? '3pt' : '2pt',
    subType: play.subType,
    ...(play.descriptor === null ? {} : { descriptor: play.descriptor }),
    qualifiers: [...play.qualifiers],
    x: play.x,
    y: play.y,
    side: play.x < 50 ? 'left' : 'right',
    shotDistance: play.distance,
    // Tenths of a foot from the basket, across and along the floor.
    xLegacy: Math.round((play.y - 50) * 5),
    yLegacy: Math.round(play.x * 9.4 - 52.5),
    isFieldGoal: 1,
    shotResult: play.made ? 'Made' : 'Missed',
    ...(play.made ? { pointsTotal: points } : {}),
    description: `${play.made ? '' : 'MISS '}${initial(scene, play.person)} ${manner(play)}${result}${blocked}`,
    ...(play.assist
      ? { assistPlayerNameInitial: passer, assistPersonId: play.assist, assistTotal: assists }
      : {}),
    ...(play.block ? { blockPlayerName: family(scene, play.block), blockPersonId: play.block } : {}),
    personIdsFilter: [play.person, play.assist, play.block].filter((id) => id > 0),
  };
}

function manner(play: Shot): string {
  const far = play.distance >= 8 ? `${Math.floor(play.distance)}'` : '';
  if (play.points === 3) return [far, play.descriptor, '3PT'].filter(Boolean).join(' ');
  const noun = play.subType === 'Jump Shot' && !play.made && play.descriptor ? 'Shot' : play.subType;
  return [far, play.descriptor, noun].filter(Boolean).join(' ');
}

function freeThrow(play: FreeThrow, scene: Scene): Details {
  const { points } = scene.book.page(play.person).counts;
  const subType = `${play.attempt} of ${play.of}`;
  const text = `${initial(scene, play.person)} ${play.technical ? 'technical ' : ''}Free Throw ${subType}`;
  return {
    actionType: 'freethrow',
    subType,
    ...(play.technical ? { descriptor: 'technical' } : {}),
    qualifiers: [...play.qualifiers],
    shotResult: play.made ? 'Made' : 'Missed',
    ...(play.made ? { pointsTotal: points } : {}),
    description: play.made ? `${text} (${points} PTS)` : `MISS ${text}`,
  };
}

function rebound(play: Rebound, scene: Scene): Details {
  const subType = play.offensive ? 'offensive' : 'defensive';
  const base = { actionType: 'rebound', subType, shotActionNumber: scene.numberOf(play.shot) };
  if (!play.person) {
    const qualifiers = play.deadball ? ['deadball', 'team'] : ['team'];
    return { ...base, qualifiers, description: `TEAM ${subType} REBOUND` };
  }
  const { reboundsOffensive: off, reboundsDefensive: def } = scene.book.page(play.person).counts;
  return {
    ...base,
    reboundTotal: off + def,
    reboundDefensiveTotal: def,
    reboundOffensiveTotal: off,
    description: `${initial(scene, play.person)} REBOUND (Off:${off} Def:${def})`,
  };
}

function turnover(play: Turnover, scene: Scene): Details {
  const base = {
    actionType: 'turnover',
    subType: play.subType,
    ...(play.descriptor === null ? {} : { descriptor: play.descriptor }),
    ...(play.official ? { officialId: play.official } : {}),
  };
  if (!play.person) return { ...base, qualifiers: ['team'], description: `TEAM ${play.subType} TURNOVER` };
  const { turnovers } = scene.book.page(play.person).counts;
  const what = [play.descriptor, play.subType].filter(Boolean).join(' ');
  return {
    ...base,
    turnoverTotal: turnovers,
    description: `${initial(scene, play.person)} ${what} TURNOVER (${turnovers} TO)`,
    ...(play.steal ? { stealPlayerName: family(scene, play.steal), stealPersonId: play.steal } : {}),
    personIdsFilter: [play.person, play.steal].filter((id) => id > 0),
  };
}

function foul(play: Foul, scene: Scene): Details {
  const { foulsPersonal, foulsTechnical } = scene.book.page(play.person).counts;
  const drawn = play.drawn ? family(scene, play.drawn) : '';
  const what = [play.descriptor, play.subType].filter(Boolean).join(' ');
  const total = play.subType === 'technical' ? `${foulsTechnical} TF` : `${foulsPersonal} PF`;
  const throws = play.throws && drawn ? ` (${drawn} ${play.throws} FT)` : '';
  return {
    actionType: 'foul',
    subType: play.subType,
    ...(play.descriptor === null ? {} : { descriptor: play.descriptor }),
    qualifiers: [...play.qualifiers],
    officialId: play.official,
    foulPersonalTotal: foulsPersonal,
    foulTechnicalTotal: foulsTechnical,
    description: `${initial(scene, play.person)} ${what} FOUL (${total})${throws}`,
    ...(play.drawn ? { foulDrawnPlayerName: drawn, foulDrawnPersonId: play.drawn } : {}),
    personIdsFilter: [play.person, play.drawn].filter((id) => id > 0),
  };
}
