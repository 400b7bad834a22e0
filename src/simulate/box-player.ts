import type { Book, Page } from './book.ts';
import type { Undressed } from './lineup.ts';
import { withInitial } from './names.ts';
import type { Player } from './player.ts';
import { noPlayerCounts, type PlayerCounts } from './statistics.ts';
import { clockText, minutesText } from './time-text.ts';

/** A player's line of the box score. */
export interface BoxPlayer {
  status: 'ACTIVE' | 'INACTIVE';
  notPlayingReason?: string;
  notPlayingDescription?: string;
  order: number;
  personId: number;
  jerseyNum: string;
  position?: string;
  starter: '0' | '1';
  oncourt: '0' | '1';
  played: '0' | '1';
  statistics: BoxPlayerStatistics;
  name: string;
  nameI: string;
  firstName: string;
  familyName: string;
}

export type BoxPlayerStatistics = ReturnType<typeof statistics>;

/** The line of a dressed player; whoever never was on the floor did not play by the coach's decision. */
export function dressedPlayer(book: Book, page: Page, order: number, starter: boolean): BoxPlayer {
  const time = book.timeOf(page);
  const played = starter || time > 0 || page.since !== null;
  return {
    status: 'ACTIVE',
    ...(played ? {} : { notPlayingReason: 'DNP_COACH' }),
    order,
    personId: page.player.personId,
    jerseyNum: page.player.jerseyNum,
    ...(starter ? { position: page.player.position } : {}),
    starter: starter ? '1' : '0',
    oncourt: page.since === null ? '0' : '1',
    played: played ? '1' : '0',
    statistics: statistics(page.counts, time),
    ...names(page.player),
  };
}

/** The line of a player who was not dressed. */
export function undressedPlayer(absent: Undressed, order: number): BoxPlayer {
  return {
    status: 'INACTIVE',
    notPlayingReason: absent.reason,
    ...(absent.description === null ? {} : { notPlayingDescription: absent.description }),
    order,
    personId: absent.player.personId,
    jerseyNum: absent.player.jerseyNum,
    starter: '0',
    oncourt: '0',
    played: '0',
    statistics: statistics(noPlayerCounts(), 0),
    ...names(absent.player),
  };
}

function names(player: Player) {
  const { firstName, familyName } = player;
  return { name: `${firstName} ${familyName}`, nameI: withInitial(player), firstName, familyName };
}

/** A share, 0 where nothing was tried. */
export function share(made: number, attempted: number): number {
  return attempted === 0 ? 0 : made / attempted;
}

function statistics(counts: PlayerCounts, time: number) {
  const twoAttempted = counts.fieldGoalsAttempted - counts.threePointersAttempted;
  const twoMade = counts.fieldGoalsMade - counts.threePointersMade;
  return {
    assists: counts.assists,
    blocks: counts.blocks,
    blocksReceived: counts.blocksReceived,
    fieldGoalsAttempted: counts.fieldGoalsAttempted,
    fieldGoalsMade: counts.fieldGoalsMade,
    fieldGoalsPercentage: share(counts.fieldGoalsMade, counts.fieldGoalsAttempted),
    foulsOffensive: counts.foulsOffensive,
    foulsDrawn: counts.foulsDrawn,
    foulsPersonal: counts.foulsPersonal,
    foulsTechnical: counts.foulsTechnical,
    freeThrowsAttempted: counts.freeThrowsAttempted,
    freeThrowsMade: counts.freeThrowsMade,
    freeThrowsPercentage: share(counts.freeThrowsMade, counts.freeThrowsAttempted),
    minus: counts.minus,
    minutes: clockText(time),
    minutesCalculated: minutesText(time),
    plus: counts.plus,
    plusMinusPoints: counts.plus - counts.minus,
    points: counts.points,
    pointsFastBreak: counts.pointsFastBreak,
    pointsInThePaint: counts.pointsInThePaint,
    pointsSecondChance: counts.pointsSecondChance,
    reboundsDefensive: counts.reboundsDefensive,
    reboundsOffensive: counts.reboundsOffensive,
    reboundsTotal: counts.reboundsDefensive + counts.reboundsOffensive,
    steals: counts.steals,
    threePointersAttempted: counts.threePointersAttempted,
    threePointersMade: counts.threePointersMade,
    threePointersPercentage: share(counts.threePointersMade, counts.threePointersAttempted),
    turnovers: counts.turnovers,
    twoPointersAttempted: twoAttempted,
    twoPointersMade: twoMade,
    twoPointersPercentage: share(twoMade, twoAttempted),
  };
}
