CREATE TYPE "playclock"."document_format" AS ENUM('json', 'zstd');--> statement-breakpoint
CREATE TABLE "demo"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
CREATE TABLE "gleague"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
CREATE TABLE "mlb"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
CREATE TABLE "nba"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
CREATE TABLE "nfl"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
CREATE TABLE "nhl"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
CREATE TABLE "soccer"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
CREATE TABLE "wnba"."play_documents" (
	"game_key" integer NOT NULL,
	"basis" integer NOT NULL,
	"format" "playclock"."document_format" NOT NULL,
	"documents" "bytea" NOT NULL,
	CONSTRAINT "play_documents_game_key_basis_pk" PRIMARY KEY("game_key","basis")
);
--> statement-breakpoint
ALTER TABLE "demo"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "gleague"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "mlb"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "nba"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "nfl"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "nhl"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "soccer"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "wnba"."play_by_play" ADD COLUMN "document_digest" bigint;--> statement-breakpoint
ALTER TABLE "demo"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "demo"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "gleague"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gleague"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "mlb"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mlb"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nba"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nfl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfl"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "nhl"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nhl"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "soccer"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soccer"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."play_documents" ADD CONSTRAINT "play_documents_game_key_games_game_key_fk" FOREIGN KEY ("game_key") REFERENCES "wnba"."games"("game_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wnba"."play_documents" ADD CONSTRAINT "play_documents_basis_ingests_ingest_id_fk" FOREIGN KEY ("basis") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- What plays hold themselves is carried over as the text it is, each ingest's plays of a game together: SQL cannot
-- compress as the loader does. Its digests stay empty, since the text that the feed gave is not known any more.
DO $$
DECLARE
	league text;
BEGIN
	FOREACH league IN ARRAY ARRAY['demo', 'gleague', 'mlb', 'nba', 'nfl', 'nhl', 'soccer', 'wnba'] LOOP
		EXECUTE format(
			'INSERT INTO %1$I.play_documents (game_key, basis, format, documents)
			SELECT game_key, basis_from, ''json'', convert_to(json_object_agg(play_id, raw)::text, ''UTF8'')
			FROM %1$I.play_by_play GROUP BY game_key, basis_from', league);
	END LOOP;
END
$$;
