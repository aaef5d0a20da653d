import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import type { Page } from 'puppeteer-core';
import { admit, click, endForEverybody, shows } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

const hour = 3_600_000;

export async function* goodbyes(stage: Stage): AsyncGenerator<State> {
  const { patientLink, clinicianLink, clinician, patient } = await stage.call();
  await click(patient, 'leave');
  await click(patient, 'confirm-leave');
  yield { name: 'patient-left', page: await saidGoodbye(patient, 'visit_left') };
  await click(patient, 'come-back');
  await shows(patient, 'waiting-screen');
  await admit(clinician, stage.cast.patient);
  await shows(patient, 'call-screen');
  await click(clinician, 'remove');
  await click(clinician, 'confirm-remove');
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
