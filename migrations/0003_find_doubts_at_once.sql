CREATE INDEX "game_details_inexact" ON "demo"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "demo"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "demo"."team_season_totals" USING btree ("team_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "game_details_inexact" ON "gleague"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "gleague"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "gleague"."team_season_totals" USING btree ("team_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "game_details_inexact" ON "mlb"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "mlb"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "mlb"."team_season_totals" USING btree ("team_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "game_details_inexact" ON "nba"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "nba"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "nba"."team_season_totals" USING btree ("team_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "game_details_inexact" ON "nfl"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "nfl"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "nfl"."team_season_totals" USING btree ("team_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "game_details_inexact" ON "nhl"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "nhl"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "nhl"."team_season_totals" USING btree ("team_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "game_details_inexact" ON "soccer"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "soccer"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "soccer"."team_season_totals" USING btree ("team_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "game_details_inexact" ON "wnba"."game_details" USING btree ("game_key") WHERE precision <> 'millisecond';--> statement-breakpoint
CREATE INDEX "player_season_totals_is_stated" ON "wnba"."player_season_totals" USING btree ("player_key") WHERE is_stated;--> statement-breakpoint
CREATE INDEX "team_season_totals_is_stated" ON "wnba"."team_season_totals" USING btree ("team_key") WHERE is_stated;