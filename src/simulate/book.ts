import { elapsedAt } from './game-clock.ts';
import type { GameDay } from './lineup.ts';
import { opponent, type Play, type Shot, type SideName } from './play.ts';
import type { Player } from './player.ts';
import { noPlayerCounts, noTeamCounts, type PlayerCounts, type TeamCounts } from './statistics.ts';

/** A player's page in the scorer's book. */
export interface Page {
  readonly player: Player;
  readonly counts: PlayerCounts;
  /** Hundredths of a second on the floor, up to the last change. */
  time: number;
  /** Game clock when he came in, in hundredths since the tip; null on the bench. */
  since: number | null;
}

/** The scorer's book of one side. */
export interface SideBook {
  readonly pages: Map<number, Page>;
  readonly team: TeamCounts;
  readonly byPeriod: number[];
  score: number;
}

/**
 * The scorer's own book-keeping: told each play of the script in order, untold changes included, it knows
 * every total at every moment. The feed's running totals and the box score are read from it.
 */
export class Book {
  readonly home: SideBook;
  readonly away: SideBook;
  readonly #pages = new Map<number, Page>();
  /** Those on the floor when each foul was called: points from its throws concern them. */
  readonly #floorAtFoul = new Map<number, { home: Page[]; away: Page[] }>();
  #floor: { home: Page[]; away: Page[] };
  #elapsed = 0;

  constructor(days: { home: GameDay; away: GameDay }) {
    this.home = this.#open(days.home);
    this.away = this.#open(days.away);
    this.#floor = { home: this.#starters(days.home), away: this.#starters(days.away) };
  }

  side(name: SideName): SideBook {
    return name === 'home' ? this.home : this.away;
  }

  /** A dressed player's page. */
  page(person: number): Page {
    const page = this.#pages.get(person);
    if (!page) throw new UnknownPersonError(person);
    return page;
  }

  /** Enters one play. */
  enter(play: Play): void {
    this.#elapsed = elapsedAt(play.period, play.clock);
    switch (play.kind) {
      case 'shot':
        this.#shot(play, play.period);
        break;
      case 'freethrow': {
        const { counts } = this.page(play.person);
        counts.freeThrowsAttempted += 1;
        if (!play.made) break;
        counts.freeThrowsMade += 1;
        if (play.qualifiers.includes('2ndchance')) counts.pointsSecondChance += 1;
        if (play.qualifiers.includes('fromturnover')) this.side(play.side).team.pointsFromTurnovers += 1;
        this.#score(play.side, counts, 1, play.period, this.#floorAtFoul.get(play.foul) ?? this.#floor);
        break;
      }
      case 'block':
        this.page(play.person).counts.blocks += 1;
        break;
      case 'steal':
        this.page(play.person).counts.steals += 1;
        break;
      case 'rebound': {
        const { team } = this.side(play.side);
        if (play.person)
          this.page(play.person).counts[play.offensive ? 'reboundsOffensive' : 'reboundsDefensive'] += 1;
        else team[play.offensive ? 'reboundsTeamOffensive' : 'reboundsTeamDefensive'] += 1;
        break;
      }
      case 'turnover':
        if (play.person) this.page(play.person).counts.turnovers += 1;
        else this.side(play.side).team.turnoversTeam += 1;
        break;
      case 'foul': {
        this.#floorAtFoul.set(play.id, { home: [...this.#floor.home], away: [...this.#floor.away] });
        const { counts } = this.page(play.person);
        if (play.subType === 'technical') counts.foulsTechnical += 1;
        else counts.foulsPersonal += 1;
        if (play.subType === 'offensive') counts.foulsOffensive += 1;
        if (play.subType === 'personal') this.side(play.side).team.foulsTeam += 1;
        if (play.drawn) this.page(play.drawn).counts.foulsDrawn += 1;
        break;
      }
      case 'substitution':
        if (play.direction === 'out') this.#leave(play.side, play.person);
        else this.#come(play.side, play.person);
        break;
      case 'unencoded':
        this.#leave(play.side, play.out);
        this.#come(play.side, play.into);
        break;
      default:
    }
  }

  /** Hundredths on the floor up to the last play entered. */
  timeOf(page: Page): number {
    return page.time + (page.since === null ? 0 : this.#elapsed - page.since);
  }

  #shot(play: Shot, period: number): void {
    const { counts } = this.page(play.person);
    const { team } = this.side(play.side);
    const has = (word: string): number => (play.qualifiers.includes(word) ? 1 : 0);
    const made = play.made ? 1 : 0;
    counts.fieldGoalsAttempted += 1;
    counts.fieldGoalsMade += made;
    if (play.points === 3) {
      counts.threePointersAttempted += 1;
      counts.threePointersMade += made;
    }
    if (play.block) counts.blocksReceived += 1;
    if (play.assist) this.page(play.assist).counts.assists += 1;
    team.secondChanceAttempted += has('2ndchance');
    team.secondChanceMade += has('2ndchance') * made;
    team.fastBreakAttempted += has('fastbreak');
    team.fastBreakMade += has('fastbreak') * made;
    team.paintAttempted += has('pointsinthepaint');
    team.paintMade += has('pointsinthepaint') * made;
    if (!play.made) return;
    counts.pointsFastBreak += has('fastbreak') * play.points;
    counts.pointsInThePaint += has('pointsinthepaint') * play.points;
    counts.pointsSecondChance += has('2ndchance') * play.points;
    team.pointsFromTurnovers += has('fromturnover') * play.points;
    this.#score(play.side, counts, play.points, period, this.#floor);
  }

  #score(
    side: SideName,
    scorer: PlayerCounts,
    points: number,
    period: number,
    floor: { home: Page[]; away: Page[] },
  ): void {
    const book = this.side(side);
    book.score += points;
    scorer.points += points;
    book.byPeriod[period - 1] = (book.byPeriod[period - 1] ?? 0) + points;
    for (const { counts } of floor[side]) counts.plus += points;
    for (const { counts } of floor[opponent(side)]) counts.minus += points;
  }

  #leave(side: SideName, person: number): void {
    const page = this.page(person);
    page.time = this.timeOf(page);
    page.since = null;
    this.#floor[side] = this.#floor[side].filter((other) => other !== page);
  }

  #come(side: SideName, person: number): void {
    const page = this.page(person);
    page.since = this.#elapsed;
    this.#floor[side] = [...this.#floor[side], page];
  }

  #open(day: GameDay): SideBook {
    const pages = new Map<number, Page>();
    for (const { player } of day.dressed) {
      const page = { player, counts: noPlayerCounts(), time: 0, since: null };
      pages.set(player.personId, page);
      this.#pages.set(player.personId, page);
    }
    return { pages, team: noTeamCounts(), byPeriod: [], score: 0 };
  }

  #starters(day: GameDay): Page[] {
    return day.starters.map(({ player }) => {
      const page = this.page(player.personId);
      page.since = 0;
      return page;
    });
  }
}

/** A play names somebody who is not dressed. */
export class UnknownPersonError extends Error {
  constructor(person: number) {
    super(`person ${person} is not dressed for this game`);
    this.name = 'UnknownPersonError';
  }
}
