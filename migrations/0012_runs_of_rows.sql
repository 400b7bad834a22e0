-- Compiling the conversion took three times as long as running it without.
SET LOCAL jit = off;
--> statement-breakpoint
-- The play level: from a row for each running row to a row for each run of them. What every basis sees stays the same.
-- A run holds rows that follow upon one another among all rows of the entity, open and closed, that the same ingests made
-- known and superseded, and that fit its columns: see `src/store/run-shape.ts` for the sizes.
CREATE FUNCTION pg_temp.to_runs(
  league text, name text, key text, narrow text[], wide text[], rows_of_bytes integer, rows_of_words integer
) RETURNS void LANGUAGE plpgsql AS $convert$
BEGIN
  EXECUTE format($insert$
    INSERT INTO %1$I.%2$I (%3$I, wall_clock_time, order_key, game_key, season_order, precision, instants, order_keys,
      elapsed, margin, earliest, latest, counters_1, counters_2, counters_4, basis_from, basis_to)
    SELECT %3$I, first, first_order, game_key, season_order, precision, instants, order_keys,
      elapsed, margin, earliest, latest, CASE WHEN fits THEN ARRAY(SELECT unnest(narrow))::"char"[] END,
      CASE WHEN NOT fits THEN ARRAY(SELECT unnest(narrow))::smallint[] END, %6$s, basis_from, basis_to
    FROM (
      SELECT %3$I, min(wall_clock_time) AS first,
        (array_agg(order_key ORDER BY wall_clock_time, order_key))[1] AS first_order,
        min(game_key) AS game_key, min(season_order) AS season_order, min(precision) AS precision,
        array_agg((extract(epoch FROM wall_clock_time - began) * 1000)::integer ORDER BY wall_clock_time, order_key) AS instants,
        array_agg(order_key ORDER BY wall_clock_time, order_key) AS order_keys,
        CASE WHEN bool_or(elapsed IS NOT NULL) THEN array_agg(elapsed ORDER BY wall_clock_time, order_key) END AS elapsed,
        CASE WHEN bool_or(elapsed IS NOT NULL) THEN array_agg(margin ORDER BY wall_clock_time, order_key) END AS margin,
        CASE WHEN bool_or(earliest IS NOT NULL) THEN array_agg(earliest ORDER BY wall_clock_time, order_key) END AS earliest,
        CASE WHEN bool_or(earliest IS NOT NULL) THEN array_agg(latest ORDER BY wall_clock_time, order_key) END AS latest,
        array_agg(ARRAY[%4$s]::integer[] ORDER BY wall_clock_time, order_key) AS narrow,
        array_agg(ARRAY[%5$s]::integer[] ORDER BY wall_clock_time, order_key) AS wide,
        bool_and(fits) AS fits, min(basis_from) AS basis_from, min(basis_to) AS basis_to
      FROM (
        SELECT *, first_value(wall_clock_time) OVER chunk AS began FROM (
          SELECT *, (row_number() OVER run - 1) / CASE WHEN fits THEN %7$s ELSE %8$s END AS chunk FROM (
            SELECT *, sum(begins) OVER entity AS run FROM (
              SELECT *, CASE WHEN
                lag(basis_from) OVER entity IS DISTINCT FROM basis_from
                OR lag(basis_to) OVER entity IS DISTINCT FROM basis_to
                OR lag(game_key) OVER entity IS DISTINCT FROM game_key
                OR game_key IS NULL
                OR lag(season_order) OVER entity <> season_order
                OR lag(precision) OVER entity <> precision
                OR lag(fits) OVER entity <> fits
                OR wall_clock_time - lag(wall_clock_time) OVER entity > interval '6 hours'
              THEN 1 ELSE 0 END AS begins
              FROM (
                SELECT *, greatest(%4$s) <= 127 AND least(%4$s) >= -128 AS fits FROM %1$I.%9$I
              ) sized
              WINDOW entity AS (PARTITION BY %3$I ORDER BY wall_clock_time, order_key, basis_from)
            ) marked
            WINDOW entity AS (PARTITION BY %3$I ORDER BY wall_clock_time, order_key, basis_from)
          ) runs
          WINDOW run AS (PARTITION BY %3$I, run ORDER BY wall_clock_time, order_key)
        ) chunks
        WINDOW chunk AS (PARTITION BY %3$I, run, chunk ORDER BY wall_clock_time, order_key)
      ) placed
      GROUP BY %3$I, run, chunk
    ) converted
    ORDER BY basis_from, game_key, %3$I, first$insert$,
    league, name, key, array_to_string(narrow, ','), array_to_string(wide, ','),
    CASE WHEN wide = '{}' THEN 'NULL::integer[]' ELSE 'ARRAY(SELECT unnest(wide))' END, rows_of_bytes, rows_of_words, name || '_rows');
  EXECUTE format('DROP TABLE %I.%I', league, name || '_rows');
