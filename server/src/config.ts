import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import {
  checkTogether,
  invitationVariables,
  readInvitationSettings,
  type InvitationSettings,
} from './invitations/settings.ts';
import { checkTurn, readTurnSettings, turnVariables, type TurnSettings } from './media/turn-settings.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const file = z
  .string()
  .min(1)
  .transform((path) => resolve(path));

/** Each is tried by every browser; one of each family is usual. */
const mostAddresses = 4;

/** Every setting, by the name of its environment variable. */
const environment = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: port.default(3000),
    /** The address people use, when it is not the one listened on: behind a proxy, or by a name. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TLS_CERT: file.optional(),
    TLS_KEY: file.optional(),
    /** Hops of reverse proxy in front (a number), or their addresses as express's `trust proxy` takes them. */
    TRUST_PROXY: z.string().optional(),
    /** The addresses by which browsers reach media, when they are not the one listened on. */
    ANNOUNCED_ADDRESS: z
      .string()
      .default('')
      .transform((list) => list.split(/[\s,]+/).filter((address) => address !== ''))
      .pipe(z.array(z.union([z.ipv4(), z.ipv6()], 'is not a list of IP addresses')).max(mostAddresses)),
    /**
     * First port for media; each worker takes one, UDP and TCP. 0 takes free ones. Below those that Linux gives to
     * connections to elsewhere (32768 and up), one of which could hold it when a worker starts.
     */
    RTC_PORT: port.default(20_000),
    WORKERS: z.coerce.number().int().min(1).max(256).default(availableParallelism()),
    MEDIASOUP_WORKER_BIN: file.optional(),
    DATA_DIR: file.default(resolve('data')),
    DATABASE_URL: z.string().optional(),
    /** At least 32 characters; needed only where several servers share the sockets of one practice. */
    ROOM_TOKEN_KEY: z.string().min(32).optional(),
    /** Seconds that calls may take to end when the server is asked to stop by SIGTERM. */
    DRAIN_SECONDS: z.coerce.number().int().min(0).max(3600).default(120),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
    ...turnVariables,
    ...invitationVariables,
  })
  .superRefine(checkTogether)
  .superRefine(checkTurn)
  .refine((env) => (env.TLS_CERT === undefined) === (env.TLS_KEY === undefined), {
    error: 'TLS_CERT and TLS_KEY go together',
    path: ['TLS_KEY'],
  });

export interface Config {
  host: string;
  port: number;
  publicUrl: string | null;
  tls: { cert: string; key: string } | null;
  trustProxy: string | number | null;
  announcedAddresses: string[];
  rtcPort: number;
  workers: number;
  workerBin: string | null;
  dataDir: string;
  databaseUrl: string | null;
  roomTokenKey: string | null;
  drainSeconds: number;
  logLevel: string;
  /** The relay for media; null where there is none. */
  turn: TurnSettings | null;
  invitations: InvitationSettings;
  demo: boolean;
}

/** Reads the settings. Throws an Error that names each wrong variable, and never its value. */
export function readConfig(env: NodeJS.ProcessEnv, args: string[]): Config {
  const unknown = args.filter((arg) => arg !== '--no-demo');
  if (unknown.length > 0) throw new Error(`Unknown option ${unknown.join(' ')}. There is: --no-demo`);
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const { data } = parsed;
  const hops = Number(data.TRUST_PROXY);
  const demo = !args.includes('--no-demo');
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    tls: data.TLS_CERT && data.TLS_KEY ? { cert: data.TLS_CERT, key: data.TLS_KEY } : null,
    trustProxy: data.TRUST_PROXY === undefined ? null : Number.isInteger(hops) ? hops : data.TRUST_PROXY,
    announcedAddresses: data.ANNOUNCED_ADDRESS,
    rtcPort: data.RTC_PORT,
    workers: data.WORKERS,
    workerBin: data.MEDIASOUP_WORKER_BIN ?? null,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    roomTokenKey: data.ROOM_TOKEN_KEY ?? null,
    drainSeconds: data.DRAIN_SECONDS,
    logLevel: data.LOG_LEVEL,
    turn: readTurnSettings(data),
    invitations: readInvitationSettings(data, demo),
    demo,
  };
}
