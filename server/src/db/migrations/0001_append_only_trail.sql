-- The trail only grows. Not our code but the database says so: whoever has the application's own connection, by a
-- mistake or by an injected statement, still cannot change or delete what is in it.
CREATE FUNCTION refuse_change_of_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the trail is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "trail"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_trail();
--> statement-breakpoint
-- Also under session_replication_role = replica, which switches ordinary triggers off.
ALTER TABLE "trail" ENABLE ALWAYS TRIGGER trail_is_append_only;
