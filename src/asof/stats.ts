/** The answer to "what were his stats then?", for a player or a team: the body of the contract's first two routes. */
import { type SeasonType, seasonPart } from '../plays/game.ts';
import type { League } from '../sports/leagues.ts';
import { readBounds } from './bounds.ts';
import { combine, type Lines, SCOPES, type Scope } from './combine.ts';
import { type BehindTotals, type EntityRow, type Kind, readBehindTotals, readEntity } from './entity.ts';
import { describeGame, describePlay, readGameByKey } from './game-state.ts';
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
  const game =
    row.current_game_key === null ? null : await readGameByKey(db, league.code, row.current_game_key, fixed);
  const onTotals = row.season_order !== null && row.game_key === null;
  const behind = onTotals ? await readBehindTotals(db, league, kind, row.key, fixed, seasonType) : null;
  const lines = combine(league.sport, kind, row);
  const bounds = await readBounds(db, { league, kind, asOf: fixed, seasonType }, row, lines, game);
  const inGame = game !== null && row.game_key === game.game_key;
  const scopes = question.scope === 'all' ? SCOPES : [question.scope];
  const totals = {
    game:
      game === null
        ? null
        : {
            game_id: game.game_id,
            ...toStatLine(league.sport, inGame ? lines.game : zeroValues(league.sport)),
          },
    season: { ...seasonOf(row), ...toStatLine(league.sport, lines.season) },
    career: toStatLine(league.sport, lines.career),
  };
  const last = describePlay(behind ?? (onTotals ? NO_PLAY : row));
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
    coverage: coverageOf(row, lines, behind),
  };
}

const NO_PLAY = { game_id: null, wall_clock_time: null, precision: null, earliest: null, latest: null };

/** The season of the last counted play, and its type unless several types count together. */
function seasonOf(row: EntityRow) {
  if (row.season_order === null) return { season: null, season_type: null };
  const { season, type } = seasonPart(row.season_order);
  return { season, season_type: row.earlier === null ? type : 'all' };
}

/** How many of the games counted were loaded play by play, and how many are known by season totals alone. */
function coverageOf(row: EntityRow, lines: Lines, behind: BehindTotals | null) {
  const games = lines.career[0] ?? 0;
  const ofPart =
    row.stated === null
      ? (row.before?.[0] ?? 0) + (row.line?.[0] ?? 0)
      : behind?.season_order === row.season_order
        ? behind.games
        : 0;
  const fromPlays = (row.games_before ?? 0) + ofPart;
  return { games_from_plays: fromPlays, games_from_totals: games - fromPlays };
}

function describeLines(league: League, scopes: readonly Scope[], lines: Lines) {
  return Object.fromEntries(
    scopes.map((name) => [name, { counters: toCounters(league.sport, lines[name]) }]),
  );
}
