CREATE SCHEMA "playclock";
--> statement-breakpoint
CREATE SCHEMA "demo";
--> statement-breakpoint
CREATE SCHEMA "gleague";
--> statement-breakpoint
CREATE SCHEMA "nba";
--> statement-breakpoint
CREATE SCHEMA "wnba";
--> statement-breakpoint
CREATE TYPE "playclock"."change" AS ENUM('inserted', 'deleted', 'edited', 'moved', 'replaced');--> statement-breakpoint
CREATE TYPE "playclock"."discrepancy_kind" AS ENUM('stated_total', 'scoreboard', 'box', 'sum', 'floor');--> statement-breakpoint
CREATE TYPE "playclock"."floor_source" AS ENUM('acted', 'box', 'carried');--> statement-breakpoint
CREATE TYPE "playclock"."method" AS ENUM('feed', 'minute_string', 'interpolated', 'scheduled');--> statement-breakpoint
CREATE TYPE "playclock"."outcome" AS ENUM('loaded', 'unchanged', 'rejected');--> statement-breakpoint
CREATE TYPE "playclock"."precision" AS ENUM('millisecond', 'second', 'minute', 'game', 'season');--> statement-breakpoint
CREATE TYPE "playclock"."season_type" AS ENUM('preseason', 'regular', 'play_in', 'playoffs');--> statement-breakpoint
CREATE TABLE "playclock"."ingest_files" (
	"ingest_id" integer NOT NULL,
	"source" text NOT NULL,
	"sha256" text NOT NULL,
	"format" text,
	"bytes" bigint NOT NULL,
	CONSTRAINT "ingest_files_ingest_id_source_pk" PRIMARY KEY("ingest_id","source")
);
--> statement-breakpoint
CREATE TABLE "playclock"."ingests" (
	"ingest_id" integer PRIMARY KEY NOT NULL,
	"league" text,
	"source" text NOT NULL,
	"format" text,
	"game_id" text,
	"outcome" "playclock"."outcome" NOT NULL,
	"place" text,
	"reason" text,
	"plays" integer DEFAULT 0 NOT NULL,
	"rows_written" integer DEFAULT 0 NOT NULL,
	"discrepancies" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	CONSTRAINT "ingests_reason" CHECK ("playclock"."ingests"."outcome" = 'loaded' or "playclock"."ingests"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "playclock"."routines" (
	"schema_name" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"installed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo"."corrections" (
	"basis" integer NOT NULL,
	"position" integer NOT NULL,
	"before_basis" integer NOT NULL,
	"game_key" integer NOT NULL,
	"play_id" text,
	"change" "playclock"."change" NOT NULL,
	"player_key" integer,
	"team_key" integer,
	"counter" text NOT NULL,
	"before" numeric NOT NULL,
	"after" numeric NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	CONSTRAINT "corrections_basis_position_pk" PRIMARY KEY("basis","position"),
	CONSTRAINT "corrections_entity" CHECK (num_nonnulls(player_key, team_key) = 1),
	CONSTRAINT "corrections_bases" CHECK (before_basis < basis),
	CONSTRAINT "corrections_play" CHECK ((play_id is null) = (change = 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "demo"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "demo"."game_details" (
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"game_date" date,
	"scheduled_at" timestamp (3) with time zone,
	"venue_key" integer,
	"home_key" integer,
	"away_key" integer,
	"home_tricode" text NOT NULL,
	"away_tricode" text NOT NULL,
	"feed" text,
	"first_play_at" timestamp (3) with time zone,
	"last_play_at" timestamp (3) with time zone,
	"is_final" boolean NOT NULL,
	"precision" "playclock"."precision",
	"made_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "game_details_plays" CHECK ((feed is null) = (first_play_at is null)),
	CONSTRAINT "game_details_order" CHECK (last_play_at >= first_play_at),
	CONSTRAINT "game_details_sides" CHECK (home_key <> away_key)
);
--> statement-breakpoint
CREATE TABLE "demo"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "demo"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "demo"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "demo"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "demo"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "demo"."period_starters" (
	"game_key" integer NOT NULL,
	"period" smallint NOT NULL,
	"player_key" integer NOT NULL,
	"side" text NOT NULL,
	"source" "playclock"."floor_source" NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "period_starters_side" CHECK (side in ('home', 'away'))
);
--> statement-breakpoint
CREATE TABLE "demo"."play_by_play" (
	"game_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"play_id" text NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"method" "playclock"."method" NOT NULL,
	"earliest" timestamp (3) with time zone NOT NULL,
	"latest" timestamp (3) with time zone NOT NULL,
	"period" smallint NOT NULL,
	"clock" integer NOT NULL,
	"elapsed" integer NOT NULL,
	"home_score" smallint NOT NULL,
	"away_score" smallint NOT NULL,
	"kind" text NOT NULL,
	"description" text,
	"team_key" integer,
	"player_key" integer,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	"feed" text NOT NULL,
	"raw" jsonb NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "play_by_play_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "play_by_play_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "demo"."player_details" (
	"player_key" integer NOT NULL,
	"name" text NOT NULL,
	"birth_date" date,
	"birth_precision" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_details_birth" CHECK ((birth_date is null) = (birth_precision is null)),
	CONSTRAINT "player_details_birth_precision" CHECK (birth_precision in ('day', 'month', 'year'))
);
--> statement-breakpoint
CREATE TABLE "demo"."player_season_totals" (
	"player_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "player_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "demo"."player_stats" (
	"player_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"team_key" integer NOT NULL,
	"starter" boolean NOT NULL,
	"position" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "demo"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "demo"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "demo"."reconciliations" (
	"game_key" integer NOT NULL,
	"kind" "playclock"."discrepancy_kind" NOT NULL,
	"side" text NOT NULL,
	"player_key" integer,
	"counter" text,
	"play_id" text,
	"stated" numeric,
	"counted" numeric,
	"note" text NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "demo"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "demo"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "demo"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "demo"."team_season_totals" (
	"team_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "team_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "demo"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "demo"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "demo"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "demo"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "demo"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
CREATE TABLE "gleague"."corrections" (
	"basis" integer NOT NULL,
	"position" integer NOT NULL,
	"before_basis" integer NOT NULL,
	"game_key" integer NOT NULL,
	"play_id" text,
	"change" "playclock"."change" NOT NULL,
	"player_key" integer,
	"team_key" integer,
	"counter" text NOT NULL,
	"before" numeric NOT NULL,
	"after" numeric NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	CONSTRAINT "corrections_basis_position_pk" PRIMARY KEY("basis","position"),
	CONSTRAINT "corrections_entity" CHECK (num_nonnulls(player_key, team_key) = 1),
	CONSTRAINT "corrections_bases" CHECK (before_basis < basis),
	CONSTRAINT "corrections_play" CHECK ((play_id is null) = (change = 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "gleague"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "gleague"."game_details" (
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"game_date" date,
	"scheduled_at" timestamp (3) with time zone,
	"venue_key" integer,
	"home_key" integer,
	"away_key" integer,
	"home_tricode" text NOT NULL,
	"away_tricode" text NOT NULL,
	"feed" text,
	"first_play_at" timestamp (3) with time zone,
	"last_play_at" timestamp (3) with time zone,
	"is_final" boolean NOT NULL,
	"precision" "playclock"."precision",
	"made_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "game_details_plays" CHECK ((feed is null) = (first_play_at is null)),
	CONSTRAINT "game_details_order" CHECK (last_play_at >= first_play_at),
	CONSTRAINT "game_details_sides" CHECK (home_key <> away_key)
);
--> statement-breakpoint
CREATE TABLE "gleague"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "gleague"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gleague"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "gleague"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gleague"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "gleague"."period_starters" (
	"game_key" integer NOT NULL,
	"period" smallint NOT NULL,
	"player_key" integer NOT NULL,
	"side" text NOT NULL,
	"source" "playclock"."floor_source" NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "period_starters_side" CHECK (side in ('home', 'away'))
);
--> statement-breakpoint
CREATE TABLE "gleague"."play_by_play" (
	"game_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"play_id" text NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"method" "playclock"."method" NOT NULL,
	"earliest" timestamp (3) with time zone NOT NULL,
	"latest" timestamp (3) with time zone NOT NULL,
	"period" smallint NOT NULL,
	"clock" integer NOT NULL,
	"elapsed" integer NOT NULL,
	"home_score" smallint NOT NULL,
	"away_score" smallint NOT NULL,
	"kind" text NOT NULL,
	"description" text,
	"team_key" integer,
	"player_key" integer,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	"feed" text NOT NULL,
	"raw" jsonb NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "play_by_play_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "play_by_play_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "gleague"."player_details" (
	"player_key" integer NOT NULL,
	"name" text NOT NULL,
	"birth_date" date,
	"birth_precision" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_details_birth" CHECK ((birth_date is null) = (birth_precision is null)),
	CONSTRAINT "player_details_birth_precision" CHECK (birth_precision in ('day', 'month', 'year'))
);
--> statement-breakpoint
CREATE TABLE "gleague"."player_season_totals" (
	"player_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "player_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "gleague"."player_stats" (
	"player_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"team_key" integer NOT NULL,
	"starter" boolean NOT NULL,
	"position" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "gleague"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gleague"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "gleague"."reconciliations" (
	"game_key" integer NOT NULL,
	"kind" "playclock"."discrepancy_kind" NOT NULL,
	"side" text NOT NULL,
	"player_key" integer,
	"counter" text,
	"play_id" text,
	"stated" numeric,
	"counted" numeric,
	"note" text NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "gleague"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "gleague"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "gleague"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "gleague"."team_season_totals" (
	"team_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "team_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "gleague"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "gleague"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gleague"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "gleague"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gleague"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
CREATE TABLE "nba"."corrections" (
	"basis" integer NOT NULL,
	"position" integer NOT NULL,
	"before_basis" integer NOT NULL,
	"game_key" integer NOT NULL,
	"play_id" text,
	"change" "playclock"."change" NOT NULL,
	"player_key" integer,
	"team_key" integer,
	"counter" text NOT NULL,
	"before" numeric NOT NULL,
	"after" numeric NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	CONSTRAINT "corrections_basis_position_pk" PRIMARY KEY("basis","position"),
	CONSTRAINT "corrections_entity" CHECK (num_nonnulls(player_key, team_key) = 1),
	CONSTRAINT "corrections_bases" CHECK (before_basis < basis),
	CONSTRAINT "corrections_play" CHECK ((play_id is null) = (change = 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "nba"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nba"."game_details" (
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"game_date" date,
	"scheduled_at" timestamp (3) with time zone,
	"venue_key" integer,
	"home_key" integer,
	"away_key" integer,
	"home_tricode" text NOT NULL,
	"away_tricode" text NOT NULL,
	"feed" text,
	"first_play_at" timestamp (3) with time zone,
	"last_play_at" timestamp (3) with time zone,
	"is_final" boolean NOT NULL,
	"precision" "playclock"."precision",
	"made_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "game_details_plays" CHECK ((feed is null) = (first_play_at is null)),
	CONSTRAINT "game_details_order" CHECK (last_play_at >= first_play_at),
	CONSTRAINT "game_details_sides" CHECK (home_key <> away_key)
);
--> statement-breakpoint
CREATE TABLE "nba"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "nba"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nba"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "nba"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nba"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "nba"."period_starters" (
	"game_key" integer NOT NULL,
	"period" smallint NOT NULL,
	"player_key" integer NOT NULL,
	"side" text NOT NULL,
	"source" "playclock"."floor_source" NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "period_starters_side" CHECK (side in ('home', 'away'))
);
--> statement-breakpoint
CREATE TABLE "nba"."play_by_play" (
	"game_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"play_id" text NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"method" "playclock"."method" NOT NULL,
	"earliest" timestamp (3) with time zone NOT NULL,
	"latest" timestamp (3) with time zone NOT NULL,
	"period" smallint NOT NULL,
	"clock" integer NOT NULL,
	"elapsed" integer NOT NULL,
	"home_score" smallint NOT NULL,
	"away_score" smallint NOT NULL,
	"kind" text NOT NULL,
	"description" text,
	"team_key" integer,
	"player_key" integer,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	"feed" text NOT NULL,
	"raw" jsonb NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "play_by_play_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "play_by_play_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nba"."player_details" (
	"player_key" integer NOT NULL,
	"name" text NOT NULL,
	"birth_date" date,
	"birth_precision" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_details_birth" CHECK ((birth_date is null) = (birth_precision is null)),
	CONSTRAINT "player_details_birth_precision" CHECK (birth_precision in ('day', 'month', 'year'))
);
--> statement-breakpoint
CREATE TABLE "nba"."player_season_totals" (
	"player_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "player_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nba"."player_stats" (
	"player_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"team_key" integer NOT NULL,
	"starter" boolean NOT NULL,
	"position" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nba"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nba"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "nba"."reconciliations" (
	"game_key" integer NOT NULL,
	"kind" "playclock"."discrepancy_kind" NOT NULL,
	"side" text NOT NULL,
	"player_key" integer,
	"counter" text,
	"play_id" text,
	"stated" numeric,
	"counted" numeric,
	"note" text NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "nba"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "nba"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nba"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "nba"."team_season_totals" (
	"team_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "team_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nba"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nba"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nba"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "nba"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nba"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
CREATE TABLE "wnba"."corrections" (
	"basis" integer NOT NULL,
	"position" integer NOT NULL,
	"before_basis" integer NOT NULL,
	"game_key" integer NOT NULL,
	"play_id" text,
	"change" "playclock"."change" NOT NULL,
	"player_key" integer,
	"team_key" integer,
	"counter" text NOT NULL,
	"before" numeric NOT NULL,
	"after" numeric NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	CONSTRAINT "corrections_basis_position_pk" PRIMARY KEY("basis","position"),
	CONSTRAINT "corrections_entity" CHECK (num_nonnulls(player_key, team_key) = 1),
	CONSTRAINT "corrections_bases" CHECK (before_basis < basis),
	CONSTRAINT "corrections_play" CHECK ((play_id is null) = (change = 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "wnba"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "wnba"."game_details" (
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"game_date" date,
	"scheduled_at" timestamp (3) with time zone,
	"venue_key" integer,
	"home_key" integer,
	"away_key" integer,
	"home_tricode" text NOT NULL,
	"away_tricode" text NOT NULL,
	"feed" text,
	"first_play_at" timestamp (3) with time zone,
	"last_play_at" timestamp (3) with time zone,
	"is_final" boolean NOT NULL,
	"precision" "playclock"."precision",
	"made_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "game_details_plays" CHECK ((feed is null) = (first_play_at is null)),
	CONSTRAINT "game_details_order" CHECK (last_play_at >= first_play_at),
	CONSTRAINT "game_details_sides" CHECK (home_key <> away_key)
);
--> statement-breakpoint
CREATE TABLE "wnba"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "wnba"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wnba"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "wnba"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wnba"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "wnba"."period_starters" (
	"game_key" integer NOT NULL,
	"period" smallint NOT NULL,
	"player_key" integer NOT NULL,
	"side" text NOT NULL,
	"source" "playclock"."floor_source" NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "period_starters_side" CHECK (side in ('home', 'away'))
);
--> statement-breakpoint
CREATE TABLE "wnba"."play_by_play" (
	"game_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"play_id" text NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"method" "playclock"."method" NOT NULL,
	"earliest" timestamp (3) with time zone NOT NULL,
	"latest" timestamp (3) with time zone NOT NULL,
	"period" smallint NOT NULL,
	"clock" integer NOT NULL,
	"elapsed" integer NOT NULL,
	"home_score" smallint NOT NULL,
	"away_score" smallint NOT NULL,
	"kind" text NOT NULL,
	"description" text,
	"team_key" integer,
	"player_key" integer,
	"edited_at" timestamp (3) with time zone,
	"note" text,
	"feed" text NOT NULL,
	"raw" jsonb NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "play_by_play_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "play_by_play_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "wnba"."player_details" (
	"player_key" integer NOT NULL,
	"name" text NOT NULL,
	"birth_date" date,
	"birth_precision" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_details_birth" CHECK ((birth_date is null) = (birth_precision is null)),
	CONSTRAINT "player_details_birth_precision" CHECK (birth_precision in ('day', 'month', 'year'))
);
--> statement-breakpoint
CREATE TABLE "wnba"."player_season_totals" (
	"player_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "player_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "wnba"."player_stats" (
	"player_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"team_key" integer NOT NULL,
	"starter" boolean NOT NULL,
	"position" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "wnba"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wnba"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "wnba"."reconciliations" (
	"game_key" integer NOT NULL,
	"kind" "playclock"."discrepancy_kind" NOT NULL,
	"side" text NOT NULL,
	"player_key" integer,
	"counter" text,
	"play_id" text,
	"stated" numeric,
	"counted" numeric,
	"note" text NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "wnba"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "wnba"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"elapsed" integer,
	"margin" smallint,
	"precision" "playclock"."precision" NOT NULL,
	"earliest" timestamp (3) with time zone,
	"latest" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "wnba"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "wnba"."team_season_totals" (
	"team_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"has_plays" boolean NOT NULL,
	"is_stated" boolean NOT NULL,
	"stated_from" timestamp (3) with time zone,
	"stated_at" timestamp (3) with time zone,
	"stated_team" text,
	"games_from_plays_before" integer NOT NULL,
	"games_from_plays_before_all" integer NOT NULL,
	"stated" bigint[],
	"career_before" bigint[] NOT NULL,
	"career_before_type" bigint[] NOT NULL,
	"season_before" bigint[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_season_totals_stated" CHECK (is_stated = (stated_at is not null) and is_stated = (stated_from is not null)),
	CONSTRAINT "team_season_totals_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "wnba"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"pts" smallint NOT NULL,
	"fgm" smallint NOT NULL,
	"fga" smallint NOT NULL,
	"fg3m" smallint NOT NULL,
	"fg3a" smallint NOT NULL,
	"ftm" smallint NOT NULL,
	"fta" smallint NOT NULL,
	"oreb" smallint NOT NULL,
	"dreb" smallint NOT NULL,
	"reb" smallint NOT NULL,
	"ast" smallint NOT NULL,
	"stl" smallint NOT NULL,
	"blk" smallint NOT NULL,
	"tov" smallint NOT NULL,
	"pf" smallint NOT NULL,
	"plus_minus" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "wnba"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wnba"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "wnba"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wnba"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
ALTER TABLE "playclock"."ingest_files" ADD CONSTRAINT "ingest_files_ingest_id_ingests_ingest_id_fk" FOREIGN KEY ("ingest_id") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "demo"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "demo"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "demo"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "demo"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "demo"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "demo"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "demo"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "demo"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "demo"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "demo"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "demo"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "demo"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "demo"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "demo"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "demo"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "gleague"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "gleague"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "gleague"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "gleague"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "gleague"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "gleague"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "gleague"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "gleague"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "gleague"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "gleague"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "gleague"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "gleague"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "gleague"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "gleague"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "gleague"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "nba"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "nba"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "wnba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "wnba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "wnba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "wnba"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "wnba"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "wnba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "wnba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "wnba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "wnba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "wnba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "wnba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "wnba"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "wnba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "wnba"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "wnba"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ingest_files_sha256" ON "playclock"."ingest_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "ingests_committed_at" ON "playclock"."ingests" USING btree ("committed_at","ingest_id");--> statement-breakpoint
CREATE INDEX "corrections_game" ON "demo"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "demo"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "demo"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "demo"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "demo"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "demo"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "demo"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "demo"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "demo"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "demo"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "demo"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "demo"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "demo"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "demo"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "demo"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "demo"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "demo"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "demo"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "demo"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "demo"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "demo"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "demo"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "demo"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "demo"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "demo"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "demo"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "demo"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "demo"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "demo"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "demo"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "demo"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "demo"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "demo"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "demo"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "demo"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "demo"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "demo"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "demo"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "demo"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "demo"."team_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "corrections_game" ON "gleague"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "gleague"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "gleague"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "gleague"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "gleague"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "gleague"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "gleague"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "gleague"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "gleague"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "gleague"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "gleague"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "gleague"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "gleague"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "gleague"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "gleague"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "gleague"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "gleague"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "gleague"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "gleague"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "gleague"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "gleague"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "gleague"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "gleague"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "gleague"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "gleague"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "gleague"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "gleague"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "gleague"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "gleague"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "gleague"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "gleague"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "gleague"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "gleague"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "gleague"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "gleague"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "gleague"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "gleague"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "gleague"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "gleague"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "gleague"."team_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "corrections_game" ON "nba"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "nba"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "nba"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "nba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "nba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "nba"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "nba"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "nba"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "nba"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "nba"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "nba"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "nba"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "nba"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "nba"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "nba"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "nba"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "nba"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "nba"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "nba"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "nba"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "nba"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "nba"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "nba"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "nba"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "nba"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "nba"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "nba"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "nba"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "nba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "nba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "nba"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "nba"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "nba"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "nba"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "nba"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "nba"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "nba"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "nba"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "nba"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "nba"."team_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "corrections_game" ON "wnba"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "wnba"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "wnba"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "wnba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "wnba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "wnba"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "wnba"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "wnba"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "wnba"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "wnba"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "wnba"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "wnba"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "wnba"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "wnba"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "wnba"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "wnba"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "wnba"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "wnba"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "wnba"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "wnba"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "wnba"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "wnba"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "wnba"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "wnba"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "wnba"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "wnba"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "wnba"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "wnba"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "wnba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "wnba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "wnba"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "wnba"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "wnba"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "wnba"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "wnba"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "wnba"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "wnba"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "wnba"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "wnba"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "wnba"."team_stats" USING btree ("game_key");