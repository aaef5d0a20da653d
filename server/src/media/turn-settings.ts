import { z } from 'zod';

/** `turn:host:port?transport=udp` and the like: a name or an address, IPv6 in brackets; `turns` is always over TCP. */
const turnUrl = /^turns?:(\[[\da-f:]+\]|[\da-z.-]+)(:\d{1,5})?(\?transport=(udp|tcp))?$/i;
/** A browser tries each on each of its networks, and each takes a place on the relay. */
const mostUrls = 4;

/** The settings of the relay for media, by the names of their environment variables. */
export const turnVariables = {
  TURN_URLS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((url) => url !== ''))
    .pipe(
      z
        .array(z.string().regex(turnUrl, 'is not a list of addresses like turns:turn.example:443?transport=tcp'))
        .min(1)
        .max(mostUrls),
    )
    .optional(),
  /** What the relay has as `static-auth-secret`. */
  TURN_SECRET: z.string().min(16).optional(),
  /** For how many seconds a browser's credentials open the relay. */
  TURN_LIFETIME: z.coerce.number().int().min(10).max(3_600).default(600),
};

type Variables = z.output<z.ZodObject<typeof turnVariables>>;

/** Where one setting is of no use without the other. Give it to the schema's `superRefine`. */
export function checkTurn(env: Variables, context: z.RefinementCtx): void {
  if ((env.TURN_URLS === undefined) === (env.TURN_SECRET === undefined)) return;
  context.addIssue({ code: 'custom', path: ['TURN_SECRET'], message: 'TURN_URLS and TURN_SECRET go together' });
}

export interface TurnSettings {
  urls: string[];
  secret: string;
  /** Seconds. */
  lifetime: number;
}

export const readTurnSettings = ({ TURN_URLS, TURN_SECRET, TURN_LIFETIME }: Variables): TurnSettings | null =>
  TURN_URLS === undefined || TURN_SECRET === undefined
    ? null
    : { urls: TURN_URLS, secret: TURN_SECRET, lifetime: TURN_LIFETIME };
