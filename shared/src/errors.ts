/**
 * Every way a request can be refused: the code that crosses the wire, with the HTTP status it maps to.
 * The set is closed; whatever is not in it reaches nobody and is reported as `internal`.
 */
export const errorCodes = {
  bad_request: 400,
  payload_too_large: 413,
  not_signed_in: 401,
  sign_in_failed: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_many_requests: 429,

  link_unknown: 404,
  link_not_yet_valid: 403,
  link_expired: 410,
  link_revoked: 410,
  link_in_use: 409,

  token_invalid: 401,
  token_expired: 401,
  token_used: 401,
  resume_invalid: 401,

  wrong_state: 409,
  not_admitted: 403,
  name_changed: 409,
  person_away: 409,
  visit_removed: 410,
  visit_left: 409,
  consultation_ended: 410,
  consultation_full: 409,
  taken_over: 409,

  email_taken: 409,
  own_account: 409,

  media_unavailable: 503,
  /** The database is away, slow or full. */
  unavailable: 503,
  /** The server is about to restart, and begins nothing new. */
  restarting: 503,
  internal: 500,
} as const;

/** A code of the closed set {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** What a refused request answers with, over HTTP (inside problem+json) and over the socket alike. */
export interface ErrorReply {
  code: ErrorCode;
  /** Set for `internal`: the id under which the cause was logged. */
  id?: string;
  /** Set for `too_many_requests`, `unavailable` and `restarting`: seconds until it is worth trying again. */
  retryAfter?: number;
  /** Set for `bad_request`: the fields that were refused, as dotted paths, never their values. */
  fields?: string[];
}
