/** What the adapters state of themselves, held against what they make of real games. */
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { FeedCoverage } from '../src/feeds/coverage.ts';
import { COVERAGES } from '../src/feeds/coverages.ts';
import { FACTS_FORMATS } from '../src/feeds/facts/formats.ts';
import type { Format, GameBundle } from '../src/feeds/feed.ts';
import { formatNamed, recognise } from '../src/feeds/formats.ts';
import { creditsOf } from '../src/feeds/soccer/statsbomb-credits.ts';
import { type FoldedGame, foldGame } from '../src/fold/fold.ts';
import { createApp } from '../src/http/app.ts';
import { LEAGUES, leagueNamed } from '../src/sports/leagues.ts';
import { realNfl, seasonFiles } from './nfl/nfl-games.ts';
import { silent } from './setup/log.ts';
import { describeReal, realDocument } from './setup/real-data.ts';
import { statsBomb, statsPerform } from './soccer/matches.ts';

/** A game as `load` reads it: plays first, then what belongs to them. */
function game(...files: readonly (readonly string[])[]): FoldedGame {
  const documents = files.map((parts) => realDocument(...parts));
  const claims = documents.map(({ file, content }) => recognise(file, content));
  const [plays, claim] = [documents[0], claims[0]];
  const read: Format['readGame'] = claim && formatNamed(claim.format).readGame;
  if (plays === undefined || claim === undefined || read === undefined) throw new RangeError('no plays');
  const companions = documents.flatMap((document, position) => {
    const role = claims[position]?.role;
    return position === 0 || role === undefined ? [] : [{ role, document }];
  });
  const { league, gameId } = claim;
  const bundle: GameBundle = { league, gameId: gameId ?? '', plays, companions, schedule: null };
  return foldGame(read(bundle), leagueNamed(league));
}

const V2 = 'nba-stats-v2-json';

/** The real games of each feed with plays; of several, all. */
const GAMES: Readonly<Record<string, () => FoldedGame[]>> = {
  stats_v2: () => [
    game(
      [V2, 'playbyplayv2_0021600270.json'],
      [V2, 'boxscoretraditionalv2_0021600270.json'],
      [V2, 'boxscoresummaryv2_0021600270.json'],
    ),
  ],
  nba_live: () => [
    game(['nba-live', 'playbyplay_0022000001.json'], ['nba-live', 'boxscore_0022000001.json']),
  ],
  nfl_drives: () => seasonFiles().map((name) => realNfl('2024', name).folded),
  mlb_statsapi: () => [game(['mlb', 'feed_live_715720.json.gz'])],
  nhl_statsapi: () => [game(['nhl', 'feed_live_2022020148_second_intermission.json.gz'])],
  nhl_api_web: () => [game(['nhl', 'api-web_play-by-play_2024030413.json.gz'])],
  stats_perform: () => [statsPerform()],
  statsbomb: () => [statsBomb()],
};

/** Exact counters of which the feed's real games hold none, and no box says so: shown by the adapter's own rule. */
const UNSEEN: Readonly<Record<string, () => readonly string[]>> = {
  statsbomb: () => {
    const named = (name: string) => ({ id: 1, name });
    const event = { id: 'a', index: 1, period: 1, timestamp: '00:00:00.000' };
    const his = { ...event, player: named('A'), team: named('T') };
    const events = [
      { ...his, type: named('Own Goal Against') },
      { ...his, type: named('Bad Behaviour'), bad_behaviour: { card: named('Second Yellow') } },
    ];
    return events.flatMap((each) => creditsOf(each, 'home', () => null)).map(({ counter }) => counter);
  },
};

/** The one statement of a feed. */
function coverageOf(feed: string): FeedCoverage {
  const found = COVERAGES.find((each) => each.feed === feed);
  if (found === undefined) throw new RangeError(`nothing is stated of ${feed}`);
  return found;
}

/** Counters that were credited by a play, or that a line ends with. */
function counted(games: readonly FoldedGame[]): Set<string> {
  const found = new Set<string>();
  for (const { game: normal, plays, players, teams } of games) {
    for (const { play } of plays)
      for (const { counter, by } of play.credits) if (by !== 0) found.add(counter);
    const { sport } = leagueNamed(normal.league);
    for (const { final } of [...players, ...teams]) {
      sport.counters.forEach(({ name }, position) => {
        if (final[position]) found.add(name);
      });
    }
  }
  return found;
}

/** Who is on at the end of each period by the changes told, where the next period begins with others. */
function untoldChanges({ game: { plays }, floor }: FoldedGame): string[] {
  return floor.flatMap(({ period, side, starters }) => {
    const next = floor.find((each) => each.side === side && each.period === period + 1);
    if (next === undefined) return [];
    const on = new Set(starters.map(({ id }) => id));
    for (const play of plays.filter((each) => each.period === period)) {
      for (const change of play.changes.filter((each) => each.side === side)) {
        if (change.out !== null) on.delete(change.out);
        if (change.in !== null) on.add(change.in);
      }
    }
    const begins = next.starters.map(({ id }) => id).sort();
    return begins.join() === [...on].sort().join() ? [] : [`${side} before period ${next.period}`];
  });
}

