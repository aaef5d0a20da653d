import { giveDetails, press, says, saysIn, shows } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

const minute = 60_000;
const longName = 'Frau Annemarie Zwetschgenbaum-Oberhuber';

/** A clinic whose patients are in all the states that there are, as its receptionist and its clinician see them. */
export async function* runningTheList(stage: Stage): AsyncGenerator<State> {
  const { id: clinicId } = await stage.admin.send('clinics.create', {
    name: 'Minor illness and everything else',
    hours: null,
    welcome: null,
  });
  try {
    yield* asReceptionist(stage, clinicId);
  } finally {
    await stage.admin.send('clinics.close', { id: clinicId });
  }
}

async function* asReceptionist(stage: Stage, clinicId: string): AsyncGenerator<State> {
  const now = Date.now();
  const expect = (inMinutes: number, patientName: string, patientPhone?: string) =>
    stage.consultation({
      clinicId,
      expectedAt: now + inMinutes * minute,
      patientName,
      ...(patientPhone && { patientPhone }),
    });
  const page = await stage.staffPage(await stage.account('Sam Desk', ['receptionist']), '/staff/waiting');
  await says(page, 'Nobody is here.');
  yield { name: 'waiting-list-empty', page };

  await stage.waiting((await expect(-20, longName, '020 7946 0018')).patientLink, stage.cast.patient);
  await shows(await stage.open((await expect(-10, stage.cast.guest)).patientLink), 'details-screen');
  const dropped = await stage.consultation({ clinicId });
  const away = await stage.open(stage.wire.over(dropped.patientLink));
  await giveDetails(away, 'Zofia Nowak');
  await shows(away, 'devices-screen');
  stage.wire.cut();
  await expect(30, 'Olu Adeyemi', '01632 960 001');
  await expect(-50, 'Mary Missing');
  const over = await expect(-90, 'Owen Over');
  await stage.admin.send('consultations.end', { id: over.id });
  await saysIn(page, '[data-testid="row"]', 'Dropped');
  await press(page, 'More about Mary Missing');
  await press(page, 'Mark as no-show: Mary Missing');
  await shows(page, 'result');
  yield { name: 'waiting-list', page };

  await press(page, `Message: ${stage.cast.patient}`);
  await press(page, 'We will be with you soon.');
  await saysIn(page, 'dialog[open]', 'Sam Desk');
  yield { name: 'waiting-list-message', page };
  await page.keyboard.press('Escape');
  await press(page, `More about ${stage.cast.patient}`);
  yield { name: 'waiting-list-more', page };
  for (const [action, name, text] of [
    ['Transfer', 'waiting-list-transfer', 'To which clinic?'],
    ['Remove', 'waiting-list-remove', 'Why?'],
    ['End the visit', 'waiting-list-finish', 'Nobody can come in'],
    ['Ring instead', 'waiting-list-ring', 'When you tap the number'],
  ] as const) {
    await press(page, `${action}: ${stage.cast.patient}`);
    await saysIn(page, 'dialog[open]', text);
    yield { name, page };
    if (action !== 'Ring instead') await page.keyboard.press('Escape');
  }
  await press(page, 'Tell them we are ringing');
  await saysIn(page, 'dialog[open]', 'They see that you are ringing.');
  yield { name: 'waiting-list-ringing', page };
  await press(page, 'Could not reach: let them wait on');
  await press(page, '20 min late: Minor illness and everything else');
  await says(page, 'Patients are told: 20 minutes late');
  await page.locator('summary ::-p-text(Seen today)').click();
  await page.locator('summary ::-p-text(Sound and notifications)').click();
  await press(page, 'Switch the sound on');
  await says(page, 'A quiet tone sounds');
  yield { name: 'waiting-list-everything', page };
  await press(page, 'Other: how late Minor illness and everything else runs');
  await press(page, 'Tell patients');
  await says(page, 'Enter a number of minutes');
  yield { name: 'waiting-list-late-wrong', page };
  await page.keyboard.press('Escape');

  const clinician = await stage.staffPage(await stage.account(stage.cast.clinician, ['clinician']), '/staff/waiting');
  await saysIn(clinician, '[data-testid="row"]', 'Call in');
  yield { name: 'waiting-list-clinician', page: clinician };
}
