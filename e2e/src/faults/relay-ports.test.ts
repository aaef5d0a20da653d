import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTime } from '../support/in-time.ts';
import { until } from '../support/media-probe.ts';
import { Network, whyNoNetworks } from '../support/network.ts';

const runFile = promisify(execFile);
const program = fileURLToPath(new URL('../support/past-the-media-ports.ts', import.meta.url));
const page = new URL('../../../docs/operations/turn.md', import.meta.url);

/** One of the media's ports by the page, and one that is not. */
const [ofMedia, ofSomethingElse] = [20_003, 20_016];

describe.skipIf(whyNoNetworks !== null)(`a relay on the machine where media is ${whyNoNetworks ?? ''}`, () => {
  let network: Network;
  beforeAll(async () => {
    network = await Network.open();
  });
  afterAll(() => network.remove());

  const onHost = (command: string, ...args: string[]) => runFile(...network.inside(command, args));
  /** A stranger who tries to get there by way of the relay; `reached` once they do. */
  const trying = (port: number) => onHost(process.execPath, program, String(port));

  it('[TURN-3] leads to the media’s ports alone, once the firewall is told as our page on it says', async () => {
    expect((await trying(ofSomethingElse)).stdout).toBe('reached');
    const [, rule] = /^ {4}iptables (.*MEDIA_ADDRESS.*)$/m.exec(await readFile(page, 'utf8'))!;
    await onHost('iptables', ...rule!.replace('MEDIA_ADDRESS', '127.0.0.1').split(' '));
    expect((await trying(ofMedia)).stdout).toBe('reached');

    const stranger = trying(ofSomethingElse);
    const reached = stranger.then(
      ({ stdout }) => stdout,
      () => 'never',
    );
    const refused = async () => (await onHost('iptables', '-vnxL', 'OUTPUT')).stdout;
    await inTime(
      'the firewall to refuse it',
      until(refused, (list) => /^ +[1-9]\d* .*REJECT/m.test(list)),
    );
    stranger.child.kill();
    expect(await reached).toBe('never');
  });
});
