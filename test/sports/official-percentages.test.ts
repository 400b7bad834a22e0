/** Derived figures of real games against those that the official boxes print. */
import { expect, test } from 'vitest';
import { leagueNamed } from '../../src/sports/leagues.ts';
import type { Sport } from '../../src/sports/sport.ts';
import { describeReal, realDocument } from '../setup/real-data.ts';

// biome-ignore lint/suspicious/noExplicitAny: boxes of two shapes, looked into cell by cell
function boxOf(...parts: string[]): any {
  const { content } = realDocument(...parts);
  if (content.kind !== 'json') throw new RangeError('not JSON');
  return content.value;
}

function derivedOf({ derived }: Sport, counters: Record<string, number>, name: string): number | null {
  return derived.find((each) => each.name === name)?.of(counters) ?? null;
}

/** The boxes print 0 where there was nothing to divide by. */
function compare(sport: Sport, counters: Record<string, number>, official: Record<string, number>): number {
  for (const [name, printed] of Object.entries(official)) {
    const ours = derivedOf(sport, counters, name) ?? 0;
    expect(Math.abs(ours - printed), `${name} of ${JSON.stringify(counters)}`).toBeLessThanOrEqual(0.0011);
  }
  return Object.keys(official).length;
}

describeReal('official percentages', () => {
  const { sport } = leagueNamed('nba');

  test('of 0021600270, players and teams', () => {
    const sets = boxOf('nba-stats-v2-json', 'boxscoretraditionalv2_0021600270.json').resultSets;
    let cells = 0;
    for (const { name, headers, rowSet } of sets) {
      if (name !== 'PlayerStats' && name !== 'TeamStats') continue;
      for (const row of rowSet) {
        const at = (column: string) => Number(row[headers.indexOf(column)] ?? 0);
        const counters = Object.fromEntries(
          ['FGM', 'FGA', 'FG3M', 'FG3A', 'FTM', 'FTA'].map((column) => [column.toLowerCase(), at(column)]),
        );
        const official = { fg_pct: at('FG_PCT'), fg3_pct: at('FG3_PCT'), ft_pct: at('FT_PCT') };
        cells += compare(sport, counters, official);
      }
    }
    expect(cells).toBe(63);
  });

  test('of 0022000001, effective and true shooting among them', () => {
    const { homeTeam, awayTeam } = boxOf('nba-live', 'boxscore_0022000001.json').game;
    let cells = 0;
    for (const team of [homeTeam, awayTeam]) {
      for (const { statistics } of [team, ...team.players]) {
        const counters = {
          pts: statistics.points,
          fgm: statistics.fieldGoalsMade,
          fga: statistics.fieldGoalsAttempted,
          fg3m: statistics.threePointersMade,
          fg3a: statistics.threePointersAttempted,
          ftm: statistics.freeThrowsMade,
          fta: statistics.freeThrowsAttempted,
        };
        cells += compare(sport, counters, {
          fg_pct: statistics.fieldGoalsPercentage,
          fg3_pct: statistics.threePointersPercentage,
          ft_pct: statistics.freeThrowsPercentage,
          ...(statistics.fieldGoalsEffectiveAdjusted === undefined
            ? {}
            : {
                efg_pct: statistics.fieldGoalsEffectiveAdjusted,
                ts_pct: statistics.trueShootingPercentage,
              }),
        });
      }
    }
    expect(cells).toBeGreaterThan(90);
  });

  test('of NHL 2022020148, faceoffs and saves', () => {
    const hockey = leagueNamed('nhl').sport;
    const { home, away } = boxOf('nhl', 'feed_live_2022020148_second_intermission.json.gz').liveData.boxscore
      .teams;
    let cells = 0;
    for (const { stats } of [home, away].flatMap(
      ({ players }) => Object.values(players) as { stats: never }[],
    )) {
      const { skaterStats, goalieStats } = stats as Record<string, Record<string, number> | undefined>;
      if (skaterStats?.faceoffTaken) {
        const counters = {
          faceoff_wins: skaterStats.faceOffWins ?? 0,
          faceoffs_taken: skaterStats.faceoffTaken,
        };
        const ours = derivedOf(hockey, counters, 'faceoff_pct') ?? 0;
        expect(Math.round(ours * 100)).toBe(Math.round(skaterStats.faceOffPct ?? 0));
        cells++;
      }
      if (goalieStats?.savePercentage !== undefined) {
        const counters = { saves: goalieStats.saves ?? 0, shots_against: goalieStats.shots ?? 0 };
        const ours = derivedOf(hockey, counters, 'save_pct') ?? 0;
        expect(ours * 100).toBeCloseTo(goalieStats.savePercentage, 0);
        cells++;
      }
    }
    expect(cells).toBeGreaterThan(8);
  });
});
