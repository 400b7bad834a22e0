CREATE SCHEMA "mlb";
--> statement-breakpoint
CREATE SCHEMA "nfl";
--> statement-breakpoint
CREATE SCHEMA "nhl";
--> statement-breakpoint
CREATE SCHEMA "soccer";
--> statement-breakpoint
CREATE TABLE "mlb"."corrections" (
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
CREATE TABLE "mlb"."cumulative_stats" (
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
	"pa" smallint NOT NULL,
	"ab" smallint NOT NULL,
	"h" smallint NOT NULL,
	"doubles" smallint NOT NULL,
	"triples" smallint NOT NULL,
	"hr" smallint NOT NULL,
	"rbi" smallint NOT NULL,
	"r" smallint NOT NULL,
	"bb" smallint NOT NULL,
	"so" smallint NOT NULL,
	"hbp" smallint NOT NULL,
	"sb" smallint NOT NULL,
	"cs" smallint NOT NULL,
	"sh" smallint NOT NULL,
	"sf" smallint NOT NULL,
	"tb" smallint NOT NULL,
	"e" smallint NOT NULL,
	"p_bf" smallint NOT NULL,
	"p_ab" smallint NOT NULL,
	"p_h" smallint NOT NULL,
	"p_doubles" smallint NOT NULL,
	"p_triples" smallint NOT NULL,
	"p_hr" smallint NOT NULL,
	"p_bb" smallint NOT NULL,
	"p_so" smallint NOT NULL,
	"p_hbp" smallint NOT NULL,
	"p_r" smallint NOT NULL,
	"p_er" smallint NOT NULL,
	"p_outs" smallint NOT NULL,
	"p_pitches" smallint NOT NULL,
	"p_balls" smallint NOT NULL,
	"p_strikes" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "mlb"."game_details" (
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
CREATE TABLE "mlb"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "mlb"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mlb"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "mlb"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mlb"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "mlb"."period_starters" (
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
CREATE TABLE "mlb"."play_by_play" (
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
CREATE TABLE "mlb"."player_details" (
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
CREATE TABLE "mlb"."player_season_totals" (
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
CREATE TABLE "mlb"."player_stats" (
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
	"pa" smallint NOT NULL,
	"ab" smallint NOT NULL,
	"h" smallint NOT NULL,
	"doubles" smallint NOT NULL,
	"triples" smallint NOT NULL,
	"hr" smallint NOT NULL,
	"rbi" smallint NOT NULL,
	"r" smallint NOT NULL,
	"bb" smallint NOT NULL,
	"so" smallint NOT NULL,
	"hbp" smallint NOT NULL,
	"sb" smallint NOT NULL,
	"cs" smallint NOT NULL,
	"sh" smallint NOT NULL,
	"sf" smallint NOT NULL,
	"tb" smallint NOT NULL,
	"e" smallint NOT NULL,
	"p_bf" smallint NOT NULL,
	"p_ab" smallint NOT NULL,
	"p_h" smallint NOT NULL,
	"p_doubles" smallint NOT NULL,
	"p_triples" smallint NOT NULL,
	"p_hr" smallint NOT NULL,
	"p_bb" smallint NOT NULL,
	"p_so" smallint NOT NULL,
	"p_hbp" smallint NOT NULL,
	"p_r" smallint NOT NULL,
	"p_er" smallint NOT NULL,
	"p_outs" smallint NOT NULL,
	"p_pitches" smallint NOT NULL,
	"p_balls" smallint NOT NULL,
	"p_strikes" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "mlb"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mlb"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "mlb"."reconciliations" (
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
CREATE TABLE "mlb"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "mlb"."team_cumulative_stats" (
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
	"pa" smallint NOT NULL,
	"ab" smallint NOT NULL,
	"h" smallint NOT NULL,
	"doubles" smallint NOT NULL,
	"triples" smallint NOT NULL,
	"hr" smallint NOT NULL,
	"rbi" smallint NOT NULL,
	"r" smallint NOT NULL,
	"bb" smallint NOT NULL,
	"so" smallint NOT NULL,
	"hbp" smallint NOT NULL,
	"sb" smallint NOT NULL,
	"cs" smallint NOT NULL,
	"sh" smallint NOT NULL,
	"sf" smallint NOT NULL,
	"tb" smallint NOT NULL,
	"e" smallint NOT NULL,
	"p_bf" smallint NOT NULL,
	"p_ab" smallint NOT NULL,
	"p_h" smallint NOT NULL,
	"p_doubles" smallint NOT NULL,
	"p_triples" smallint NOT NULL,
	"p_hr" smallint NOT NULL,
	"p_bb" smallint NOT NULL,
	"p_so" smallint NOT NULL,
	"p_hbp" smallint NOT NULL,
	"p_r" smallint NOT NULL,
	"p_er" smallint NOT NULL,
	"p_outs" smallint NOT NULL,
	"p_pitches" smallint NOT NULL,
	"p_balls" smallint NOT NULL,
	"p_strikes" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "mlb"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "mlb"."team_season_totals" (
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
CREATE TABLE "mlb"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"pa" smallint NOT NULL,
	"ab" smallint NOT NULL,
	"h" smallint NOT NULL,
	"doubles" smallint NOT NULL,
	"triples" smallint NOT NULL,
	"hr" smallint NOT NULL,
	"rbi" smallint NOT NULL,
	"r" smallint NOT NULL,
	"bb" smallint NOT NULL,
	"so" smallint NOT NULL,
	"hbp" smallint NOT NULL,
	"sb" smallint NOT NULL,
	"cs" smallint NOT NULL,
	"sh" smallint NOT NULL,
	"sf" smallint NOT NULL,
	"tb" smallint NOT NULL,
	"e" smallint NOT NULL,
	"p_bf" smallint NOT NULL,
	"p_ab" smallint NOT NULL,
	"p_h" smallint NOT NULL,
	"p_doubles" smallint NOT NULL,
	"p_triples" smallint NOT NULL,
	"p_hr" smallint NOT NULL,
	"p_bb" smallint NOT NULL,
	"p_so" smallint NOT NULL,
	"p_hbp" smallint NOT NULL,
	"p_r" smallint NOT NULL,
	"p_er" smallint NOT NULL,
	"p_outs" smallint NOT NULL,
	"p_pitches" smallint NOT NULL,
	"p_balls" smallint NOT NULL,
	"p_strikes" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "mlb"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mlb"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "mlb"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mlb"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
CREATE TABLE "nfl"."corrections" (
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
CREATE TABLE "nfl"."cumulative_stats" (
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
	"pts" smallint NOT NULL,
	"pass_att" smallint NOT NULL,
	"pass_cmp" smallint NOT NULL,
	"pass_yds" smallint NOT NULL,
	"pass_td" smallint NOT NULL,
	"pass_int" smallint NOT NULL,
	"sacked" smallint NOT NULL,
	"sack_yds_lost" smallint NOT NULL,
	"air_yds" smallint NOT NULL,
	"rush_att" smallint NOT NULL,
	"rush_yds" smallint NOT NULL,
	"rush_td" smallint NOT NULL,
	"targets" smallint NOT NULL,
	"rec" smallint NOT NULL,
	"rec_yds" smallint NOT NULL,
	"yac" smallint NOT NULL,
	"rec_td" smallint NOT NULL,
	"fumbles" smallint NOT NULL,
	"fumbles_lost" smallint NOT NULL,
	"tackles_solo" smallint NOT NULL,
	"tackles_helped" smallint NOT NULL,
	"tackle_assists" smallint NOT NULL,
	"tackles_for_loss" smallint NOT NULL,
	"half_sacks" smallint NOT NULL,
	"qb_hits" smallint NOT NULL,
	"passes_defended" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"int_yds" smallint NOT NULL,
	"forced_fumbles" smallint NOT NULL,
	"fumble_rec_own" smallint NOT NULL,
	"fumble_rec_opp" smallint NOT NULL,
	"fumble_ret_yds" smallint NOT NULL,
	"kicks_blocked" smallint NOT NULL,
	"safeties" smallint NOT NULL,
	"fg_att" smallint NOT NULL,
	"fg_made" smallint NOT NULL,
	"xp_att" smallint NOT NULL,
	"xp_made" smallint NOT NULL,
	"punts" smallint NOT NULL,
	"punt_yds" smallint NOT NULL,
	"punts_in20" smallint NOT NULL,
	"punts_blocked" smallint NOT NULL,
	"kickoffs" smallint NOT NULL,
	"kick_ret" smallint NOT NULL,
	"kick_ret_yds" smallint NOT NULL,
	"punt_ret" smallint NOT NULL,
	"punt_ret_yds" smallint NOT NULL,
	"fair_catches" smallint NOT NULL,
	"ret_td" smallint NOT NULL,
	"two_pt_att" smallint NOT NULL,
	"two_pt" smallint NOT NULL,
	"two_pt_pass" smallint NOT NULL,
	"penalties" smallint NOT NULL,
	"penalty_yds" smallint NOT NULL,
	"first_downs" smallint NOT NULL,
	"third_att" smallint NOT NULL,
	"third_made" smallint NOT NULL,
	"fourth_att" smallint NOT NULL,
	"fourth_made" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nfl"."game_details" (
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
CREATE TABLE "nfl"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "nfl"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nfl"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "nfl"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nfl"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "nfl"."period_starters" (
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
CREATE TABLE "nfl"."play_by_play" (
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
CREATE TABLE "nfl"."player_details" (
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
CREATE TABLE "nfl"."player_season_totals" (
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
CREATE TABLE "nfl"."player_stats" (
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
	"pts" smallint NOT NULL,
	"pass_att" smallint NOT NULL,
	"pass_cmp" smallint NOT NULL,
	"pass_yds" smallint NOT NULL,
	"pass_td" smallint NOT NULL,
	"pass_int" smallint NOT NULL,
	"sacked" smallint NOT NULL,
	"sack_yds_lost" smallint NOT NULL,
	"air_yds" smallint NOT NULL,
	"rush_att" smallint NOT NULL,
	"rush_yds" smallint NOT NULL,
	"rush_td" smallint NOT NULL,
	"targets" smallint NOT NULL,
	"rec" smallint NOT NULL,
	"rec_yds" smallint NOT NULL,
	"yac" smallint NOT NULL,
	"rec_td" smallint NOT NULL,
	"fumbles" smallint NOT NULL,
	"fumbles_lost" smallint NOT NULL,
	"tackles_solo" smallint NOT NULL,
	"tackles_helped" smallint NOT NULL,
	"tackle_assists" smallint NOT NULL,
	"tackles_for_loss" smallint NOT NULL,
	"half_sacks" smallint NOT NULL,
	"qb_hits" smallint NOT NULL,
	"passes_defended" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"int_yds" smallint NOT NULL,
	"forced_fumbles" smallint NOT NULL,
	"fumble_rec_own" smallint NOT NULL,
	"fumble_rec_opp" smallint NOT NULL,
	"fumble_ret_yds" smallint NOT NULL,
	"kicks_blocked" smallint NOT NULL,
	"safeties" smallint NOT NULL,
	"fg_att" smallint NOT NULL,
	"fg_made" smallint NOT NULL,
	"xp_att" smallint NOT NULL,
	"xp_made" smallint NOT NULL,
	"punts" smallint NOT NULL,
	"punt_yds" smallint NOT NULL,
	"punts_in20" smallint NOT NULL,
	"punts_blocked" smallint NOT NULL,
	"kickoffs" smallint NOT NULL,
	"kick_ret" smallint NOT NULL,
	"kick_ret_yds" smallint NOT NULL,
	"punt_ret" smallint NOT NULL,
	"punt_ret_yds" smallint NOT NULL,
	"fair_catches" smallint NOT NULL,
	"ret_td" smallint NOT NULL,
	"two_pt_att" smallint NOT NULL,
	"two_pt" smallint NOT NULL,
	"two_pt_pass" smallint NOT NULL,
	"penalties" smallint NOT NULL,
	"penalty_yds" smallint NOT NULL,
	"first_downs" smallint NOT NULL,
	"third_att" smallint NOT NULL,
	"third_made" smallint NOT NULL,
	"fourth_att" smallint NOT NULL,
	"fourth_made" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nfl"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nfl"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "nfl"."reconciliations" (
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
CREATE TABLE "nfl"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "nfl"."team_cumulative_stats" (
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
	"pts" smallint NOT NULL,
	"pass_att" smallint NOT NULL,
	"pass_cmp" smallint NOT NULL,
	"pass_yds" smallint NOT NULL,
	"pass_td" smallint NOT NULL,
	"pass_int" smallint NOT NULL,
	"sacked" smallint NOT NULL,
	"sack_yds_lost" smallint NOT NULL,
	"air_yds" smallint NOT NULL,
	"rush_att" smallint NOT NULL,
	"rush_yds" smallint NOT NULL,
	"rush_td" smallint NOT NULL,
	"targets" smallint NOT NULL,
	"rec" smallint NOT NULL,
	"rec_yds" smallint NOT NULL,
	"yac" smallint NOT NULL,
	"rec_td" smallint NOT NULL,
	"fumbles" smallint NOT NULL,
	"fumbles_lost" smallint NOT NULL,
	"tackles_solo" smallint NOT NULL,
	"tackles_helped" smallint NOT NULL,
	"tackle_assists" smallint NOT NULL,
	"tackles_for_loss" smallint NOT NULL,
	"half_sacks" smallint NOT NULL,
	"qb_hits" smallint NOT NULL,
	"passes_defended" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"int_yds" smallint NOT NULL,
	"forced_fumbles" smallint NOT NULL,
	"fumble_rec_own" smallint NOT NULL,
	"fumble_rec_opp" smallint NOT NULL,
	"fumble_ret_yds" smallint NOT NULL,
	"kicks_blocked" smallint NOT NULL,
	"safeties" smallint NOT NULL,
	"fg_att" smallint NOT NULL,
	"fg_made" smallint NOT NULL,
	"xp_att" smallint NOT NULL,
	"xp_made" smallint NOT NULL,
	"punts" smallint NOT NULL,
	"punt_yds" smallint NOT NULL,
	"punts_in20" smallint NOT NULL,
	"punts_blocked" smallint NOT NULL,
	"kickoffs" smallint NOT NULL,
	"kick_ret" smallint NOT NULL,
	"kick_ret_yds" smallint NOT NULL,
	"punt_ret" smallint NOT NULL,
	"punt_ret_yds" smallint NOT NULL,
	"fair_catches" smallint NOT NULL,
	"ret_td" smallint NOT NULL,
	"two_pt_att" smallint NOT NULL,
	"two_pt" smallint NOT NULL,
	"two_pt_pass" smallint NOT NULL,
	"penalties" smallint NOT NULL,
	"penalty_yds" smallint NOT NULL,
	"first_downs" smallint NOT NULL,
	"third_att" smallint NOT NULL,
	"third_made" smallint NOT NULL,
	"fourth_att" smallint NOT NULL,
	"fourth_made" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nfl"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "nfl"."team_season_totals" (
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
CREATE TABLE "nfl"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"pts" smallint NOT NULL,
	"pass_att" smallint NOT NULL,
	"pass_cmp" smallint NOT NULL,
	"pass_yds" smallint NOT NULL,
	"pass_td" smallint NOT NULL,
	"pass_int" smallint NOT NULL,
	"sacked" smallint NOT NULL,
	"sack_yds_lost" smallint NOT NULL,
	"air_yds" smallint NOT NULL,
	"rush_att" smallint NOT NULL,
	"rush_yds" smallint NOT NULL,
	"rush_td" smallint NOT NULL,
	"targets" smallint NOT NULL,
	"rec" smallint NOT NULL,
	"rec_yds" smallint NOT NULL,
	"yac" smallint NOT NULL,
	"rec_td" smallint NOT NULL,
	"fumbles" smallint NOT NULL,
	"fumbles_lost" smallint NOT NULL,
	"tackles_solo" smallint NOT NULL,
	"tackles_helped" smallint NOT NULL,
	"tackle_assists" smallint NOT NULL,
	"tackles_for_loss" smallint NOT NULL,
	"half_sacks" smallint NOT NULL,
	"qb_hits" smallint NOT NULL,
	"passes_defended" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"int_yds" smallint NOT NULL,
	"forced_fumbles" smallint NOT NULL,
	"fumble_rec_own" smallint NOT NULL,
	"fumble_rec_opp" smallint NOT NULL,
	"fumble_ret_yds" smallint NOT NULL,
	"kicks_blocked" smallint NOT NULL,
	"safeties" smallint NOT NULL,
	"fg_att" smallint NOT NULL,
	"fg_made" smallint NOT NULL,
	"xp_att" smallint NOT NULL,
	"xp_made" smallint NOT NULL,
	"punts" smallint NOT NULL,
	"punt_yds" smallint NOT NULL,
	"punts_in20" smallint NOT NULL,
	"punts_blocked" smallint NOT NULL,
	"kickoffs" smallint NOT NULL,
	"kick_ret" smallint NOT NULL,
	"kick_ret_yds" smallint NOT NULL,
	"punt_ret" smallint NOT NULL,
	"punt_ret_yds" smallint NOT NULL,
	"fair_catches" smallint NOT NULL,
	"ret_td" smallint NOT NULL,
	"two_pt_att" smallint NOT NULL,
	"two_pt" smallint NOT NULL,
	"two_pt_pass" smallint NOT NULL,
	"penalties" smallint NOT NULL,
	"penalty_yds" smallint NOT NULL,
	"first_downs" smallint NOT NULL,
	"third_att" smallint NOT NULL,
	"third_made" smallint NOT NULL,
	"fourth_att" smallint NOT NULL,
	"fourth_made" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nfl"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nfl"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "nfl"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nfl"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
CREATE TABLE "nhl"."corrections" (
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
CREATE TABLE "nhl"."cumulative_stats" (
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
	"goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shot_attempts" smallint NOT NULL,
	"hits" smallint NOT NULL,
	"blocked" smallint NOT NULL,
	"pim" smallint NOT NULL,
	"faceoff_wins" smallint NOT NULL,
	"faceoffs_taken" smallint NOT NULL,
	"giveaways" smallint NOT NULL,
	"takeaways" smallint NOT NULL,
	"pp_goals" smallint NOT NULL,
	"pp_assists" smallint NOT NULL,
	"sh_goals" smallint NOT NULL,
	"sh_assists" smallint NOT NULL,
	"shots_against" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"goals_against" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nhl"."game_details" (
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
CREATE TABLE "nhl"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "nhl"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nhl"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "nhl"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nhl"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "nhl"."period_starters" (
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
CREATE TABLE "nhl"."play_by_play" (
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
CREATE TABLE "nhl"."player_details" (
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
CREATE TABLE "nhl"."player_season_totals" (
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
CREATE TABLE "nhl"."player_stats" (
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
	"goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shot_attempts" smallint NOT NULL,
	"hits" smallint NOT NULL,
	"blocked" smallint NOT NULL,
	"pim" smallint NOT NULL,
	"faceoff_wins" smallint NOT NULL,
	"faceoffs_taken" smallint NOT NULL,
	"giveaways" smallint NOT NULL,
	"takeaways" smallint NOT NULL,
	"pp_goals" smallint NOT NULL,
	"pp_assists" smallint NOT NULL,
	"sh_goals" smallint NOT NULL,
	"sh_assists" smallint NOT NULL,
	"shots_against" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"goals_against" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nhl"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nhl"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "nhl"."reconciliations" (
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
CREATE TABLE "nhl"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "nhl"."team_cumulative_stats" (
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
	"goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shot_attempts" smallint NOT NULL,
	"hits" smallint NOT NULL,
	"blocked" smallint NOT NULL,
	"pim" smallint NOT NULL,
	"faceoff_wins" smallint NOT NULL,
	"faceoffs_taken" smallint NOT NULL,
	"giveaways" smallint NOT NULL,
	"takeaways" smallint NOT NULL,
	"pp_goals" smallint NOT NULL,
	"pp_assists" smallint NOT NULL,
	"sh_goals" smallint NOT NULL,
	"sh_assists" smallint NOT NULL,
	"shots_against" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"goals_against" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nhl"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "nhl"."team_season_totals" (
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
CREATE TABLE "nhl"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shot_attempts" smallint NOT NULL,
	"hits" smallint NOT NULL,
	"blocked" smallint NOT NULL,
	"pim" smallint NOT NULL,
	"faceoff_wins" smallint NOT NULL,
	"faceoffs_taken" smallint NOT NULL,
	"giveaways" smallint NOT NULL,
	"takeaways" smallint NOT NULL,
	"pp_goals" smallint NOT NULL,
	"pp_assists" smallint NOT NULL,
	"sh_goals" smallint NOT NULL,
	"sh_assists" smallint NOT NULL,
	"shots_against" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"goals_against" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "nhl"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nhl"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "nhl"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nhl"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
CREATE TABLE "soccer"."corrections" (
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
CREATE TABLE "soccer"."cumulative_stats" (
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
	"goals" smallint NOT NULL,
	"own_goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shots_on_target" smallint NOT NULL,
	"passes" smallint NOT NULL,
	"passes_completed" smallint NOT NULL,
	"key_passes" smallint NOT NULL,
	"crosses" smallint NOT NULL,
	"corners" smallint NOT NULL,
	"tackles" smallint NOT NULL,
	"tackles_won" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"clearances" smallint NOT NULL,
	"fouls" smallint NOT NULL,
	"fouls_won" smallint NOT NULL,
	"offsides" smallint NOT NULL,
	"yellow_cards" smallint NOT NULL,
	"second_yellows" smallint NOT NULL,
	"red_cards" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "soccer"."game_details" (
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
CREATE TABLE "soccer"."game_officials" (
	"game_key" integer NOT NULL,
	"official_key" integer NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "soccer"."games" (
	"game_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "soccer"."games_game_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"game_id" text NOT NULL,
	CONSTRAINT "games_game_id_unique" UNIQUE("game_id")
);
--> statement-breakpoint
CREATE TABLE "soccer"."officials" (
	"official_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "soccer"."officials_official_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"official_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "officials_official_id_unique" UNIQUE("official_id")
);
--> statement-breakpoint
CREATE TABLE "soccer"."period_starters" (
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
CREATE TABLE "soccer"."play_by_play" (
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
CREATE TABLE "soccer"."player_details" (
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
CREATE TABLE "soccer"."player_season_totals" (
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
CREATE TABLE "soccer"."player_stats" (
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
	"goals" smallint NOT NULL,
	"own_goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shots_on_target" smallint NOT NULL,
	"passes" smallint NOT NULL,
	"passes_completed" smallint NOT NULL,
	"key_passes" smallint NOT NULL,
	"crosses" smallint NOT NULL,
	"corners" smallint NOT NULL,
	"tackles" smallint NOT NULL,
	"tackles_won" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"clearances" smallint NOT NULL,
	"fouls" smallint NOT NULL,
	"fouls_won" smallint NOT NULL,
	"offsides" smallint NOT NULL,
	"yellow_cards" smallint NOT NULL,
	"second_yellows" smallint NOT NULL,
	"red_cards" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "player_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "player_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "soccer"."players" (
	"player_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "soccer"."players_player_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"player_id" text NOT NULL,
	CONSTRAINT "players_player_id_unique" UNIQUE("player_id")
);
--> statement-breakpoint
CREATE TABLE "soccer"."reconciliations" (
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
CREATE TABLE "soccer"."seasons" (
	"season_order" integer PRIMARY KEY NOT NULL,
	"season" text NOT NULL,
	"season_type" "playclock"."season_type" NOT NULL,
	"first_day" date,
	"last_day" date,
	CONSTRAINT "seasons_days" CHECK (last_day >= first_day)
);
--> statement-breakpoint
CREATE TABLE "soccer"."team_cumulative_stats" (
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
	"goals" smallint NOT NULL,
	"own_goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shots_on_target" smallint NOT NULL,
	"passes" smallint NOT NULL,
	"passes_completed" smallint NOT NULL,
	"key_passes" smallint NOT NULL,
	"crosses" smallint NOT NULL,
	"corners" smallint NOT NULL,
	"tackles" smallint NOT NULL,
	"tackles_won" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"clearances" smallint NOT NULL,
	"fouls" smallint NOT NULL,
	"fouls_won" smallint NOT NULL,
	"offsides" smallint NOT NULL,
	"yellow_cards" smallint NOT NULL,
	"second_yellows" smallint NOT NULL,
	"red_cards" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_interval" CHECK (earliest <= wall_clock_time and wall_clock_time <= latest),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "soccer"."team_details" (
	"team_key" integer NOT NULL,
	"tricode" text NOT NULL,
	"city" text,
	"name" text,
	"basis_from" integer NOT NULL,
	"basis_to" integer
);
--> statement-breakpoint
CREATE TABLE "soccer"."team_season_totals" (
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
CREATE TABLE "soccer"."team_stats" (
	"team_key" integer NOT NULL,
	"game_key" integer NOT NULL,
	"season_order" integer NOT NULL,
	"side" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"games" smallint NOT NULL,
	"centiseconds" integer NOT NULL,
	"goals" smallint NOT NULL,
	"own_goals" smallint NOT NULL,
	"assists" smallint NOT NULL,
	"shots" smallint NOT NULL,
	"shots_on_target" smallint NOT NULL,
	"passes" smallint NOT NULL,
	"passes_completed" smallint NOT NULL,
	"key_passes" smallint NOT NULL,
	"crosses" smallint NOT NULL,
	"corners" smallint NOT NULL,
	"tackles" smallint NOT NULL,
	"tackles_won" smallint NOT NULL,
	"interceptions" smallint NOT NULL,
	"clearances" smallint NOT NULL,
	"fouls" smallint NOT NULL,
	"fouls_won" smallint NOT NULL,
	"offsides" smallint NOT NULL,
	"yellow_cards" smallint NOT NULL,
	"second_yellows" smallint NOT NULL,
	"red_cards" smallint NOT NULL,
	"saves" smallint NOT NULL,
	"season_before" bigint[] NOT NULL,
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_stats_side" CHECK (side in ('home', 'away')),
	CONSTRAINT "team_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
CREATE TABLE "soccer"."teams" (
	"team_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "soccer"."teams_team_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	CONSTRAINT "teams_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "soccer"."venues" (
	"venue_key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "soccer"."venues_venue_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"zone" text,
	CONSTRAINT "venues_venue_id_unique" UNIQUE("venue_id")
);
--> statement-breakpoint
ALTER TABLE "mlb"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "mlb"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "mlb"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "mlb"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "mlb"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "mlb"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "mlb"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "mlb"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "mlb"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "mlb"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "mlb"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "mlb"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "mlb"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "mlb"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "mlb"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "mlb"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nfl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nfl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nfl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "nfl"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "nfl"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nfl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nfl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nfl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nfl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nfl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nfl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nfl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nfl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nfl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nfl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nhl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nhl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nhl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "nhl"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "nhl"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nhl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nhl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nhl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nhl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nhl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nhl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "nhl"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nhl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "nhl"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "nhl"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."corrections" ADD CONSTRAINT "corrections_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."corrections" ADD CONSTRAINT "corrections_before_basis_ingests_ingest_id_fk" FOREIGN KEY ("before_basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."corrections" ADD CONSTRAINT "corrections_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."corrections" ADD CONSTRAINT "corrections_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "soccer"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."corrections" ADD CONSTRAINT "corrections_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."cumulative_stats" ADD CONSTRAINT "cumulative_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "soccer"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_details" ADD CONSTRAINT "game_details_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_details" ADD CONSTRAINT "game_details_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "soccer"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_details" ADD CONSTRAINT "game_details_venue_key_venues_venue_key_fk" FOREIGN KEY ("venue_key") REFERENCES "soccer"."venues"("venue_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_details" ADD CONSTRAINT "game_details_home_key_teams_team_key_fk" FOREIGN KEY ("home_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_details" ADD CONSTRAINT "game_details_away_key_teams_team_key_fk" FOREIGN KEY ("away_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_details" ADD CONSTRAINT "game_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_details" ADD CONSTRAINT "game_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_officials" ADD CONSTRAINT "game_officials_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_officials" ADD CONSTRAINT "game_officials_official_key_officials_official_key_fk" FOREIGN KEY ("official_key") REFERENCES "soccer"."officials"("official_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_officials" ADD CONSTRAINT "game_officials_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."game_officials" ADD CONSTRAINT "game_officials_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."period_starters" ADD CONSTRAINT "period_starters_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."period_starters" ADD CONSTRAINT "period_starters_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "soccer"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."play_by_play" ADD CONSTRAINT "play_by_play_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_details" ADD CONSTRAINT "player_details_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "soccer"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_details" ADD CONSTRAINT "player_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_details" ADD CONSTRAINT "player_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_season_totals" ADD CONSTRAINT "player_season_totals_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "soccer"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_season_totals" ADD CONSTRAINT "player_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "soccer"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_season_totals" ADD CONSTRAINT "player_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" ADD CONSTRAINT "player_stats_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "soccer"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" ADD CONSTRAINT "player_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" ADD CONSTRAINT "player_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "soccer"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" ADD CONSTRAINT "player_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."reconciliations" ADD CONSTRAINT "reconciliations_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."reconciliations" ADD CONSTRAINT "reconciliations_player_key_players_player_key_fk" FOREIGN KEY ("player_key") REFERENCES "soccer"."players"("player_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."reconciliations" ADD CONSTRAINT "reconciliations_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."reconciliations" ADD CONSTRAINT "reconciliations_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_cumulative_stats" ADD CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_details" ADD CONSTRAINT "team_details_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_details" ADD CONSTRAINT "team_details_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_details" ADD CONSTRAINT "team_details_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_season_totals" ADD CONSTRAINT "team_season_totals_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_season_totals" ADD CONSTRAINT "team_season_totals_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "soccer"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_from_ingests_ingest_id_fk" FOREIGN KEY ("basis_from") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_season_totals" ADD CONSTRAINT "team_season_totals_basis_to_ingests_ingest_id_fk" FOREIGN KEY ("basis_to") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_stats" ADD CONSTRAINT "team_stats_team_key_teams_team_key_fk" FOREIGN KEY ("team_key") REFERENCES "soccer"."teams"("team_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_stats" ADD CONSTRAINT "team_stats_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."team_stats" ADD CONSTRAINT "team_stats_season_order_seasons_season_order_fk" FOREIGN KEY ("season_order") REFERENCES "soccer"."seasons"("season_order") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_game" ON "mlb"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "mlb"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "mlb"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "mlb"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "mlb"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "mlb"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "mlb"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "mlb"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "mlb"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "mlb"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "mlb"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "mlb"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "mlb"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "mlb"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "mlb"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "mlb"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "mlb"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "mlb"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "mlb"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "mlb"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "mlb"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "mlb"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "mlb"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "mlb"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "mlb"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "mlb"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "mlb"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "mlb"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "mlb"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "mlb"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "mlb"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "mlb"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "mlb"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "mlb"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "mlb"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "mlb"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "mlb"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "mlb"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "mlb"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "mlb"."team_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "corrections_game" ON "nfl"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "nfl"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "nfl"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "nfl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "nfl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "nfl"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "nfl"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "nfl"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "nfl"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "nfl"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "nfl"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "nfl"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "nfl"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "nfl"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "nfl"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "nfl"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "nfl"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "nfl"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "nfl"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "nfl"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "nfl"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "nfl"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "nfl"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "nfl"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "nfl"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "nfl"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "nfl"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "nfl"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "nfl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "nfl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "nfl"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "nfl"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "nfl"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "nfl"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "nfl"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "nfl"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "nfl"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "nfl"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "nfl"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "nfl"."team_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "corrections_game" ON "nhl"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "nhl"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "nhl"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "nhl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "nhl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "nhl"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "nhl"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "nhl"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "nhl"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "nhl"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "nhl"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "nhl"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "nhl"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "nhl"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "nhl"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "nhl"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "nhl"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "nhl"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "nhl"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "nhl"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "nhl"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "nhl"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "nhl"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "nhl"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "nhl"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "nhl"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "nhl"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "nhl"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "nhl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "nhl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "nhl"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "nhl"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "nhl"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "nhl"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "nhl"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "nhl"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "nhl"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "nhl"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "nhl"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "nhl"."team_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "corrections_game" ON "soccer"."corrections" USING btree ("game_key","basis");--> statement-breakpoint
CREATE INDEX "corrections_player" ON "soccer"."corrections" USING btree ("player_key","basis") WHERE player_key is not null;--> statement-breakpoint
CREATE INDEX "corrections_team" ON "soccer"."corrections" USING btree ("team_key","basis") WHERE team_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "soccer"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "soccer"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "game_details_open" ON "soccer"."game_details" USING btree ("game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_details_key" ON "soccer"."game_details" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE INDEX "game_details_first_play" ON "soccer"."game_details" USING btree ("first_play_at");--> statement-breakpoint
CREATE INDEX "game_details_date" ON "soccer"."game_details" USING btree ("game_date");--> statement-breakpoint
CREATE UNIQUE INDEX "game_officials_open" ON "soccer"."game_officials" USING btree ("game_key","official_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "game_officials_key" ON "soccer"."game_officials" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "period_starters_open" ON "soccer"."period_starters" USING btree ("game_key","period","player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "play_by_play_identity" ON "soccer"."play_by_play" USING btree ("game_key","play_id") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_open" ON "soccer"."play_by_play" USING btree ("game_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "play_by_play_closed" ON "soccer"."play_by_play" USING btree ("game_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_details_open" ON "soccer"."player_details" USING btree ("player_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_details_key" ON "soccer"."player_details" USING btree ("player_key","basis_from");--> statement-breakpoint
CREATE INDEX "player_details_name" ON "soccer"."player_details" USING gin (name public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "player_season_totals_open" ON "soccer"."player_season_totals" USING btree ("player_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_season_totals_closed" ON "soccer"."player_season_totals" USING btree ("player_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "player_stats_open" ON "soccer"."player_stats" USING btree ("player_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_started" ON "soccer"."player_stats" USING btree ("player_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_season" ON "soccer"."player_stats" USING btree ("player_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "player_stats_closed" ON "soccer"."player_stats" USING btree ("player_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_started_closed" ON "soccer"."player_stats" USING btree ("player_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "player_stats_game" ON "soccer"."player_stats" USING btree ("game_key");--> statement-breakpoint
CREATE INDEX "reconciliations_game" ON "soccer"."reconciliations" USING btree ("game_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "soccer"."seasons" USING btree ("season","season_type");--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "soccer"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "soccer"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_details_open" ON "soccer"."team_details" USING btree ("team_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_details_key" ON "soccer"."team_details" USING btree ("team_key","basis_from");--> statement-breakpoint
CREATE UNIQUE INDEX "team_season_totals_open" ON "soccer"."team_season_totals" USING btree ("team_key","season_order") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_season_totals_closed" ON "soccer"."team_season_totals" USING btree ("team_key","season_order","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_stats_open" ON "soccer"."team_stats" USING btree ("team_key","game_key") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_started" ON "soccer"."team_stats" USING btree ("team_key","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_season" ON "soccer"."team_stats" USING btree ("team_key","season_order","started_at") WHERE basis_to is null;--> statement-breakpoint
CREATE INDEX "team_stats_closed" ON "soccer"."team_stats" USING btree ("team_key","game_key","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_started_closed" ON "soccer"."team_stats" USING btree ("team_key","started_at","basis_to","basis_from") WHERE basis_to is not null;--> statement-breakpoint
CREATE INDEX "team_stats_game" ON "soccer"."team_stats" USING btree ("game_key");