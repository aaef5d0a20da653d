import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createKeptLog } from '../testing/kept-log.ts';
import { freePort } from '../testing/free-port.ts';
import { firstOutside, mediaAddresses } from './addresses.ts';
import { Workers } from './workers.ts';

const own = (wanted: string) =>
  Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .find(({ family, internal, address }) => family === wanted && !internal && !address.startsWith('fe80:'))?.address;

describe('[WAY-3] media is announced', () => {
  it('where the pages are, unless told otherwise', () => {
    expect(mediaAddresses('::1', [])).toEqual([{ host: '::1', announcedAddress: null }]);
    expect(mediaAddresses('192.0.2.7', ['192.0.2.7'])).toEqual([{ host: '192.0.2.7', announcedAddress: null }]);
  });

  it('on an address of this machine’s, and on all of the family for one of another’s', () => {
    expect(mediaAddresses('::1', ['127.0.0.1', '198.51.100.7', '2001:db8::7'])).toEqual([
      { host: '127.0.0.1', announcedAddress: null },
      { host: '0.0.0.0', announcedAddress: '198.51.100.7' },
      { host: '::', announcedAddress: '2001:db8::7' },
    ]);
    expect(mediaAddresses('::', ['127.0.0.1'])).toEqual([{ host: '0.0.0.0', announcedAddress: '127.0.0.1' }]);
  });

  it('in each family that this machine has, where pages are on all addresses', () => {
    const announced = (host: string) => mediaAddresses(host, []).map(({ announcedAddress }) => announcedAddress);
    const [four, six] = [own('IPv4'), own('IPv6')];
    const both = [four, six].filter((address) => address !== undefined);
    expect(announced('::')).toEqual(both.length > 0 ? both : [null]);
    expect(announced('0.0.0.0')).toEqual([four ?? null]);
    expect(firstOutside()).toBe(both[0] ?? null);
  });

  it('as addresses and not as names, several by commas', () => {
    const read = (addresses: string) => readConfig({ ANNOUNCED_ADDRESS: addresses }, []).announcedAddresses;
    expect(read('')).toEqual([]);
    expect(read('198.51.100.7, 2001:db8::7')).toEqual(['198.51.100.7', '2001:db8::7']);
    expect(() => read('media.example')).toThrow(/^ANNOUNCED_ADDRESS/);
  });

  it('by the workers on one port of both families', async () => {
    const addresses = mediaAddresses('::', ['198.51.100.7', '2001:db8::7']);
    const binary = process.env.MEDIASOUP_WORKER_BIN ?? null;
    const workers = await Workers.start(
      { count: 1, binary, addresses, firstPort: await freePort(), now: Date.now },
      createKeptLog('error', []),
    );
    try {
      const [{ worker, server }] = workers.all as [(typeof workers.all)[0]];
      const router = await worker.createRouter();
      const { iceCandidates } = await router.createWebRtcTransport({ webRtcServer: server, enableTcp: true });
      expect(iceCandidates.map(({ address, protocol }) => `${protocol} ${address}`).toSorted()).toEqual([
        'tcp 198.51.100.7',
        'tcp 2001:db8::7',
        'udp 198.51.100.7',
        'udp 2001:db8::7',
      ]);
    } finally {
      workers.close();
    }
  });
});
