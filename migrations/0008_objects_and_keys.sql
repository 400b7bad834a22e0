CREATE TYPE "playclock"."object_state" AS ENUM('settled', 'waiting', 'superseded', 'rejected', 'missing');--> statement-breakpoint
CREATE TABLE "playclock"."api_keys" (
	"key_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"secret_sha256" text NOT NULL,
	"per_minute" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_per_minute" CHECK ("playclock"."api_keys"."per_minute" > 0)
);
--> statement-breakpoint
CREATE TABLE "playclock"."journals" (
	"bucket" text PRIMARY KEY NOT NULL,
	"basis" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "playclock"."objects" (
	"bucket" text NOT NULL,
	"key" text NOT NULL,
	"version" text NOT NULL,
	"ingest_id" integer NOT NULL,
	"state" "playclock"."object_state" NOT NULL,
	"sequencer" text,
	"modified_at" timestamp (3) with time zone,
	"league" text,
	"feed" text,
	"role" text,
	"game_id" text,
	CONSTRAINT "objects_bucket_key_version_pk" PRIMARY KEY("bucket","key","version")
);
--> statement-breakpoint
ALTER TABLE "playclock"."objects" ADD CONSTRAINT "objects_ingest_id_ingests_ingest_id_fk" FOREIGN KEY ("ingest_id") REFERENCES "playclock"."ingests"("ingest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "objects_game" ON "playclock"."objects" USING btree ("league","game_id");--> statement-breakpoint
CREATE INDEX "objects_ingest" ON "playclock"."objects" USING btree ("ingest_id");