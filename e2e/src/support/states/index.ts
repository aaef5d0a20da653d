import { adminLooksAfterPeople, adminLooksAfterThePractice, adminLooksAfterTheRest, adminWatches } from './admin.ts';
import { inTheWrongBrowser } from './browser.ts';
import { aWeakCall, threeInACall, twoInACall } from './call.ts';
import { clinicianReceives } from './clinician.ts';
import { makingAppointments, makingClinics } from './clinics.ts';
import { afterACall, deadLinks, goodbyes } from './goodbye.ts';
import { outages } from './outages.ts';
import { outside } from './outside.ts';
import { patientWaits, patientWithoutDevices } from './patient.ts';
import { atAClinicsLink, inAQueue } from './queue.ts';
import { aSitting, callingInVain, onHold } from './sitting.ts';
import { clinicianAtHome, comingIn, othersAtHome, sendingTheLink } from './staff.ts';
import type { Story } from './story.ts';
import { runningTheList } from './waiting-list.ts';

/** What patients come by, from the door to the goodbye, but for the call. */
export const patientStories: Record<string, Story> = {
  'outside the door': outside,
  waiting: patientWaits,
  'waiting without devices': patientWithoutDevices,
  'waiting in a queue': inAQueue,
  'at a clinic’s own link': atAClinicsLink,
  'in the wrong browser': inTheWrongBrowser,
  goodbyes: goodbyes,
  'after a call': afterACall,
  'links that open nothing': deadLinks,
};

export const callStories: Record<string, Story> = {
  'a call': twoInACall,
  'a weak call': aWeakCall,
  'a call of three': threeInACall,
};

/** What clinicians come by beside the call itself. */
export const clinicianStories: Record<string, Story> = {
  'receiving somebody': clinicianReceives,
  'on hold': onHold,
  outages,
  'a sitting': aSitting,
  'calling in vain': callingInVain,
  "the clinician's consultations": clinicianAtHome,
  'running the waiting list': runningTheList,
};

export const staffStories: Record<string, Story> = {
  'coming in as staff': comingIn,
  watching: adminWatches,
  accounts: adminLooksAfterPeople,
  'the practice': adminLooksAfterThePractice,
  'keys and trail': adminLooksAfterTheRest,
  "the practice's consultations": othersAtHome,
  'sending the link': sendingTheLink,
  'making clinics': makingClinics,
  'making appointments': makingAppointments,
};

/** Every page in every state that looks different. */
export const stories: Record<string, Story> = {
  ...patientStories,
  ...callStories,
  ...clinicianStories,
  ...staffStories,
};
