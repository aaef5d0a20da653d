import type { MessageView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';

/** What somebody wrote; of the practice's ready texts in the reader's language. */
export const messageText = ({ template, text }: MessageView): string =>
  template === null ? (text ?? '') : t(`patient:message.${template}`);
