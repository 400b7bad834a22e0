/** The real `feed/live`, stopped at the second intermission, against the official box of that instant. */
import { expect, test } from 'vitest';
import { NHL_FORMATS } from '../../src/feeds/nhl/formats.ts';
import { finalLine, linesById } from '../fold/reader.ts';
import { describeReal, realDocument } from '../setup/real-data.ts';
import { fold, nhl, read } from './nhl.ts';

const FILE = ['nhl', 'feed_live_2022020148_second_intermission.json.gz'] as const;

interface RawPlay {
  result: { eventTypeId: string; penaltyMinutes?: number; penaltySeverity?: string };
  about: { eventId: number; dateTime: string };
  players?: { player: { id: number; fullName: string }; playerType: string }[];
  team?: { id: number };
}
interface RawTeam {
  teamStats: { teamSkaterStats: Record<string, number> };
  players: Record<
    string,
    {
      person: { id: number; fullName: string };
      stats: { skaterStats?: Record<string, number>; goalieStats?: Record<string, number> };
    }
  >;
}
interface Raw {
  liveData: {
    plays: { allPlays: RawPlay[] };
    boxscore: { teams: { home: RawTeam; away: RawTeam } };
    linescore: { periods: { num: number; home: RawPeriod; away: RawPeriod }[] };
  };
}
interface RawPeriod {
  goals: number;
  shotsOnGoal: number;
}

const SKATER: Readonly<Record<string, string>> = {
  goals: 'goals',
  assists: 'assists',
  shots: 'shots',
  hits: 'hits',
  blocked: 'blocked',
  penaltyMinutes: 'pim',
  faceOffWins: 'faceoff_wins',
  faceoffTaken: 'faceoffs_taken',
  takeaways: 'takeaways',
  giveaways: 'giveaways',
  powerPlayGoals: 'pp_goals',
  powerPlayAssists: 'pp_assists',
  shortHandedGoals: 'sh_goals',
};
const GOALIE: Readonly<Record<string, string>> = { shots: 'shots_against', saves: 'saves' };
/** Cells of the box beside the 476. */
const MORE_SKATER = { shortHandedAssists: 'sh_assists' };
const MORE_GOALIE = { goals: 'goals', assists: 'assists', pim: 'pim' };
const TEAM: Readonly<Record<string, string>> = {
  goals: 'goals',
  pim: 'pim',
  shots: 'shots',
  hits: 'hits',
  blocked: 'blocked',
  takeaways: 'takeaways',
  giveaways: 'giveaways',
  powerPlayGoals: 'pp_goals',
};

interface Cell {
  readonly who: string;
  readonly name: string;
  readonly counter: string;
  readonly official: number;
}

