import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Document, Role } from '../../src/feeds/feed.ts';
import { readLiveGame } from '../../src/feeds/nba-live/game.ts';
import { readStatsV2Game } from '../../src/feeds/stats-v2/game.ts';
import { type FoldedGame, foldGame } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { describeReal, realDocument, realPath } from '../setup/real-data.ts';
import { type Counters, finalLine, lineAt, linesById } from './reader.ts';

const nba = leagueNamed('nba');
const raw = (...parts: string[]) => JSON.parse(readFileSync(realPath(...parts), 'utf8'));

function fold(read: typeof readLiveGame, gameId: string, plays: Document, extra: [Role, Document][]) {
  const companions = extra.map(([role, document]) => ({ role, document }));
  return foldGame(read({ league: 'nba', gameId, plays, companions, schedule: null }), nba);
}

function finals(folded: FoldedGame): Map<string, Counters> {
  return new Map([...linesById(folded)].map(([id, line]) => [id, finalLine(nba, line)]));
}

describeReal('0022000001, of the live feed', () => {
  const folded = () =>
    fold(readLiveGame, '0022000001', realDocument('nba-live', 'playbyplay_0022000001.json'), [
      ['box', realDocument('nba-live', 'boxscore_0022000001.json')],
    ]);

  /** The cells of the box as its JSON has them; a team's rebounds and turnovers are those with the team's own. */
  function official(statistics: Record<string, number & string>, team: boolean): Record<string, number> {
    const { minutes, reboundsTeamOffensive, reboundsTeamDefensive, ...cells } = statistics;
    const [, whole, seconds] = /^PT(\d+)M([\d.]+)S$/.exec(String(minutes)) ?? [];
    const cell = (name: string) => Number(cells[name]);
    return {
      seconds: Number(whole) * 60 + Number(seconds),
      pts: cell('points'),
      fgm: cell('fieldGoalsMade'),
      fga: cell('fieldGoalsAttempted'),
      fg3m: cell('threePointersMade'),
      fg3a: cell('threePointersAttempted'),
      ftm: cell('freeThrowsMade'),
      fta: cell('freeThrowsAttempted'),
      oreb: cell('reboundsOffensive') + (team ? Number(reboundsTeamOffensive) : 0),
      dreb: cell('reboundsDefensive') + (team ? Number(reboundsTeamDefensive) : 0),
      reb: cell('reboundsTotal'),
      ast: cell('assists'),
      stl: cell('steals'),
      blk: cell('blocks'),
      tov: cell(team ? 'turnoversTotal' : 'turnovers'),
      pf: cell('foulsPersonal'),
    };
  }

  test('has every official cell of every player and both teams, seconds and plus/minus included', () => {
    const lines = finals(folded());
    const { game } = raw('nba-live', 'boxscore_0022000001.json');
    let cells = 0;
    for (const side of ['home', 'away'] as const) {
      const team = game[`${side}Team`];
      const other = game[side === 'home' ? 'awayTeam' : 'homeTeam'];
      const expected = {
        ...official(team.statistics, true),
        games: 1,
        plus_minus: team.score - other.score,
      };
      expect(lines.get(side), side).toEqual(expected);
      for (const player of team.players) {
        const played = player.played === '1';
        const line = {
          ...official(player.statistics, false),
          games: played ? 1 : 0,
          plus_minus: player.statistics.plusMinusPoints,
        };
        expect(lines.get(String(player.personId)), player.name).toEqual(line);
        cells += Object.keys(line).length;
      }
    }
    expect(cells).toBeGreaterThan(18 * 20);
  });

  test('is over, has five starters a side, and reconciles', () => {
    const { final, players, discrepancies } = folded();
    const { game } = raw('nba-live', 'boxscore_0022000001.json');
    expect(final).toBe(true);
    expect(discrepancies).toEqual([]);
    for (const side of ['home', 'away'] as const) {
      const ours = players.filter(({ player, starter }) => player.side === side && starter);
      const theirs = game[`${side}Team`].players.filter(
        (player: { starter: string }) => player.starter === '1',
      );
      expect(ours.map(({ player }) => Number(player.id)).sort()).toEqual(
        theirs.map((player: { personId: number }) => player.personId).sort(),
      );
      expect(ours).toHaveLength(5);
    }
  });
});

interface ResultSet {
  name: string;
  headers: string[];
  rowSet: (string | number | null)[][];
}

/** Rows of a named table of a stats.nba.com document. */
function table(file: string, name: string): Record<string, string | number | null>[] {
  const sets: ResultSet[] = raw('nba-stats-v2-json', file).resultSets;
  const set = sets.find((candidate) => candidate.name === name);
  return (set?.rowSet ?? []).map((row) =>
    Object.fromEntries((set?.headers ?? []).map((header, index) => [header, row[index] ?? null])),
  );
}

const v2 = (gameId: string, file: string, box: boolean) =>
  fold(readStatsV2Game, gameId, realDocument('nba-stats-v2-json', file), [
    ['summary', realDocument('nba-stats-v2-json', `boxscoresummaryv2_${gameId}.json`)],
    ...(box
      ? ([['box', realDocument('nba-stats-v2-json', `boxscoretraditionalv2_${gameId}.json`)]] as [
          Role,
          Document,
        ][])
      : []),
  ]);

