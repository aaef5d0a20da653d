import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import type { Page } from 'puppeteer-core';
import { admit, click, endForEverybody, fill, objects, says, shows, removeFromCall } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

const hour = 3_600_000;
const afterText = 'Your plan comes by text message.\n\nYour medicine is at the pharmacy from noon.';

export async function* goodbyes(stage: Stage): AsyncGenerator<State> {
  const { patientLink, clinicianLink, clinician, patient } = await stage.call();
  await click(patient, 'leave');
  await click(patient, 'confirm-leave');
  yield { name: 'patient-left', page: await saidGoodbye(patient, 'visit_left') };
  await click(patient, 'come-back');
  await shows(patient, 'waiting-screen');
  await admit(clinician, stage.cast.patient);
  await shows(patient, 'call-screen');
  await removeFromCall(clinician);
  yield { name: 'patient-removed', page: await saidGoodbye(patient, 'visit_removed') };
  const elsewhere = await stage.open(clinicianLink);
  yield { name: 'clinician-taken-over', page: await saidGoodbye(clinician, 'taken_over') };
  const again = await stage.open(patientLink);
  yield { name: 'patient-link-revoked', page: await saidGoodbye(again, 'link_revoked') };
  await endForEverybody(elsewhere);
  yield { name: 'clinician-ended', page: await saidGoodbye(elsewhere, 'consultation_ended') };
  const late = await stage.open(patientLink);
  yield { name: 'patient-ended', page: await saidGoodbye(late, 'consultation_ended') };
}

export async function* afterACall(stage: Stage): AsyncGenerator<State> {
  const none = await stage.staffPage(stage.admin, '/staff/feedback');
  await says(none, 'Nobody has answered in the last 30 days.');
  yield { name: 'feedback-none', page: none };
  const practice = await stage.admin.send('practice.read', {});
  const { clinician, patient } = await stage.call();
  await endForEverybody(clinician);
  await shows(patient, 'feedback');
  yield { name: 'patient-goodbye', page: patient };

  const own = { afterText, afterLink: 'https://willowbrook.example/after', phone: '020 7946 0018' };
  await stage.admin.send('practice.update', { ...practice, ...own });
  await patient.reload();
  await shows(patient, 'after-link');
  yield { name: 'patient-goodbye-own-words', page: patient };
  await click(patient, 'send-feedback');
  await objects(patient);
  yield { name: 'patient-goodbye-wrong', page: patient };
  await patient.locator('#rating').click();
  await fill(patient, 'text', 'Thank you, everything was clear. '.repeat(10));
  await click(patient, 'send-feedback');
  await shows(patient, 'feedback-given');
  yield { name: 'patient-goodbye-thanked', page: patient };

  const list = await stage.staffPage(stage.admin, '/staff/feedback');
  await says(list, 'everything was clear');
  yield { name: 'feedback', page: list };
  await stage.admin.send('practice.update', practice);
}

export async function* deadLinks(stage: Stage): AsyncGenerator<State> {
  const { origin } = stage.server;
  for (const [path, who] of [
    ['/v', 'patient'],
    ['/c', 'clinician'],
  ] as const) {
    const page = await stage.open(`${origin}${path}#AAAAAAAAAAAAAAAAAAAAAA`);
    yield { name: `${who}-link-unknown`, page: await saidGoodbye(page, 'link_unknown') };
    yield { name: `${who}-early`, page: await early(stage, who) };
  }
  const signedOut = await stage.open(`${origin}/c/${(await stage.consultation()).id}`);
  yield { name: 'clinician-signed-out', page: await saidGoodbye(signedOut, 'not_signed_in') };
  const admin = await stage.open(`${origin}/c/${(await stage.consultation()).id}`, { session: stage.admin });
  yield { name: 'clinician-forbidden', page: await saidGoodbye(admin, 'forbidden') };
}

async function early(stage: Stage, who: 'patient' | 'clinician'): Promise<Page> {
  const tomorrow: HttpInput<'consultations.create'> = { validFrom: Date.now() + 24 * hour };
  const made = await stage.consultation(tomorrow);
  return saidGoodbye(await stage.open(made[`${who}Link`]), 'link_not_yet_valid');
}

async function saidGoodbye(page: Page, reason: string): Promise<Page> {
  await page.waitForSelector(`[data-testid="goodbye-screen"][data-reason="${reason}"]`, { visible: true });
  return page;
}
