/** The answer to "what were his stats then?", for a player or a team: the body of the contract's first two routes. */
import type pg from 'pg';
import { partOfOrder, type SeasonType } from '../plays/game.ts';
import { type League, seasonLabel } from '../sports/leagues.ts';
import { followsFloor } from '../sports/sport.ts';
import { bornOf } from './age.ts';
import { readBounds } from './bounds.ts';
import { combine, type Lines, SCOPES, type Scope, totalsCertain } from './combine.ts';
import { gameIdOf, headerOf, headOf, holdsDoubt, keyOf, maybeDoubt } from './directory.ts';
import { type BehindTotals, type EntityRow, type Kind, readBehindTotals, readEntity } from './entity.ts';
import { describeGame, describePlay, type GameRow, readLastPlay } from './game-state.ts';
import { type HeldLine, noteRead, readHeld } from './held.ts';
import { formatInstant } from './instant.ts';
import { toCounters, toStatLine, zeroValues } from './published.ts';
import type { AsOf } from './query.ts';
import { lastCounted } from './window.ts';

export interface StatsQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  readonly asOf: AsOf;
  readonly scope: Scope | 'all';
  readonly seasonType: SeasonType | 'all';
}

/** The answer, or null for an id that was not known. */
export async function answerStats(pool: pg.Pool, question: StatsQuestion) {
  const { league, kind, asOf, seasonType } = question;
  const key = await keyOf(pool, league, kind, question.id);
  if (key === null) return null;
  const held = seasonType === 'all' ? await readHeld(pool, league, kind, key, asOf) : null;
  const row = held?.row ?? (await readRow(pool, question, key));
  if (held === null && seasonType === 'all') await noteRead(pool, league, kind, key, asOf, row);
  // What is read besides is read at the basis of the line, so that no ingest falls between.
  const fixed: AsOf = { ...asOf, basis: row.basis };
  const head = await headOf(pool, league, kind, key, row.basis);
  if (head === null) return null;
  const game =
    row.current_game_key === null
      ? null
      : await readState(pool, league, row, row.current_game_key, fixed, held);
  const onTotals = row.season_order !== null && row.game_key === null;
  const behind = onTotals ? await readBehindTotals(pool, league, kind, key, fixed, seasonType) : null;
  const lines = combine(league.sport, kind, row, asOf);
  const bounds = await readBounds(pool, { league, kind, key, asOf: fixed, seasonType }, row, lines, game);
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
    season: { ...seasonOf(league, row), ...toStatLine(league.sport, lines.season) },
    career: toStatLine(league.sport, lines.career),
  };
  const played = row.game_key === null ? null : await gameIdOf(pool, league, row.game_key);
  const last = describePlay(behind ?? (played === null ? NO_PLAY : { ...row, game_id: played }));
  return {
    league: league.code,
    [kind]: {
      id: question.id,
      name: head.name,
      ...(kind === 'player' ? bornOf(head, asOf.at) : { tricode: head.tricode }),
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
            ...describeGame(league, game, asOf).game,
            ...describeGame(league, game, asOf).state,
            on_floor: followsFloor(league.sport) ? inGame && row.elapsed !== null : null,
          },
    last_play: last,
    staleness_ms: last === null ? null : asOf.at - Date.parse(last.wall_clock_time),
    coverage: coverageOf(row, lines, behind, asOf),
  };
}

/** Doubts are sought unless the league is known to hold none; what is known may be a basis behind. */
async function readRow(
  pool: pg.Pool,
  { league, kind, asOf, seasonType }: StatsQuestion,
  key: number,
): Promise<EntityRow> {
  if (asOf.basis !== null) {
    const doubts = (await holdsDoubt(pool, league, asOf.basis)) ? 'sought' : 'none';
    return readEntity(pool, league, kind, key, asOf, seasonType, doubts);
  }
  if (maybeDoubt(pool, league)) {
    const row = await readEntity(pool, league, kind, key, asOf, seasonType, 'sought');
    await holdsDoubt(pool, league, row.basis);
    return row;
  }
  const row = await readEntity(pool, league, kind, key, asOf, seasonType, 'none');
  if (!(await holdsDoubt(pool, league, row.basis))) return row;
  return readEntity(pool, league, kind, key, { ...asOf, basis: row.basis }, seasonType, 'sought');
}

/** A game's header from memory; its state from the line's own play while he is on the floor, else from the plays. */
async function readState(
  pool: pg.Pool,
  league: League,
  row: EntityRow,
  key: number,
  asOf: AsOf,
  held: HeldLine | null,
): Promise<GameRow | null> {
  const header = await headerOf(pool, league, key, row.basis);
  if (header === null) return null;
  if (held !== null) return { ...header, ...(await held.playsOf(key)).upTo(lastCounted(asOf)) };
  if (row.elapsed === null || row.game_key !== key) {
    return { ...header, ...(await readLastPlay(pool, league.code, key, asOf)) };
  }
  const { period, clock, home_score, away_score, wall_clock_time } = row;
  return { ...header, period, clock, home_score, away_score, wall_clock_time };
}

const NO_PLAY = { game_id: null, wall_clock_time: null, precision: null, earliest: null, latest: null };

/** The season of the last counted play, and its type unless several types count together. */
function seasonOf(league: League, row: EntityRow) {
  if (row.season_order === null) return { season: null, season_type: null };
  const { year, type } = partOfOrder(row.season_order);
  const season = seasonLabel(league, year);
  return { season, season_type: (row.earlier?.[0] ?? 0) > 0 ? 'all' : type };
}

/** How many of the games counted were loaded play by play, and how many are known by season totals alone. */
function coverageOf(row: EntityRow, lines: Lines, behind: BehindTotals | null, asOf: AsOf) {
  const games = lines.career[0] ?? 0;
  const ofPart = !totalsCertain(row, asOf)
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
