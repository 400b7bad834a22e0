ALTER TABLE "playclock"."objects" ADD COLUMN "member" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "playclock"."objects" DROP CONSTRAINT "objects_bucket_key_version_pk";--> statement-breakpoint
ALTER TABLE "playclock"."objects" ADD CONSTRAINT "objects_bucket_key_version_member_pk" PRIMARY KEY("bucket","key","version","member");
