ALTER TABLE "demo"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "demo"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "demo"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "demo"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "demo"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "nba"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "nba"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" DROP CONSTRAINT "player_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" DROP CONSTRAINT "player_stats_season_order_seasons_season_order_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" DROP CONSTRAINT "player_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."team_stats" DROP CONSTRAINT "team_stats_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."team_stats" DROP CONSTRAINT "team_stats_season_order_seasons_season_order_fk";