describeReal('2022020148, of StatsAPI feed/live, stopped at the second intermission', () => {
  const document = realDocument(...FILE);
  const { liveData } = (document.content.kind === 'json' ? document.content.value : null) as Raw;
  const raw = liveData.plays.allPlays;
  const folded = fold(document);
  const lines = new Map([...linesById(folded)].map(([id, line]) => [id, finalLine(nhl, line)]));
  const counted = (who: string, counter: string) => lines.get(who)?.[counter] ?? Number.NaN;

  const players = [liveData.boxscore.teams.home, liveData.boxscore.teams.away].flatMap((team) =>
    Object.values(team.players),
  );
  function cells(skater: Readonly<Record<string, string>>, goalie: Readonly<Record<string, string>>): Cell[] {
    return players.flatMap(({ person, stats }) => {
      const [values, map] = stats.skaterStats
        ? [stats.skaterStats, skater]
        : [stats.goalieStats ?? {}, goalie];
      if (stats.skaterStats === undefined && stats.goalieStats === undefined) return [];
      return Object.entries(map).map(([field, counter]) => ({
        who: String(person.id),
        name: `${person.fullName} ${counter}`,
        counter,
        official: Number(values[field]),
      }));
    });
  }
  const shown = (cell: Cell, value: number) => `${cell.name}: box ${cell.official}, counted ${value}`;
  const wrong = (list: readonly Cell[]) =>
    list.flatMap((cell) => {
      const value = counted(cell.who, cell.counter);
      return value === cell.official ? [] : [shown(cell, value)];
    });

  test('charging whom the feed names, 474 of 476 cells are official; a bench minor is one of the two', () => {
    const named = new Map<string, number>();
    for (const { result, players: cast = [] } of raw) {
      const on = cast.find(({ playerType }) => playerType === 'PenaltyOn');
      if (on === undefined) continue;
      const id = String(on.player.id);
      named.set(id, (named.get(id) ?? 0) + (result.penaltyMinutes ?? 0));
    }
    const all = cells(SKATER, GOALIE);
    expect(all).toHaveLength(476);
    const off = all.flatMap((cell) => {
      const value = cell.counter === 'pim' ? (named.get(cell.who) ?? 0) : counted(cell.who, cell.counter);
      return value === cell.official ? [] : [shown(cell, value)];
    });
    expect(off.sort()).toEqual([
      'Brady Tkachuk pim: box 0, counted 2',
      'Dylan Gambrell pim: box 5, counted 7',
    ]);
  });

  test('by the rule for bench minors 475 are, and of all 540 cells that events can tell, 539', () => {
    const one = ['Dylan Gambrell pim: box 5, counted 7'];
    expect(wrong(cells(SKATER, GOALIE))).toEqual(one);
    const teams = (['home', 'away'] as const).flatMap((side) =>
      Object.entries(TEAM).map(([field, counter]) => ({
        who: side,
        name: `${side} ${counter}`,
        counter,
        official: Number(liveData.boxscore.teams[side].teamStats.teamSkaterStats[field]),
      })),
    );
    const all = [...cells({ ...SKATER, ...MORE_SKATER }, { ...GOALIE, ...MORE_GOALIE }), ...teams];
    expect(all).toHaveLength(540);
    expect(wrong(all)).toEqual(one);
  });

  test('the box contradicts itself there: its team total has the seven minutes and the bench minor', () => {
    const { away } = liveData.boxscore.teams;
    const own = Object.values(away.players).reduce(
      (sum, { stats }) => sum + Number(stats.skaterStats?.penaltyMinutes ?? stats.goalieStats?.pim ?? 0),
      0,
    );
    expect([own, away.teamStats.teamSkaterStats.pim]).toEqual([18, 22]);
    expect(counted('away', 'pim')).toBe(22);
    expect(folded.discrepancies).toEqual([
      expect.objectContaining({ kind: 'box', playerId: '8479580', counter: 'pim', stated: 5, counted: 7 }),
    ]);
    const notes = folded.plays.flatMap(({ play }) =>
      play.kind === 'penalty' && play.note !== null ? [[play.description, play.note]] : [],
    );
    expect(notes).toEqual([
      ['Dylan Gambrell Minor against Erik Cernak', 'the feed names no infraction for this penalty'],
      [
        'Too many men/ice served by Brady Tkachuk',
        'bench penalty: the team is charged, the player named only serves it',
      ],
    ]);
  });

  test('has goals and shots by period as the line score', () => {
    for (const { num, home, away } of liveData.linescore.periods) {
      for (const [side, period] of [
        ['home', home],
        ['away', away],
      ] as const) {
        const credits = folded.plays
          .filter(({ play }) => play.period === num)
          .flatMap(({ play }) => play.credits)
          .filter((credit) => credit.side === side);
        const count = (counter: string) => credits.filter((credit) => credit.counter === counter).length;
        expect([count('goals'), count('shots')], `${side} ${num}`).toEqual([
          period.goals,
          period.shotsOnGoal,
        ]);
      }
    }
  });

  test('is not over, and 38 players have taken part: 36 skaters from the opening, each goalie from his mark', () => {
    expect(folded.final).toBe(false);
    expect(folded.plays.at(-1)).toMatchObject({ home: 1, away: 2, elapsed: 240_000 });
    const took = folded.players.filter(({ player }) => counted(player.id, 'games') === 1);
    expect(took).toHaveLength(38);
    const first = took.map(({ rows }) => folded.plays[rows.positions[0] ?? -1]?.play.kind);
    expect(first.filter((kind) => kind === 'period_start')).toHaveLength(36);
  });

  test('has each event once, in the order of the array, at its second', () => {
    expect(folded.plays.map(({ play }) => play.id)).toEqual(raw.map(({ about }) => String(about.eventId)));
    for (const [position, { play }] of folded.plays.entries()) {
      const at = Date.parse(raw[position === 0 ? 1 : position]?.about.dateTime ?? '');
      expect(play.stamp).toMatchObject({ at, earliest: at, latest: at + 999, precision: 'second' });
    }
    const places = new Set(folded.plays.map(({ play }) => `${play.stamp.at} ${play.orderKey}`));
    expect(places.size).toBe(203);
    expect(folded.plays[0]?.play).toMatchObject({
      stamp: { method: 'interpolated' },
      note: 'the feed stamps it 2022-11-01T22:13:59Z, when the sheet was opened',
    });
  });

  test('says who, where and when', () => {
    expect(read(document)).toMatchObject({
      league: 'nhl',
      id: '2022020148',
      part: { season: '2022-23', type: 'regular' },
      date: '2022-11-01',
      scheduledAt: Date.UTC(2022, 10, 1, 23),
      feed: 'nhl_statsapi',
      version: { madeAt: Date.UTC(2022, 10, 2, 0, 55, 19) },
      home: { id: '14', tricode: 'TBL', city: 'Tampa Bay', name: 'Lightning' },
      away: { id: '9', tricode: 'OTT' },
      venue: { id: '5017', name: 'Amalie Arena', city: 'Tampa', zone: 'America/New_York' },
    });
    expect(read(document).officials).toHaveLength(4);
  });
});

describeReal('feed/live of baseball', () => {
  test('is not taken for hockey, nor are the NBA’s documents with ten-digit ids', () => {
    for (const path of [
      ['mlb', 'feed_live_715720.json.gz'],
      ['nba-live', 'playbyplay_0022000001.json'],
      ['nba-live', 'boxscore_0022000001.json'],
    ]) {
      const { content } = realDocument(...path);
      expect(NHL_FORMATS.map((format) => format.recognise(content))).toEqual([null, null]);
    }
  });
});
