/** Season figures of a real team and its players against sums over its games written out by hand. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { opponent, SIDES, type Side } from '../../src/plays/play.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { realV2Game, realV2Schedule } from '../setup/real-v2.ts';
import { type NaiveGame, NaiveModel } from './naive-model.ts';

/** Golden State, 2015-16. */
const TEAM = '1610612744';
const TRICODE = 'GSW';
const GAMES = 3;

describeReal('figures of a real season so far', () => {
  const league = leagueNamed('nba');
  let database: TestDatabase & { close(): Promise<void> };
  let ask: (path: string) => Promise<Reply>;
  let model: NaiveModel;

  beforeAll(async () => {
    const schedule = realV2Schedule();
    const ids = [...schedule.values()]
      .filter(({ home, away }) => [home.tricode, away.tricode].includes(TRICODE))
      .map(({ gameId }) => gameId)
      .slice(0, GAMES);
    model = new NaiveModel(
      league,
      ids.map((id) => realV2Game(id, schedule.get(id) ?? null).folded.game),
    );
    database = await cloneDatabase();
    ask = asking(database.pool);
    const files = ids.map((id) => realPath('nba-stats-v2', 'events', `${id}.csv.gz`));
    const reports = await loadAll(database.pool, realPath('nba-stats-v2', 'schedule.csv'), ...files);
    expect(reports.filter(({ outcome }) => outcome !== 'loaded')).toEqual([]);
  });
  afterAll(() => database.close());

  interface Line {
    readonly [counter: string]: number;
  }

  /** A line of a game by the instant; of a side, all its players added up. */
  function lineOf(
    entry: NaiveGame,
    at: number,
    who: { player: string } | { team: Side } | { players: Side },
  ): Line {
    const counts = (time: number) => time <= at;
    const sum = (kind: 'player' | 'team', id: string) => model.sumAt(entry, kind, id, counts);
    const lines =
      'player' in who
        ? [sum('player', who.player)]
        : 'team' in who
          ? [sum('team', entry.game[who.team].id)]
          : entry.game.players.filter(({ side }) => side === who.players).map(({ id }) => sum('player', id));
    return Object.fromEntries(
      league.sport.counters.map(({ name, perUnit = 1 }, position) => [
        name,
        lines.reduce((total, line) => total + (line[position] ?? 0), 0) / perUnit,
      ]),
    );
  }

  const total = (lines: readonly Line[], of: (line: Line) => number) =>
    lines.reduce((sum, line) => sum + of(line), 0);
  const rounded = (value: number, digits: number) =>
    Number.isFinite(value) ? Math.round(value * 10 ** digits) / 10 ** digits : null;

  /** Pace and ratings as they are written in the books. */
  function teamFigures(at: number) {
    const sides = model.games.flatMap((entry) => {
      const side = SIDES.find((each) => entry.game[each].id === TEAM) ?? 'home';
      return entry.first > at ? [] : [{ entry, side }];
    });
    const used = (other: boolean) =>
      sides.reduce((sum, { entry, side }) => {
        const of = other ? opponent(side) : side;
        const { fga = 0, fta = 0, tov = 0 } = lineOf(entry, at, { team: of });
        return sum + fga + 0.44 * fta + tov - (lineOf(entry, at, { players: of }).oreb ?? 0);
      }, 0);
    const possessions = (used(false) + used(true)) / 2;
    const own = sides.map(({ entry, side }) => lineOf(entry, at, { team: side }));
    const theirs = sides.map(({ entry, side }) => lineOf(entry, at, { team: opponent(side) }));
    const [scored, allowed] = [total(own, ({ pts = 0 }) => pts), total(theirs, ({ pts = 0 }) => pts)];
    const minutes = total(own, ({ seconds = 0 }) => seconds) / 60 / 5;
    return {
      possessions: rounded(possessions, 1),
      pace: rounded((possessions / minutes) * 48, 1),
      off_rtg: rounded((scored / possessions) * 100, 1),
      def_rtg: rounded((allowed / possessions) * 100, 1),
    };
  }

  /** Usage: his plays, by his team's while he was on, in the games he was in. */
  function usage(player: string, at: number): number | null {
    const games = model.games.flatMap((entry) => {
      const side = entry.game.players.find(({ id }) => id === player)?.side;
      const own = side === undefined ? null : lineOf(entry, at, { player });
      return side === undefined || own?.games !== 1 ? [] : [{ own, team: lineOf(entry, at, { team: side }) }];
    });
    const plays = (lines: readonly Line[]) =>
      total(lines, ({ fga = 0, fta = 0, tov = 0 }) => fga + 0.44 * fta + tov);
    const time = (lines: readonly Line[]) => total(lines, ({ seconds = 0 }) => seconds);
    const [own, team] = [games.map((game) => game.own), games.map((game) => game.team)];
    const value = (plays(own) * time(team)) / 5 / (time(own) * plays(team));
    return rounded(value, 3);
  }

  test('are the sums over the games, in the middle of each and at its end', async () => {
    for (const { first, last, game } of model.games) {
      for (const at of [first, Math.round((first + last) / 2), last]) {
        const shared = `derived=all&scope=season&as_of=${formatInstant(at)}`;
        const team = (await ask(`/v1/nba/teams/${TEAM}/stats?${shared}`)).body.totals.season;
        expect(team.derived, `${game.id} ${at}`).toMatchObject(teamFigures(at));
        const side = SIDES.find((each) => game[each].id === TEAM);
        const players = game.players.filter((player) => player.side === side);
        for (const { id, name } of players.slice(0, 3)) {
          const { body } = await ask(`/v1/nba/players/${id}/stats?${shared}`);
          expect(body.totals.season.derived.usg_pct, `${name} ${at}`).toBe(usage(id, at));
        }
      }
    }
  });
});

