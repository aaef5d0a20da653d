import { firstOutside } from '@front-door/server/src/media/addresses.ts';
import { createPostgresDatabase } from '@front-door/server/src/testing/postgres.ts';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchChromium, launchFirefox, type Tab } from '../support/browsers.ts';
import { framesPresented, soundHeard } from '../support/media-probe.ts';
import { admit, arriveAndWait, endForEverybody, follow, saysIn, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';

const remotePicture = '[data-testid="remote-video"]';

describe('[OPS-4] a patient with Firefox, on PostgreSQL', () => {
  let server: ServerProcess;
  let browsers: Browser[] = [];
  let database: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let clinician: Tab;
  let patient: Tab;

  beforeAll(async () => {
    database = await createPostgresDatabase();
    // Firefox makes no calls over loopback; what goes to an address of this machine's own does not leave it either.
    const env = { ANNOUNCED_ADDRESS: firstOutside() ?? '127.0.0.1', DATABASE_URL: database.url };
    server = await ServerProcess.start({ env });
    browsers = await Promise.all([launchChromium(), launchFirefox()]);
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
    await database.drop();
  });

  it('[WAIT-3] waits', async () => {
    clinician = await follow(browsers[0]!, server.links.clinician);
    patient = await arriveAndWait(browsers[1]!, server.links.patient, 'Ann Example');
    await saysIn(clinician.page, '[data-testid="queue-item"]', 'Ann Example');
  });

  it('[CALL-1] is let in; both see and hear each other', async () => {
    await admit(clinician.page, 'Ann Example');
    await Promise.all([
      framesPresented(clinician.page, remotePicture, 30),
      framesPresented(patient.page, remotePicture, 30),
      soundHeard(clinician.page),
      soundHeard(patient.page),
    ]);
  });

  it('[CALL-4] is told that it is over', async () => {
    await endForEverybody(clinician.page);
    await shows(patient.page, 'goodbye-screen');
  });
});
