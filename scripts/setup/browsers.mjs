import { isExecutable, findCommand } from './paths.mjs';
import { SetupError } from './say.mjs';
import { ensureInstalled } from './system-packages.mjs';

const browsers = {
  CHROMIUM_BIN: { package: 'chromium', commands: ['chromium', 'google-chrome-stable', 'google-chrome'] },
  FIREFOX_BIN: { package: 'firefox-esr', commands: ['firefox-esr', 'firefox'] },
};

/**
 * The browsers of the tests, those named in the environment first.
 * @returns {Promise<{ CHROMIUM_BIN: string, FIREFOX_BIN: string }>} their paths
 */
export async function ensureBrowsers(env = process.env) {
  const named = Object.keys(browsers).filter((name) => env[name]);
  for (const name of named) {
    if (!isExecutable(env[name])) throw new SetupError(`${name} is ${env[name]}, which is not an executable file.`);
  }
  const others = Object.entries(browsers).filter(([name]) => !env[name]);
  const requirements = others.map(([, browser]) => ({
    package: browser.package,
    isThere: () => findCommand(...browser.commands) !== undefined,
  }));
  await ensureInstalled('to test in real browsers', requirements);
  return Object.fromEntries([
    ...named.map((name) => [name, env[name]]),
    ...others.map(([name, browser]) => [name, findCommand(...browser.commands)]),
  ]);
}