describe('statements', () => {
  test('there is one of every feed', () => {
    expect(Object.keys(GAMES).sort()).toEqual(
      COVERAGES.map(({ feed }) => feed)
        .filter((feed) => feed !== 'facts')
        .sort(),
    );
    expect(new Set(COVERAGES.map(({ feed }) => feed)).size).toBe(COVERAGES.length);
  });

  test('every league is covered', () => {
    const covered = new Set(COVERAGES.flatMap(({ leagues }) => leagues));
    expect([...covered].sort()).toEqual(LEAGUES.map(({ code }) => code).sort());
  });

  test.each(COVERAGES)('$feed states every counter of its sport and no other', ({ leagues, counters }) => {
    for (const code of leagues) {
      const names = leagueNamed(code).sport.counters.map(({ name }) => name);
      expect(Object.keys(counters).sort()).toEqual(names.sort());
    }
  });

  test('gaps are of counters the feed has otherwise', () => {
    for (const { counters, gaps } of COVERAGES) {
      for (const name of gaps.flatMap((gap) => gap.counters)) {
        expect(counters[name]).toMatch(/^(exact|derived)$/);
      }
    }
  });
});

describeReal('what the adapters do', () => {
  describe.each(Object.keys(GAMES))('%s', (feed) => {
    const stated = coverageOf(feed);
    let read: FoldedGame[] | undefined;
    const games = () => {
      read ??= (GAMES[feed] ?? (() => []))();
      return read;
    };
    const plays = () => games().flatMap((folded) => folded.game.plays);

    test('is of that feed and those leagues', () => {
      expect(games().length).toBeGreaterThan(0);
      for (const { game: normal } of games()) {
        expect(normal.feed).toBe(feed);
        expect(stated.leagues).toContain(normal.league);
      }
    });

    test('has the stated precisions and methods, each somewhere and no other', () => {
      const precisions = new Set(plays().map(({ stamp }) => stamp.precision));
      const methods = new Set(plays().map(({ stamp }) => stamp.method));
      expect([...precisions].sort()).toEqual([...stated.clock.precision].sort());
      expect([...methods].sort()).toEqual([...stated.clock.method].sort());
    });

    test('has one play of an identity, and edit times where stated', () => {
      for (const { game: normal } of games()) {
        expect(new Set(normal.plays.map(({ id }) => id)).size).toBe(normal.plays.length);
      }
      expect(plays().some(({ editedAt }) => editedAt !== null)).toBe(stated.editTime);
    });

    test('has the official box that is stated', () => {
      for (const { box } of games().map((folded) => folded.game)) {
        const has = box === null ? 'none' : box.lines.length > 0 ? 'lines' : 'score';
        expect(has).toBe(stated.box);
      }
    });

    test('knows the floor as stated', () => {
      for (const folded of games()) {
        const known = folded.floor.some(({ starters }) => starters.length > 0);
        expect(known).toBe(stated.floor !== 'none');
        if (stated.floor === 'told') expect(untoldChanges(folded)).toEqual([]);
      }
    });

    test('counts what is stated, and exactly where it says so', () => {
      const found = counted(games());
      const boxed = new Set(
        games().flatMap(
          ({ game: { box } }) => box?.lines.flatMap((line) => Object.keys(line.counters)) ?? [],
        ),
      );
      const shown = new Set(UNSEEN[feed]?.() ?? []);
      const wrong = new Set(
        games().flatMap(({ discrepancies }) => discrepancies.map((each) => each.counter)),
      );
      for (const [name, coverage] of Object.entries(stated.counters)) {
        if (coverage === 'not_available') expect(found, name).not.toContain(name);
        if (coverage !== 'exact') continue;
        expect(wrong, name).not.toContain(name);
        expect(found.has(name) || boxed.has(name) || shown.has(name), `${name} is nowhere`).toBe(true);
      }
    });
  });

  test('stats_v2 does not tell who begins a period: its floor is inferred', () => {
    expect((GAMES.stats_v2?.() ?? []).flatMap(untoldChanges)).not.toEqual([]);
  });

  test.each([
    ['2003_01_NYJ_WAS.json.gz', 0],
    ['2011_13_DET_NO.json.gz', 1],
  ])('the gaps of the NFL are real: %s', (name, position) => {
    const gap = coverageOf('nfl_drives').gaps[position];
    const found = counted([realNfl('odd', name).folded]);
    expect(found).toContain('sacks');
    expect(gap?.counters.length).toBeGreaterThan(0);
    for (const counter of gap?.counters ?? []) expect(found).not.toContain(counter);
  });

  test('facts hold the counters stated exact, and no other', () => {
    const { counters } = coverageOf('facts');
    const [first] =
      FACTS_FORMATS.find(({ readSeasonTotals }) => readSeasonTotals)?.readSeasonTotals?.(
        realDocument('facts', 'nba_season_totals.csv'),
      ) ?? [];
    const exact = Object.keys(counters).filter((name) => counters[name] === 'exact');
    expect(Object.keys(first?.counters ?? {}).sort()).toEqual(exact.sort());
  });
});

describe('GET /v1/coverage', () => {
  // The route reads no database, so none is there.
  const ask = async (query: string) => {
    const app = createApp({ pool: new pg.Pool(), log: silent, keys: [] });
    const response = await app.request(`/v1/coverage${query}`);
    return { status: response.status, body: (await response.json()) as { coverage: { feed: string }[] } };
  };

  test('answers every statement, in snake case', async () => {
    const { status, body } = await ask('');
    expect(status).toBe(200);
    expect(body.coverage).toEqual(
      COVERAGES.map(({ editTime, ...rest }) => ({ ...rest, edit_time: editTime })),
    );
  });

  test('of one league', async () => {
    const { body } = await ask('?league=nhl');
    expect(body.coverage.map(({ feed }) => feed)).toEqual(['nhl_statsapi', 'nhl_api_web']);
  });

  test('refuses leagues and parameters there are not', async () => {
    expect((await ask('?league=cricket')).status).toBe(404);
    expect((await ask('?sport=soccer')).status).toBe(400);
  });
});
