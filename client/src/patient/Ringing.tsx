import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { Notice } from '../ui/Notice.tsx';

/** Stands above everything while the practice rings up. Shown and not announced: announcing is done apart. */
export const Ringing = ({ view: { me, practice } }: { view: RoomView }) =>
  me.ringingSince === null ? null : (
    <div class="fd-ringing" data-testid="ringing">
      <Notice kind="warning">
        <strong>{t('patient:ringing', { practice: practice.name })}</strong>
      </Notice>
    </div>
  );
