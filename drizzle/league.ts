/**
 * The factory of a league's schema. Tables read by player or team are keyed by it first, tables of plays by
 * the game first, so that either kind can be distributed one day; neither refers to the other.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Sport } from '../src/sports/sport.ts';
import { basis, bytes, unreferencedBasis } from './columns.ts';
import { entityTables } from './entity.ts';
import {
  change,
  discrepancyKind,
  documentFormat,
  floorSource,
  ingests,
  instant,
  method,
  precision,
  seasonType,
} from './ledger.ts';

/** All tables of one league. */
export function leagueTables(code: string, sport: Sport) {
  const schema = pgSchema(code);
  const key = (name: string) => integer(name).primaryKey().generatedAlwaysAsIdentity();

  const teams = schema.table('teams', {
    teamKey: key('team_key'),
    teamId: text('team_id').notNull().unique(),
  });
  const teamDetails = schema.table(
    'team_details',
    {
      teamKey: integer('team_key')
        .notNull()
        .references(() => teams.teamKey),
      tricode: text('tricode').notNull(),
      city: text('city'),
      name: text('name'),
      ...basis(),
    },
    (t) => [
      uniqueIndex(`team_details_open`).on(t.teamKey).where(sql`basis_to is null`),
      index('team_details_key').on(t.teamKey, t.basisFrom),
    ],
  );

  const players = schema.table('players', {
    playerKey: key('player_key'),
    playerId: text('player_id').notNull().unique(),
  });
  const playerDetails = schema.table(
    'player_details',
    {
      playerKey: integer('player_key')
        .notNull()
        .references(() => players.playerKey),
      name: text('name').notNull(),
      birthDate: date('birth_date', { mode: 'string' }),
      birthPrecision: text('birth_precision'),
      ...basis(),
    },
    (t) => [
      uniqueIndex('player_details_open').on(t.playerKey).where(sql`basis_to is null`),
      index('player_details_key').on(t.playerKey, t.basisFrom),
      index('player_details_name').using('gin', sql`name public.gin_trgm_ops`),
      check('player_details_birth', sql`(birth_date is null) = (birth_precision is null)`),
      check('player_details_birth_precision', sql`birth_precision in ('day', 'month', 'year')`),
    ],
  );

  const venues = schema.table('venues', {
    venueKey: key('venue_key'),
    venueId: text('venue_id').notNull().unique(),
    name: text('name').notNull(),
    city: text('city'),
    zone: text('zone'),
  });
  const officials = schema.table('officials', {
    officialKey: key('official_key'),
    officialId: text('official_id').notNull().unique(),
    name: text('name').notNull(),
  });

  const seasons = schema.table(
    'seasons',
    {
      seasonOrder: integer('season_order').primaryKey(),
      season: text('season').notNull(),
      seasonType: seasonType('season_type').notNull(),
      firstDay: date('first_day', { mode: 'string' }),
      lastDay: date('last_day', { mode: 'string' }),
    },
    (t) => [
      uniqueIndex('seasons_name').on(t.season, t.seasonType),
      check('seasons_days', sql`last_day >= first_day`),
    ],
  );

  const games = schema.table('games', {
    gameKey: key('game_key'),
    gameId: text('game_id').notNull().unique(),
  });
  const gameKey = () =>
    integer('game_key')
      .notNull()
      .references(() => games.gameKey);
  const gameDetails = schema.table(
    'game_details',
    {
      gameKey: gameKey(),
      seasonOrder: integer('season_order')
        .notNull()
        .references(() => seasons.seasonOrder),
      gameDate: date('game_date', { mode: 'string' }),
      scheduledAt: instant('scheduled_at'),
      venueKey: integer('venue_key').references(() => venues.venueKey),
      homeKey: integer('home_key').references(() => teams.teamKey),
      awayKey: integer('away_key').references(() => teams.teamKey),
      homeTricode: text('home_tricode').notNull(),
      awayTricode: text('away_tricode').notNull(),
      feed: text('feed'),
      firstPlayAt: instant('first_play_at'),
      lastPlayAt: instant('last_play_at'),
      isFinal: boolean('is_final').notNull(),
      precision: precision('precision'),
      madeAt: instant('made_at'),
      editedAt: instant('edited_at'),
      ...basis(),
    },
    (t) => [
      uniqueIndex('game_details_open').on(t.gameKey).where(sql`basis_to is null`),
      index('game_details_key').on(t.gameKey, t.basisFrom),
      index('game_details_first_play').on(t.firstPlayAt),
      index('game_details_date').on(t.gameDate),
      index('game_details_season').on(t.seasonOrder, t.firstPlayAt),
      // Says at every basis, at once, that a league holds none.
      index('game_details_inexact').on(t.gameKey).where(sql`precision <> 'millisecond'`),
      check('game_details_plays', sql`(feed is null) = (first_play_at is null)`),
      check('game_details_order', sql`last_play_at >= first_play_at`),
      check('game_details_sides', sql`home_key <> away_key`),
    ],
  );
  const gameOfficials = schema.table(
    'game_officials',
    {
      gameKey: gameKey(),
      officialKey: integer('official_key')
        .notNull()
        .references(() => officials.officialKey),
      ...basis(),
    },
    (t) => [
      uniqueIndex('game_officials_open').on(t.gameKey, t.officialKey).where(sql`basis_to is null`),
      index('game_officials_key').on(t.gameKey, t.basisFrom),
    ],
  );

  const playByPlay = schema.table(
    'play_by_play',
    {
      // Unreferenced: a foreign key costs a lookup a row, and the game's description has it.
      gameKey: integer('game_key').notNull(),
      wallClockTime: instant('wall_clock_time').notNull(),
      orderKey: integer('order_key').notNull(),
      playId: text('play_id').notNull(),
      precision: precision('precision').notNull(),
      method: method('method').notNull(),
      earliest: instant('earliest').notNull(),
      latest: instant('latest').notNull(),
      period: smallint('period').notNull(),
      clock: integer('clock').notNull(),
      elapsed: integer('elapsed').notNull(),
      homeScore: smallint('home_score').notNull(),
      awayScore: smallint('away_score').notNull(),
      kind: text('kind').notNull(),
      description: text('description'),
      teamKey: integer('team_key'),
      playerKey: integer('player_key'),
      editedAt: instant('edited_at'),
      note: text('note'),
      documentDigest: bigint('document_digest', { mode: 'bigint' }),
      ...unreferencedBasis(),
    },
    (t) => [
      uniqueIndex('play_by_play_identity').on(t.gameKey, t.playId).where(sql`basis_to is null`),
      index('play_by_play_open').on(t.gameKey, t.wallClockTime, t.orderKey).where(sql`basis_to is null`),
      index('play_by_play_closed')
        .on(t.gameKey, t.wallClockTime, t.orderKey, t.basisTo, t.basisFrom)
        .where(sql`basis_to is not null`),
      check('play_by_play_interval', sql`earliest <= wall_clock_time and wall_clock_time <= latest`),
      check('play_by_play_basis', sql`basis_to > basis_from`),
    ],
  );

  const playDocuments = schema.table(
    'play_documents',
    {
      gameKey: gameKey(),
      basis: integer('basis')
        .notNull()
        .references(() => ingests.ingestId),
      format: documentFormat('format').notNull(),
      documents: bytes('documents').notNull(),
    },
    (t) => [primaryKey({ columns: [t.gameKey, t.basis] })],
  );

  const periodStarters = schema.table(
    'period_starters',
    {
      gameKey: integer('game_key').notNull(),
      period: smallint('period').notNull(),
      playerKey: integer('player_key').notNull(),
      side: text('side').notNull(),
      source: floorSource('source').notNull(),
      ...unreferencedBasis(),
    },
    (t) => [
      uniqueIndex('period_starters_open').on(t.gameKey, t.period, t.playerKey).where(sql`basis_to is null`),
      check('period_starters_side', sql`side in ('home', 'away')`),
    ],
  );

  const reconciliations = schema.table(
    'reconciliations',
    {
      gameKey: gameKey(),
      kind: discrepancyKind('kind').notNull(),
      side: text('side').notNull(),
      playerKey: integer('player_key').references(() => players.playerKey),
      counter: text('counter'),
      playId: text('play_id'),
      stated: numeric('stated', { mode: 'number' }),
      counted: numeric('counted', { mode: 'number' }),
      note: text('note').notNull(),
      ...basis(),
    },
    (t) => [index('reconciliations_game').on(t.gameKey, t.basisFrom)],
  );

  const corrections = schema.table(
    'corrections',
    {
      basis: integer('basis')
        .notNull()
        .references(() => ingests.ingestId),
      position: integer('position').notNull(),
      beforeBasis: integer('before_basis')
        .notNull()
        .references(() => ingests.ingestId),
      gameKey: gameKey(),
      playId: text('play_id'),
      change: change('change').notNull(),
      playerKey: integer('player_key').references(() => players.playerKey),
      teamKey: integer('team_key').references(() => teams.teamKey),
      counter: text('counter').notNull(),
      before: numeric('before', { mode: 'number' }).notNull(),
      after: numeric('after', { mode: 'number' }).notNull(),
      editedAt: instant('edited_at'),
      note: text('note'),
    },
    (t) => [
      primaryKey({ columns: [t.basis, t.position] }),
      index('corrections_game').on(t.gameKey, t.basis),
      index('corrections_player').on(t.playerKey, t.basis).where(sql`player_key is not null`),
      index('corrections_team').on(t.teamKey, t.basis).where(sql`team_key is not null`),
      check('corrections_entity', sql`num_nonnulls(player_key, team_key) = 1`),
      check('corrections_bases', sql`before_basis < basis`),
      check('corrections_play', sql`(play_id is null) = (change = 'replaced')`),
    ],
  );

  const player = entityTables(schema, sport, {
    key: 'player_key',
    references: () => players.playerKey,
    cumulative: 'cumulative_stats',
    game: 'player_stats',
    season: 'player_season_totals',
    seasonKey: () => seasons.seasonOrder,
    ofPlayer: true,
  });
  const team = entityTables(schema, sport, {
    key: 'team_key',
    references: () => teams.teamKey,
    cumulative: 'team_cumulative_stats',
    game: 'team_stats',
    season: 'team_season_totals',
    seasonKey: () => seasons.seasonOrder,
    ofPlayer: false,
  });

  return {
    schema,
    teams,
    teamDetails,
    players,
    playerDetails,
    venues,
    officials,
    seasons,
    games,
    gameDetails,
    gameOfficials,
    playByPlay,
    playDocuments,
    periodStarters,
    reconciliations,
    corrections,
    cumulativeStats: player.cumulative,
    playerStats: player.game,
    playerSeasonTotals: player.season,
    teamCumulativeStats: team.cumulative,
    teamStats: team.game,
    teamSeasonTotals: team.season,
  };
}