describeReal('0021600270, of playbyplayv2, with overtime', () => {
  const folded = () => v2('0021600270', 'playbyplayv2_0021600270.json', true);
  const CELLS = ['PTS', 'FGM', 'FGA', 'FG3M', 'FG3A', 'FTM', 'FTA', 'AST', 'STL', 'BLK', 'PF', 'PLUS_MINUS'];
  const OWN = ['OREB', 'DREB', 'REB', 'TO'];
  const counterOf = (cell: string) => (cell === 'TO' ? 'tov' : cell.toLowerCase());
  const seconds = (minutes: unknown) => {
    const [whole, rest] = String(minutes).split(':').map(Number);
    return (whole ?? 0) * 60 + (rest ?? 0);
  };
  const BOX = 'boxscoretraditionalv2_0021600270.json';

  test('has every official cell of every player, minutes within one second', () => {
    const lines = finals(folded());
    const rows = table(BOX, 'PlayerStats');
    expect(rows.length).toBe(19);
    for (const row of rows) {
      const line = lines.get(String(row.PLAYER_ID));
      const name = String(row.PLAYER_NAME);
      expect(line?.games, name).toBe(row.MIN === null ? 0 : 1);
      for (const cell of [...CELLS, ...OWN]) {
        expect(line?.[counterOf(cell)], `${name} ${cell}`).toBe(row[cell] ?? 0);
      }
      const official = row.MIN === null ? 0 : seconds(row.MIN);
      expect(Math.abs((line?.seconds ?? 0) - official), `${name} minutes`).toBeLessThanOrEqual(1);
    }
  });

  test('has every official cell of both teams, their own rebounds and turnovers on top', () => {
    const game = folded();
    const lines = finals(game);
    for (const row of table(BOX, 'TeamStats')) {
      const side = String(row.TEAM_ID) === game.game.home.id ? 'home' : 'away';
      const line = lines.get(side);
      for (const cell of CELLS) expect(line?.[counterOf(cell)], `${side} ${cell}`).toBe(row[cell]);
      expect(line?.seconds).toBe(seconds(row.MIN));
      const players = game.players.filter(({ player }) => player.side === side);
      for (const cell of OWN) {
        const sum = players.reduce((all, each) => all + (finalLine(nba, each)[counterOf(cell)] ?? 0), 0);
        expect(sum, `${side} players' ${cell}`).toBe(row[cell]);
      }
      const other = table('boxscoresummaryv2_0021600270.json', 'OtherStats').find(
        ({ TEAM_ID }) => TEAM_ID === row.TEAM_ID,
      );
      expect(line?.tov).toBe(other?.TOTAL_TURNOVERS);
      expect(line?.reb).toBe((line?.oreb ?? 0) + (line?.dreb ?? 0));
      expect(line?.reb).toBeGreaterThan(Number(row.REB));
    }
  });

  test('knows the overtime starter of each side who leaves no trace by the box score', () => {
    const { floor, discrepancies } = folded();
    for (const side of ['home', 'away'] as const) {
      const overtime = floor.find((start) => start.period === 5 && start.side === side);
      const sources = overtime?.starters.map(({ source }) => source).sort();
      expect(sources, side).toEqual(['acted', 'acted', 'acted', 'acted', 'box']);
    }
    expect(discrepancies).toEqual([]);
  });

  test('without the box score says that the floor of the overtime is in doubt, and is the same in all else', () => {
    const without = v2('0021600270', 'playbyplayv2_0021600270.json', false);
    const overtime = without.floor.filter((start) => start.period === 5);
    const carried = overtime.flatMap(({ starters }) => starters.filter(({ source }) => source !== 'acted'));
    const short = without.discrepancies.filter(({ kind }) => kind === 'floor');
    expect(carried.every(({ source }) => source === 'carried')).toBe(true);
    expect(carried.length + short.length).toBe(2);
    const counted = (line: Counters | undefined) => ({ ...line, games: 0, seconds: 0, plus_minus: 0 });
    const complete = finals(folded());
    for (const [id, line] of finals(without)) expect(counted(line), id).toEqual(counted(complete.get(id)));
  });
});

describeReal('0021900001, as first published and as put in order', () => {
  const ordered = () => v2('0021900001', 'playbyplayv2_0021900001.json', false);
  const asPublished = () => v2('0021900001', 'playbyplayv2_0021900001_raw.json', false);

  test('is published in another order, three pairs of plays swapped', () => {
    const [a, b] = [ordered(), asPublished()].map(({ game }) => game.plays.map(({ id }) => id));
    expect(a?.filter((id, position) => id !== b?.[position])).toHaveLength(6);
    expect(a?.toSorted()).toEqual(b?.toSorted());
  });

  test('has the same final lines either way, seconds and plus/minus included', () => {
    expect(finals(asPublished())).toEqual(finals(ordered()));
    expect(ordered().discrepancies).toEqual([]);
    expect(asPublished().discrepancies).toEqual([]);
  });

  test('has the same box either way at every minute boundary', () => {
    const games = [ordered(), asPublished()] as const;
    const first = games[0].plays[0]?.play.stamp.earliest ?? 0;
    const last = games[0].plays.at(-1)?.play.stamp.latest ?? 0;
    let boundaries = 0;
    for (let minute = first; minute <= last + 1; minute += 60_000) {
      boundaries += 1;
      const [one, other] = games.map((folded) => {
        const position = folded.plays.findLastIndex(({ play }) => play.stamp.at < minute);
        const box = [...linesById(folded)].map(([id, line]) => [id, lineAt(folded, nba, line, position)]);
        const now = folded.plays[position];
        return { box, score: { home: now?.home, away: now?.away }, elapsed: now?.elapsed };
      });
      expect(one, new Date(minute).toISOString()).toEqual(other);
    }
    expect(boundaries).toBeGreaterThan(120);
  });
});
