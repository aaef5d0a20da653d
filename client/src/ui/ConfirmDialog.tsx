import type { ComponentChildren } from 'preact';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface Props {
  /** A question. */
  heading: string;
  /** Its answer, as a verb: "End this room". */
  confirm: string;
  /** Something is lost by it. */
  warning?: boolean;
  busy?: boolean;
  /** By what tests find the button that confirms. */
  testId?: string;
  onConfirm: () => void;
  onCancel: () => void;
  /** What will happen. */
  children: ComponentChildren;
}

export const ConfirmDialog = ({ heading, confirm, warning = false, busy = false, ...rest }: Props) => (
  <Dialog heading={heading} onClose={rest.onCancel}>
    {rest.children}
    <div class="fd-actions">
      <Button kind={warning ? 'warning' : 'primary'} busy={busy} onClick={rest.onConfirm} testId={rest.testId}>
        {confirm}
      </Button>
      <Button kind="secondary" onClick={rest.onCancel}>
        {t('dialog.cancel')}
      </Button>
    </div>
  </Dialog>
);
