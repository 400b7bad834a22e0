/** The answer to "what were his stats then?", for a player or a team: the body of the contract's first two routes. */
import type { SeasonType } from '../plays/game.ts';
import type { League } from '../sports/leagues.ts';
import { type Lines, readBounds, SCOPES, type Scope } from './bounds.ts';
import { type EntityRow, type Kind, readEntity } from './entity.ts';
import { describeGame, describePlay, readGame } from './game-state.ts';
import { formatInstant } from './instant.ts';
import { toCounters, toStatLine, zeroValues } from './published.ts';
import type { AsOf, Db } from './query.ts';

export interface StatsQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  readonly asOf: AsOf;
  readonly scope: Scope | 'all';
  readonly seasonType: SeasonType | 'all';
}

/** The answer, or null for an id that was not known. */
export async function answerStats(db: Db, question: StatsQuestion) {
  const { league, kind, asOf, seasonType } = question;
  const row = await readEntity(db, league, kind, question.id, asOf, seasonType);
  if (row === null || row.name === null) return null;
  // What is read besides is read at the basis of the line, so that no ingest falls between.
  const fixed: AsOf = { ...asOf, basis: row.basis };
  const current =
    row.current_game_id === null ? null : await readGame(db, league.code, row.current_game_id, fixed);
  const game = current !== null && current.play_id !== null ? current : null;
  const lines = linesOf(league, row);
  const inGame = game !== null && row.game_key === game.game_key;
  const nothing = zeroValues(league.sport);
  const scopes = question.scope === 'all' ? SCOPES : [question.scope];
  const totals = {
    game:
      game === null
        ? null
        : { game_id: game.game_id, ...toStatLine(league.sport, inGame ? lines.game : nothing) },
    season: {
      season: row.season,
      season_type: row.has_earlier_parts === true ? 'all' : row.season_type,
      ...toStatLine(league.sport, lines.season),
    },
    career: toStatLine(league.sport, lines.career),
  };
  const bounds = await readBounds(db, { league, kind, asOf: fixed, seasonType }, row, lines, game);
  const last = lastPlay(row);
  const games = lines.career[0] ?? 0;
  const fromPlays = row.games_from_plays ?? 0;
  return {
    league: league.code,
    [kind]: {
      id: question.id,
      name: row.name,
      ...(kind === 'player' ? { birth_date: row.birth_date } : { tricode: row.tricode }),
    },
    as_of: formatInstant(asOf.at),
    boundary: asOf.boundary,
    basis: row.basis,
    totals: Object.fromEntries(scopes.map((scope) => [scope, totals[scope]])),
    bounds:
      bounds === null
        ? null
        : {
            min: describeLines(league, scopes, bounds.min),
            max: describeLines(league, scopes, bounds.max),
            plays_in_doubt: bounds.playsInDoubt,
          },
    game:
      game === null
        ? null
        : {
            ...describeGame(game, asOf).game,
            ...describeGame(game, asOf).state,
            on_floor: inGame && row.active === true,
          },
    last_play: last,
    staleness_ms: last === null ? null : asOf.at - Date.parse(last.wall_clock_time),
    coverage: { games_from_plays: fromPlays, games_from_totals: games - fromPlays },
  };
}

function linesOf(league: League, row: EntityRow): Lines {
  const nothing = zeroValues(league.sport);
  return {
    game: row.game_line ?? nothing,
    season: row.season_line ?? nothing,
    career: row.career_line ?? nothing,
  };
}

function lastPlay(row: EntityRow) {
  return row.game_id === null
    ? describePlay({
        game_id: row.last_game_id,
        wall_clock_time: row.last_time,
        precision: row.last_precision,
        earliest: row.last_earliest,
        latest: row.last_latest,
      })
    : describePlay(row);
}

function describeLines(league: League, scopes: readonly Scope[], lines: Lines) {
  return Object.fromEntries(
    scopes.map((name) => [name, { counters: toCounters(league.sport, lines[name]) }]),
  );
}
