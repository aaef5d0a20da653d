import type { Action } from './action.ts';
import { Notice } from './Notice.tsx';

/** What went wrong with an action, when something did. */
export const Problem = ({ action }: { action: Action }) =>
  action.problem.value === null ? null : (
    <Notice kind="error" live>
      {action.problem.value}
    </Notice>
  );
