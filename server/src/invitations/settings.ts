import { z } from 'zod';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const apiKeyForm = new RegExp(`^.+-(${uuid})-(${uuid})$`, 'i');

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** The settings of what sends invitations, by the names of their environment variables. */
export const invitationVariables = {
  /** `show` sends nothing and shows staff the texts instead, whatever else is set. */
  INVITATIONS: z.enum(['show', 'send']).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not of the form smtp://user:password@host:port' }).optional(),
  MAIL_FROM: z.email().optional(),
  NOTIFY_API_KEY: z.string().regex(apiKeyForm, 'is not of the form name-service_id-secret').optional(),
  NOTIFY_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith('https:') || isLoopback(new URL(url).hostname), 'is not https')
    .default('https://api.notifications.service.gov.uk'),
  NOTIFY_SMS_TEMPLATE: z.uuid().optional(),
  NOTIFY_EMAIL_TEMPLATE: z.uuid().optional(),
};

type Variables = z.output<z.ZodObject<typeof invitationVariables>>;

/** Where one setting is of no use without another. Give it to the schema's `superRefine`. */
export function checkTogether(env: Variables, context: z.RefinementCtx): void {
  const wrong = (path: keyof Variables, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if ((env.SMTP_URL === undefined) !== (env.MAIL_FROM === undefined)) {
    wrong('MAIL_FROM', 'SMTP_URL and MAIL_FROM go together');
  }
  const hasTemplate = env.NOTIFY_SMS_TEMPLATE !== undefined || env.NOTIFY_EMAIL_TEMPLATE !== undefined;
  if (hasTemplate !== (env.NOTIFY_API_KEY !== undefined)) {
    wrong('NOTIFY_API_KEY', 'goes together with NOTIFY_SMS_TEMPLATE, NOTIFY_EMAIL_TEMPLATE or both');
  }
}

export interface SmtpSettings {
  url: string;
  /** The sender's address. */
  from: string;
  /** Whether the way there must be encrypted, by smtps or STARTTLS. */
  encrypted: boolean;
}

export interface NotifySettings {
  /** Without a slash at the end. */
  url: string;
  serviceId: string;
  secret: string;
  smsTemplate: string | null;
  emailTemplate: string | null;
}

export interface InvitationSettings {
  /** Nothing is sent, and staff see the texts instead. */
  show: boolean;
  smtp: SmtpSettings | null;
  notify: NotifySettings | null;
}

/** @param demo whether to show texts where nothing is set up to send */
export function readInvitationSettings(env: Variables, demo: boolean): InvitationSettings {
  const { SMTP_URL, MAIL_FROM, NOTIFY_API_KEY, NOTIFY_URL, NOTIFY_SMS_TEMPLATE, NOTIFY_EMAIL_TEMPLATE } = env;
  const [, serviceId, secret] = apiKeyForm.exec(NOTIFY_API_KEY ?? '') ?? [];
  const smtp =
    SMTP_URL === undefined || MAIL_FROM === undefined
      ? null
      : { url: SMTP_URL, from: MAIL_FROM, encrypted: !isLoopback(new URL(SMTP_URL).hostname) };
  const notify =
    serviceId === undefined || secret === undefined
      ? null
      : {
          url: NOTIFY_URL.replace(/\/+$/, ''),
          serviceId,
          secret,
          smsTemplate: NOTIFY_SMS_TEMPLATE ?? null,
          emailTemplate: NOTIFY_EMAIL_TEMPLATE ?? null,
        };
  const show = env.INVITATIONS === undefined ? demo && smtp === null && notify === null : env.INVITATIONS === 'show';
  return { show, smtp, notify };
}
