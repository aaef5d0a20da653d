/** Somebody who is to be called in, as they are shown on the waiting list. */
export interface Called {
  consultationId: string;
  visitId: string;
  name: string;
}
