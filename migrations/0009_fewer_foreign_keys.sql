ALTER TABLE "demo"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "demo"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "demo"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "demo"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "demo"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "gleague"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "mlb"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nba"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nfl"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "nhl"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "soccer"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."cumulative_stats" DROP CONSTRAINT "cumulative_stats_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."period_starters" DROP CONSTRAINT "period_starters_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."period_starters" DROP CONSTRAINT "period_starters_player_key_players_player_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."play_by_play" DROP CONSTRAINT "play_by_play_game_key_games_game_key_fk";
--> statement-breakpoint
ALTER TABLE "wnba"."team_cumulative_stats" DROP CONSTRAINT "team_cumulative_stats_team_key_teams_team_key_fk";
