DROP INDEX "consultations_open";--> statement-breakpoint
CREATE INDEX "consultations_open_in_clinic" ON "consultations" USING btree ("clinic_id","valid_until") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "consultations_ended" ON "consultations" USING btree ("practice_id","ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "consultations_expected" ON "consultations" USING btree ("practice_id","expected_at");--> statement-breakpoint
CREATE INDEX "used_tokens_expired" ON "used_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "consultations_open" ON "consultations" USING btree ("practice_id","valid_until") WHERE ended_at is null;