describeReal('figures of a real season of another sport', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let ask: (path: string) => Promise<Reply>;
  beforeAll(async () => {
    database = await cloneDatabase();
    ask = asking(database.pool);
    const two = ['2024_01_GB_PHI', '2024_02_ATL_PHI'].map((name) =>
      realPath('nfl', '2024', `${name}.json.gz`),
    );
    const reports = await loadAll(database.pool, ...two);
    expect(reports.filter(({ outcome }) => outcome !== 'loaded')).toEqual([]);
  });
  afterAll(() => database.close());

  test('are sums over its games: turnovers of both teams, shares of the targets', async () => {
    const { rows } = await database.pool.query<{ id: string; game: string }>(
      `select t.team_id as id, g.game_id as game from nfl.team_stats s join nfl.teams t using (team_key)
       join nfl.games g using (game_key) where (select count(*) from nfl.team_stats o where o.team_key = s.team_key) = 2`,
    );
    const [team = ''] = rows.map(({ id }) => id);
    const boxes: { own: Side; box: Record<Side, Box> }[] = [];
    for (const { game } of rows) {
      const { body } = await ask(`/v1/nfl/games/${game}`);
      boxes.push({ own: body.box.home.team.id === team ? 'home' : 'away', box: body.box });
    }
    expect(boxes).toHaveLength(2);
    const late = 'as_of=2024-12-31T00:00:00Z&derived=all&scope=season';
    const season = (await ask(`/v1/nfl/teams/${team}/stats?${late}`)).body.totals.season;
    const given = ({ team: { counters } }: Box) => (counters.pass_int ?? 0) + (counters.fumbles_lost ?? 0);
    const margin = boxes.reduce((sum, { own, box }) => sum + given(box[opponent(own)]) - given(box[own]), 0);
    expect(season.derived.turnover_margin).toBe(margin);
    let shares = 0;
    for (const { player } of boxes[0]?.box[boxes[0].own].players ?? []) {
      const lines = boxes.flatMap(({ own, box }) => {
        const line = box[own].players.find((one) => one.player.id === player.id);
        return line?.counters.games === 1 ? [{ line, team: box[own].team }] : [];
      });
      const of = (which: 'line' | 'team') =>
        lines.reduce((sum, pair) => sum + (pair[which].counters.targets ?? 0), 0);
      const { derived } = (await ask(`/v1/nfl/players/${player.id}/stats?${late}`)).body.totals.season;
      const share = of('team') === 0 ? null : Math.round((of('line') / of('team')) * 1000) / 1000;
      expect(derived.target_share, player.id).toBe(share);
      if (share !== null && share > 0) shares++;
    }
    expect(shares).toBeGreaterThan(3);
  });
});

interface Box {
  readonly team: { readonly counters: Readonly<Record<string, number>> };
  readonly players: readonly {
    readonly player: { readonly id: string };
    readonly counters: Readonly<Record<string, number>>;
  }[];
}
