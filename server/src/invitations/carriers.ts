import type { InvitationChannel } from '@front-door/shared/domain/invitations.ts';
import { notifyCarrier } from './notify.ts';
import type { Carrier } from './port.ts';
import type { InvitationSettings } from './settings.ts';
import { shown } from './shown.ts';
import { smtpCarrier } from './smtp.ts';

/** For each channel what carries it; null where nothing does. */
export type Carriers = Record<InvitationChannel, Carrier | null>;

export function createCarriers({ show, smtp, notify }: InvitationSettings, now: () => number): Carriers {
  if (show) return { sms: shown, email: shown };
  const byNotify = (channel: InvitationChannel, template: string | null) =>
    notify === null || template === null ? null : notifyCarrier(notify, channel, template, now);
  return {
    sms: byNotify('sms', notify?.smsTemplate ?? null),
    email: smtp === null ? byNotify('email', notify?.emailTemplate ?? null) : smtpCarrier(smtp),
  };
}
