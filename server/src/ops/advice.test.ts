import { describe, expect, it } from 'vitest';
import { adviceFor } from './advice.ts';

const nothingSet = { tls: null, publicUrl: null, trustProxy: null, announcedAddress: null };
const tls = { cert: 'cert.pem', key: 'key.pem' };
/** The settings that each line of advice names. */
const namedIn = (lines: string[]) => lines.map((line) => line.match(/\b[A-Z]+(_[A-Z]+)*(?=[ =,.])/g));

describe('[OPS-1] what a phone would be missing', () => {
  it('is everything, with nothing set', () => {
    expect(namedIn(adviceFor(nothingSet, { address: '127.0.0.1' }))).toEqual([
      ['HOST', 'TRUST_PROXY', 'PUBLIC_URL'],
      ['TLS_CERT', 'TLS_KEY', 'TRUST_PROXY', 'PUBLIC_URL'],
      expect.arrayContaining(['ANNOUNCED_ADDRESS']),
    ]);
    expect(adviceFor(nothingSet, { address: '::1' }).length).toBe(3);
  });

  it('is https, on the practice’s own network', () => {
    const config = { ...nothingSet, publicUrl: 'http://192.0.2.7:3000' };
    expect(namedIn(adviceFor(config, { address: '192.0.2.7' }))).toEqual([expect.arrayContaining(['TLS_CERT'])]);
  });

  it('is an address for links and one for media, where all addresses are listened on', () => {
    for (const address of ['0.0.0.0', '::']) {
      expect(namedIn(adviceFor({ ...nothingSet, tls }, { address }))).toEqual([
        ['PUBLIC_URL'],
        expect.arrayContaining(['ANNOUNCED_ADDRESS']),
      ]);
    }
  });

  it('is an address for media, behind a proxy on the same computer', () => {
    const config = { ...nothingSet, trustProxy: 1, publicUrl: 'https://practice.example' };
    expect(namedIn(adviceFor(config, { address: '127.0.0.1' }))).toEqual([
      expect.arrayContaining(['ANNOUNCED_ADDRESS']),
    ]);
  });

  it('is the word that there is a proxy, where only that can be', () => {
    const config = { ...nothingSet, publicUrl: 'https://practice.example', announcedAddress: '192.0.2.7' };
    expect(namedIn(adviceFor(config, { address: '192.0.2.7' }))).toEqual([expect.arrayContaining(['TRUST_PROXY'])]);
  });

  it('is nothing, with certificates or a proxy and an address for media', () => {
    const media = { ...nothingSet, announcedAddress: '192.0.2.7' };
    const direct = { ...media, tls, publicUrl: 'https://practice.example' };
    expect(adviceFor(direct, { address: '0.0.0.0' })).toEqual([]);
    const proxied = { ...media, trustProxy: 'loopback', publicUrl: 'https://practice.example' };
    expect(adviceFor(proxied, { address: '127.0.0.1' })).toEqual([]);
    expect(adviceFor({ ...nothingSet, tls }, { address: '192.0.2.7' })).toEqual([]);
  });
});
