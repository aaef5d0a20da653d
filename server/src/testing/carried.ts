import type { Workers } from '../media/workers.ts';

/** What the workers themselves say they carry, with what we count of it. */
export async function carriedBy(workers: Workers) {
  const each = await Promise.all(
    workers.all.map(async ({ worker, server, rooms, consumers }) => {
      const [{ routerIds }, { webRtcTransportIds }] = await Promise.all([worker.dump(), server.dump()]);
      return { routers: routerIds.length, transports: webRtcTransportIds.length, rooms, consumers };
    }),
  );
  const sum = (what: keyof (typeof each)[number]) => each.reduce((total, one) => total + one[what], 0);
  return { routers: sum('routers'), transports: sum('transports'), rooms: sum('rooms'), consumers: sum('consumers') };
}

export const nothing = { routers: 0, transports: 0, rooms: 0, consumers: 0 };
