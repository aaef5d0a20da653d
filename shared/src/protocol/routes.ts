import { visitRoutes } from './visit-routes.ts';

/**
 * Method and path of every HTTP request of the contract. Apart from the schemas in http.ts, so that a page that only
 * sends requests does not have to load the validator.
 */
export const routes = {
  ...visitRoutes,
  'session.open': 'POST /api/session',
  'session.read': 'GET /api/session',
  'session.close': 'DELETE /api/session',
  'staff-links.look': 'POST /api/staff-links/look',
  'staff-links.make-account': 'POST /api/staff-links/make-account',
  'staff-links.sign-in': 'POST /api/staff-links/sign-in',
  'staff-links.create': 'POST /api/staff-links',
  'practice.read': 'GET /api/practice',
  'practice.update': 'POST /api/practice',
  'staff.list': 'GET /api/staff',
  'staff.disable': 'POST /api/staff/:id/disable',
  'clinics.list': 'GET /api/clinics',
  'clinics.create': 'POST /api/clinics',
  'clinics.update': 'POST /api/clinics/:id',
  'clinics.close': 'POST /api/clinics/:id/close',
  'appointments.upload': 'POST /api/clinics/:id/appointments',
  'appointments.list': 'GET /api/appointments',
  'appointments.cancel': 'POST /api/appointments/:id/cancel',
  'clinicians.list': 'GET /api/clinicians',
  'consultations.create': 'POST /api/consultations',
  'consultations.end': 'POST /api/consultations/:id/end',
  'links.create': 'POST /api/consultations/:id/links',
  'links.list': 'GET /api/consultations/:id/links',
  'links.revoke': 'POST /api/links/:id/revoke',
  'invitations.send': 'POST /api/consultations/:id/invitations',
  'invitations.list': 'GET /api/consultations/:id/invitations',
  'watch.enter': 'POST /api/watch',
  'feedback.list': 'GET /api/feedback',
  'api-keys.list': 'GET /api/api-keys',
  'api-keys.create': 'POST /api/api-keys',
  'api-keys.revoke': 'POST /api/api-keys/:id/revoke',
  'trail.read': 'GET /api/trail',
} as const;

export type HttpRequestName = keyof typeof routes;
