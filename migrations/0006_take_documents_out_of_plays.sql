ALTER TABLE "demo"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "demo"."play_by_play" DROP COLUMN "raw";--> statement-breakpoint
ALTER TABLE "gleague"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "gleague"."play_by_play" DROP COLUMN "raw";--> statement-breakpoint
ALTER TABLE "mlb"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "mlb"."play_by_play" DROP COLUMN "raw";--> statement-breakpoint
ALTER TABLE "nba"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "nba"."play_by_play" DROP COLUMN "raw";--> statement-breakpoint
ALTER TABLE "nfl"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "nfl"."play_by_play" DROP COLUMN "raw";--> statement-breakpoint
ALTER TABLE "nhl"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "nhl"."play_by_play" DROP COLUMN "raw";--> statement-breakpoint
ALTER TABLE "soccer"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "soccer"."play_by_play" DROP COLUMN "raw";--> statement-breakpoint
ALTER TABLE "wnba"."play_by_play" DROP COLUMN "feed";--> statement-breakpoint
ALTER TABLE "wnba"."play_by_play" DROP COLUMN "raw";
--> statement-breakpoint
-- A dropped column's bytes stay in the rows there are until the table is written anew.
DO $$
DECLARE
	league text;
BEGIN
	FOREACH league IN ARRAY ARRAY['demo', 'gleague', 'mlb', 'nba', 'nfl', 'nhl', 'soccer', 'wnba'] LOOP
		EXECUTE format('ALTER TABLE %I.play_by_play ALTER COLUMN kind TYPE text USING kind || ''''', league);
	END LOOP;
END
$$;
