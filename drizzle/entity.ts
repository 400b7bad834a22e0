/**
 * The three levels of prefix sums, the same for players and teams.
 *
 * - cumulative: running counters within a game, as they stood after each play that changed them unforeseeably;
 * - game: the final line, and the season part to date before the game (`season_before`);
 * - season: official totals where `stated`, and what came before the season part: in the career (`career_before`),
 *   in the career in games of its type (`career_before_type`), in the season in earlier types (`season_before`).
 *
 * as-of = cumulative + season_before of the game + career_before of the season part.
 */
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  type PgSchema,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Sport } from '../src/sports/sport.ts';
import { basis, byteIntegers, gameCounters, totals, unreferencedBasis } from './columns.ts';
import { instant, precision } from './ledger.ts';

interface EntityNames {
  readonly key: string;
  readonly references: () => AnyPgColumn;
  readonly cumulative: string;
  readonly game: string;
  readonly season: string;
  readonly seasonKey: () => AnyPgColumn;
  /** A player's line in a game names his team and his part in it. */
  readonly ofPlayer: boolean;
}

export function entityTables(schema: PgSchema, sport: Sport, names: EntityNames) {
  const entity = () => integer(names.key).notNull().references(names.references);

  /**
   * A row is a run: consecutive running rows of one game, the arrays an element for each (counters: as many as there are).
   * The runs that a basis sees do not overlap. `elapsed` and `margin` are the game's running values at a running
   * row; null where the line does not accrue.
   */
  const cumulative = schema.table(
    names.cumulative,
    {
      // Unreferenced: a foreign key costs a lookup a row, and the game-level row of the same write has it.
      entityKey: integer(names.key).notNull(),
      wallClockTime: instant('wall_clock_time').notNull(),
      orderKey: integer('order_key').notNull(),
      gameKey: integer('game_key'),
      seasonOrder: integer('season_order').notNull(),
      precision: precision('precision').notNull(),
      instants: integer('instants').array().notNull(),
      orderKeys: integer('order_keys').array().notNull(),
      elapsed: integer('elapsed').array(),
      margin: smallint('margin').array(),
      earliest: instant('earliest').array(),
      latest: instant('latest').array(),
      counters1: byteIntegers('counters_1'),
      counters2: smallint('counters_2').array(),
      counters4: integer('counters_4').array(),
      ...unreferencedBasis(),
    },
    (t) => [
      uniqueIndex(`${names.cumulative}_open`)
        .on(t.entityKey, t.wallClockTime, t.orderKey)
        .where(sql`basis_to is null`),
      // With the bases in it, a run of another basis is passed over in the index: a game revised 200 times has
      // 200 closed runs to a stretch.
      index(`${names.cumulative}_closed`)
        .on(t.entityKey, t.wallClockTime, t.orderKey, t.basisTo, t.basisFrom)
        .where(sql`basis_to is not null`),
      check(`${names.cumulative}_accrual`, sql`(elapsed is null) = (margin is null)`),
      check(`${names.cumulative}_counters`, sql`(counters_1 is null) <> (counters_2 is null)`),
      check(`${names.cumulative}_basis`, sql`basis_to > basis_from`),
    ],
  );

  const game = schema.table(
    names.game,
    {
      entityKey: entity(),
      // Unreferenced: the same ingest makes game, season part and team where they are new, none is ever deleted, and the
      // lookups took the server more than half of writing a player's line.
      gameKey: integer('game_key').notNull(),
      seasonOrder: integer('season_order').notNull(),
      side: text('side').notNull(),
      ...(names.ofPlayer
        ? {
            teamKey: integer('team_key').notNull(),
            starter: boolean('starter'),
            position: text('position'),
          }
        : {}),
      startedAt: instant('started_at').notNull(),
      endedAt: instant('ended_at'),
      ...gameCounters(sport),
      seasonBefore: totals('season_before').notNull(),
      ...unreferencedBasis(),
    },
    (t) => [
      uniqueIndex(`${names.game}_open`).on(t.entityKey, t.gameKey).where(sql`basis_to is null`),
      index(`${names.game}_started`).on(t.entityKey, t.startedAt).where(sql`basis_to is null`),
      index(`${names.game}_season`).on(t.entityKey, t.seasonOrder, t.startedAt).where(sql`basis_to is null`),
      index(`${names.game}_closed`)
        .on(t.entityKey, t.gameKey, t.basisTo, t.basisFrom)
        .where(sql`basis_to is not null`),
      index(`${names.game}_started_closed`)
        .on(t.entityKey, t.startedAt, t.basisTo, t.basisFrom)
        .where(sql`basis_to is not null`),
      index(`${names.game}_game`).on(t.gameKey),
      check(`${names.game}_side`, sql`side in ('home', 'away')`),
      check(`${names.game}_basis`, sql`basis_to > basis_from`),
    ],
  );

  const season = schema.table(
    names.season,
    {
      entityKey: entity(),
      seasonOrder: integer('season_order').notNull().references(names.seasonKey),
      hasPlays: boolean('has_plays').notNull(),
      isStated: boolean('is_stated').notNull(),
      statedFrom: instant('stated_from'),
      statedAt: instant('stated_at'),
      statedTeam: text('stated_team'),
      gamesFromPlaysBefore: integer('games_from_plays_before').notNull(),
      gamesFromPlaysBeforeAll: integer('games_from_plays_before_all').notNull(),
      stated: totals('stated'),
      careerBefore: totals('career_before').notNull(),
      careerBeforeType: totals('career_before_type').notNull(),
      seasonBefore: totals('season_before'),
      ...basis(),
    },
    (t) => [
      uniqueIndex(`${names.season}_open`).on(t.entityKey, t.seasonOrder).where(sql`basis_to is null`),
      index(`${names.season}_closed`)
        .on(t.entityKey, t.seasonOrder, t.basisTo, t.basisFrom)
        .where(sql`basis_to is not null`),
      index(`${names.season}_part`).on(t.seasonOrder, t.statedAt),
      // Says at every basis, at once, that a league holds none.
      index(`${names.season}_is_stated`).on(t.entityKey).where(sql`is_stated`),
      check(
        `${names.season}_stated`,
        sql`is_stated = (stated_at is not null) and is_stated = (stated_from is not null)`,
      ),
      check(`${names.season}_basis`, sql`basis_to > basis_from`),
    ],
  );
  return { cumulative, game, season };
}
