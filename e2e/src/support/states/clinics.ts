import type { Page } from 'puppeteer-core';
import { fill, press, says } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

/** Writes a list into the form for files, in place of what is there. */
async function paste(page: Page, list: string): Promise<void> {
  await page.locator('#csv').fill(list);
}

const openPart = (page: Page, summary: string) => page.locator(`summary ::-p-text(${summary})`).click();

export async function* makingClinics(stage: Stage): AsyncGenerator<State> {
  const page = await stage.staffPage(await stage.account('Sam Desk', ['receptionist']), '/staff/clinics');
  await says(page, 'Video clinic');
  yield { name: 'clinics', page };
  await press(page, 'Make a clinic');
  await page.locator('::-p-aria([name="At these times"])').click();
  await page.locator('::-p-aria([name="Add times: Monday"])').click();
  await page.locator('::-p-aria([name="Add times: Monday"])').click();
  await press(page, 'Save');
  await says(page, 'There is a problem');
  yield { name: 'clinic-wrong', page };
  await page.locator('::-p-aria([name="Remove times: Monday, 2"])').click();
  await press(page, 'The same until Friday');
  await fill(page, 'name', `Clinic of ${stage.cast.clinician}`);
  await fill(page, 'welcome', 'Please have your medicines at hand.');
  yield { name: 'clinic-form', page };
  await press(page, 'Save');
  await says(page, 'Monday to Friday');
  await openPart(page, 'Link as a code');
  await page.waitForSelector('.fd-qr');
  yield { name: 'clinics-two', page };
  await press(page, `Close for good: Clinic of ${stage.cast.clinician}`);
  await says(page, 'for good?');
  yield { name: 'clinic-close-question', page };
  await press(page, 'Close the clinic');
  await page.waitForSelector('dialog', { hidden: true });
}

export async function* makingAppointments(stage: Stage): AsyncGenerator<State> {
  const page = await stage.staffPage(await stage.account('Sam Desk', ['receptionist']), '/staff/clinics');
  await press(page, 'Appointments of Video clinic');
  await says(page, 'There are no appointments on this day.');
  await openPart(page, 'Make an appointment');
  await press(page, 'Make the appointment');
  await says(page, 'There is a problem');
  yield { name: 'appointment-wrong', page };
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  await page.locator('#expectedAt').fill(tomorrow);
  await page.locator('#time').fill('14:30');
  await fill(page, 'patientName', stage.cast.patient);
  await fill(page, 'patientPhone', '020 7946 0018');
  await page.select('#clinicianId', 'any');
  await press(page, 'Make the appointment');
  await says(page, 'The appointment is made');
  yield { name: 'appointment-made', page };

  await openPart(page, 'Appointments from a file');
  await paste(page, `date,time,name,phone\n${tomorrow},14:45,${stage.cast.guest},ring my sister\n31/2/2026,25:00,,`);
  await press(page, 'Make these appointments');
  await says(page, 'No appointment was made');
  yield { name: 'upload-wrong', page };
  await paste(page, `date,time,name\n${tomorrow},14:45,${stage.cast.guest}\n${tomorrow},15:00,`);
  await press(page, 'Make these appointments');
  await says(page, '2 appointments are made');
  yield { name: 'upload-made', page };

  await page.locator('[aria-label^="Cancel the appointment at 14:30"]').click();
  await says(page, 'Cancel the appointment at 14:30?');
  yield { name: 'appointment-cancel-question', page };
  await press(page, 'Cancel the appointment');
  await page.waitForSelector('dialog', { hidden: true });
  await says(page, 'Cancelled');
  yield { name: 'appointments-of-the-day', page };
}
