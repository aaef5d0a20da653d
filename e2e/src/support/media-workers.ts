import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { mediaPort } from './media-probe.ts';
import type { ServerProcess } from './server.ts';

/** The process of the server's media worker that carries the page's call: the one that listens where the page sends. */
export async function workerUnder(page: Page, server: ServerProcess): Promise<number> {
  const port = await mediaPort(page);
  const socket = await socketOn(port);
  for (const worker of await childrenOf(server.pid)) {
    if ((await socketsOf(worker)).includes(socket)) return worker;
  }
  throw new Error(`No media worker of this server listens on port ${port}.`);
}

/** As Linux tells it. */
async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}

/** The socket that is bound to a UDP port, by the name under which a process holds it. */
async function socketOn(port: number): Promise<string> {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/udp', '/proc/net/udp6']) {
    for (const line of (await readFile(table, 'utf8')).split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[1]?.endsWith(`:${wanted}`)) return `socket:[${fields[9]}]`;
    }
  }
  throw new Error(`Nobody listens on UDP port ${port}.`);
}

async function socketsOf(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`;
  const open = await readdir(folder);
  return Promise.all(open.map((file) => readlink(`${folder}/${file}`).catch(() => '')));
}
