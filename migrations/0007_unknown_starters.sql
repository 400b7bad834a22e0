ALTER TABLE "demo"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "gleague"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mlb"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "nba"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "nfl"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "nhl"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "soccer"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "wnba"."player_stats" ALTER COLUMN "starter" DROP NOT NULL;