END
$convert$;
--> statement-breakpoint
ALTER TABLE "nba"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "nba"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('nba', 'cumulative_stats', 'player_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "nba"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "nba"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('nba', 'team_cumulative_stats', 'team_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "wnba"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "wnba"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('wnba', 'cumulative_stats', 'player_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "wnba"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "wnba"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('wnba', 'team_cumulative_stats', 'team_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "gleague"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "gleague"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('gleague', 'cumulative_stats', 'player_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "gleague"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "gleague"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('gleague', 'team_cumulative_stats', 'team_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "demo"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "demo"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('demo', 'cumulative_stats', 'player_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "demo"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "demo"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('demo', 'team_cumulative_stats', 'team_key', '{games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf,plus_minus}', '{centiseconds}', 50, 33);
--> statement-breakpoint
ALTER TABLE "nfl"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "nfl"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('nfl', 'cumulative_stats', 'player_key', '{games,pts,pass_att,pass_cmp,pass_yds,pass_td,pass_int,sacked,sack_yds_lost,air_yds,rush_att,rush_yds,rush_td,targets,rec,rec_yds,yac,rec_td,fumbles,fumbles_lost,tackles_solo,tackles_helped,tackle_assists,tackles_for_loss,half_sacks,qb_hits,passes_defended,interceptions,int_yds,forced_fumbles,fumble_rec_own,fumble_rec_opp,fumble_ret_yds,kicks_blocked,safeties,fg_att,fg_made,xp_att,xp_made,punts,punt_yds,punts_in20,punts_blocked,kickoffs,kick_ret,kick_ret_yds,punt_ret,punt_ret_yds,fair_catches,ret_td,two_pt_att,two_pt,two_pt_pass,penalties,penalty_yds,first_downs,third_att,third_made,fourth_att,fourth_made}', '{}', 25, 13);
--> statement-breakpoint
ALTER TABLE "nfl"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "nfl"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('nfl', 'team_cumulative_stats', 'team_key', '{games,pts,pass_att,pass_cmp,pass_yds,pass_td,pass_int,sacked,sack_yds_lost,air_yds,rush_att,rush_yds,rush_td,targets,rec,rec_yds,yac,rec_td,fumbles,fumbles_lost,tackles_solo,tackles_helped,tackle_assists,tackles_for_loss,half_sacks,qb_hits,passes_defended,interceptions,int_yds,forced_fumbles,fumble_rec_own,fumble_rec_opp,fumble_ret_yds,kicks_blocked,safeties,fg_att,fg_made,xp_att,xp_made,punts,punt_yds,punts_in20,punts_blocked,kickoffs,kick_ret,kick_ret_yds,punt_ret,punt_ret_yds,fair_catches,ret_td,two_pt_att,two_pt,two_pt_pass,penalties,penalty_yds,first_downs,third_att,third_made,fourth_att,fourth_made}', '{}', 25, 13);
--> statement-breakpoint
ALTER TABLE "mlb"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "mlb"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('mlb', 'cumulative_stats', 'player_key', '{games,pa,ab,h,doubles,triples,hr,rbi,r,bb,so,hbp,sb,cs,sh,sf,tb,e,p_bf,p_ab,p_h,p_doubles,p_triples,p_hr,p_bb,p_so,p_hbp,p_r,p_er,p_outs,p_pitches,p_balls,p_strikes}', '{}', 42, 23);
--> statement-breakpoint
ALTER TABLE "mlb"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "mlb"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('mlb', 'team_cumulative_stats', 'team_key', '{games,pa,ab,h,doubles,triples,hr,rbi,r,bb,so,hbp,sb,cs,sh,sf,tb,e,p_bf,p_ab,p_h,p_doubles,p_triples,p_hr,p_bb,p_so,p_hbp,p_r,p_er,p_outs,p_pitches,p_balls,p_strikes}', '{}', 42, 23);
--> statement-breakpoint
ALTER TABLE "nhl"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "nhl"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('nhl', 'cumulative_stats', 'player_key', '{games,goals,assists,shots,shot_attempts,hits,blocked,pim,faceoff_wins,faceoffs_taken,giveaways,takeaways,pp_goals,pp_assists,sh_goals,sh_assists,shots_against,saves,goals_against}', '{}', 64, 38);
--> statement-breakpoint
ALTER TABLE "nhl"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "nhl"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('nhl', 'team_cumulative_stats', 'team_key', '{games,goals,assists,shots,shot_attempts,hits,blocked,pim,faceoff_wins,faceoffs_taken,giveaways,takeaways,pp_goals,pp_assists,sh_goals,sh_assists,shots_against,saves,goals_against}', '{}', 64, 38);
--> statement-breakpoint
ALTER TABLE "soccer"."cumulative_stats" RENAME TO "cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "soccer"."cumulative_stats" (
	"player_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('soccer', 'cumulative_stats', 'player_key', '{games,goals,own_goals,assists,shots,shots_on_target,passes,passes_completed,key_passes,crosses,corners,tackles,tackles_won,interceptions,clearances,fouls,fouls_won,offsides,yellow_cards,second_yellows,red_cards,saves}', '{centiseconds}', 43, 28);
--> statement-breakpoint
ALTER TABLE "soccer"."team_cumulative_stats" RENAME TO "team_cumulative_stats_rows";
--> statement-breakpoint
CREATE TABLE "soccer"."team_cumulative_stats" (
	"team_key" integer NOT NULL,
	"wall_clock_time" timestamp (3) with time zone NOT NULL,
	"order_key" integer NOT NULL,
	"game_key" integer,
	"season_order" integer NOT NULL,
	"precision" "playclock"."precision" NOT NULL,
	"instants" integer[] NOT NULL,
	"order_keys" integer[] NOT NULL,
	"elapsed" integer[],
	"margin" smallint[],
	"earliest" timestamp (3) with time zone[],
	"latest" timestamp (3) with time zone[],
	"counters_1" "char"[],
	"counters_2" smallint[],
	"counters_4" integer[],
	"basis_from" integer NOT NULL,
	"basis_to" integer,
	CONSTRAINT "team_cumulative_stats_accrual" CHECK ((elapsed is null) = (margin is null)),
	CONSTRAINT "team_cumulative_stats_counters" CHECK ((counters_1 is null) <> (counters_2 is null)),
	CONSTRAINT "team_cumulative_stats_basis" CHECK (basis_to > basis_from)
);
--> statement-breakpoint
SELECT pg_temp.to_runs('soccer', 'team_cumulative_stats', 'team_key', '{games,goals,own_goals,assists,shots,shots_on_target,passes,passes_completed,key_passes,crosses,corners,tackles,tackles_won,interceptions,clearances,fouls,fouls_won,offsides,yellow_cards,second_yellows,red_cards,saves}', '{centiseconds}', 43, 28);
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "demo"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "demo"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "demo"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "demo"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "gleague"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "gleague"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "gleague"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "gleague"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "mlb"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "mlb"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "mlb"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "mlb"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "nba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "nba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "nba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "nba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "nfl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "nfl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "nfl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "nfl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "nhl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "nhl"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "nhl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "nhl"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "soccer"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "soccer"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "soccer"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "soccer"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cumulative_stats_open" ON "wnba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "cumulative_stats_closed" ON "wnba"."cumulative_stats" USING btree ("player_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "team_cumulative_stats_open" ON "wnba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key") WHERE basis_to is null;
--> statement-breakpoint
CREATE INDEX "team_cumulative_stats_closed" ON "wnba"."team_cumulative_stats" USING btree ("team_key","wall_clock_time","order_key","basis_to","basis_from") WHERE basis_to is not null;
--> statement-breakpoint
ANALYZE "nba"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "nba"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "wnba"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "wnba"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "gleague"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "gleague"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "demo"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "demo"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "nfl"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "nfl"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "mlb"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "mlb"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "nhl"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "nhl"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "soccer"."cumulative_stats" (player_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
ANALYZE "soccer"."team_cumulative_stats" (team_key, wall_clock_time, order_key, game_key, season_order, basis_from, basis_to);
--> statement-breakpoint
DROP FUNCTION pg_temp.to_runs(text, text, text, text[], text[], integer, integer);
