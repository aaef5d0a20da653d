import type { ComponentType } from 'preact';
import { pages } from '@front-door/shared/protocol/pages.ts';
import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { ApiKeysPage } from './api-keys/ApiKeysPage.tsx';
import { ClinicsPage } from './clinics/ClinicsPage.tsx';
import { FeedbackPage } from './feedback/FeedbackPage.tsx';
import { HomePage } from './home/HomePage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { PracticePage } from './practice/PracticePage.tsx';
import { RoomsPage } from './rooms/RoomsPage.tsx';
import { may } from './session.ts';
import { TrailPage } from './trail/TrailPage.tsx';
import { WaitingPage } from './waiting/WaitingPage.tsx';

interface StaffPageEntry {
  path: string;
  title: () => string;
  roles: readonly StaffRole[];
  Content: ComponentType<{ staff: StaffView }>;
}

const everybody = ['clinician', 'receptionist', 'admin'] as const;
const atDesk = ['clinician', 'receptionist'] as const;
const admins = ['admin'] as const;

const entries: readonly StaffPageEntry[] = [
  { path: `${pages.staff}/waiting`, title: () => t('waiting:title'), roles: atDesk, Content: WaitingPage },
  { path: pages.staff, title: () => t('staff:frame.consultations'), roles: everybody, Content: HomePage },
  { path: `${pages.staff}/clinics`, title: () => t('clinics:title'), roles: everybody, Content: ClinicsPage },
  { path: `${pages.staff}/rooms`, title: () => t('staff:frame.rooms'), roles: everybody, Content: RoomsPage },
  { path: `${pages.staff}/people`, title: () => t('staff:frame.people'), roles: admins, Content: PeoplePage },
  { path: `${pages.staff}/practice`, title: () => t('staff:frame.practice'), roles: admins, Content: PracticePage },
  { path: `${pages.staff}/feedback`, title: () => t('staff:frame.feedback'), roles: admins, Content: FeedbackPage },
  { path: `${pages.staff}/api-keys`, title: () => t('staff:frame.apiKeys'), roles: admins, Content: ApiKeysPage },
  { path: `${pages.staff}/trail`, title: () => t('staff:frame.trail'), roles: admins, Content: TrailPage },
];

/** The pages somebody can go to, in the order of the navigation. */
export const pagesFor = (staff: StaffView): StaffPageEntry[] => entries.filter(({ roles }) => may(staff, ...roles));

/** Where somebody begins: the first page of the navigation. */
export const firstPageOf = (staff: StaffView): string => pagesFor(staff)[0]?.path ?? pages.staff;

/** The page at an address, if there is one for this person. */
export const pageAt = (path: string, staff: StaffView): StaffPageEntry | undefined =>
  pagesFor(staff).find((page) => page.path === path);
