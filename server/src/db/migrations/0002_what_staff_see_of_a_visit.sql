ALTER TABLE "visits" ADD COLUMN "report" jsonb;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "ring_me" jsonb;