/** Method and path of what the pages of a visit ask for, who may be on a slow phone: nothing of the staff's pages. */
export const visitRoutes = {
  'links.exchange': 'POST /api/links/exchange',
  'visits.resume': 'POST /api/visits/resume',
  'check.enter': 'POST /api/check',
  'clinics.arrive': 'POST /api/arrivals',
  'consultations.enter': 'POST /api/consultations/:id/enter',
  'goodbye.read': 'POST /api/goodbye',
  'feedback.give': 'POST /api/feedback',
} as const;
