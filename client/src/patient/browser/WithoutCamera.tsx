import type { Visit } from '../../room/visit.ts';
import { lazy } from '../../ui/lazy.tsx';
import { later } from '../later.ts';
import { useCameraMissing } from './camera-missing.ts';

const Elsewhere = lazy(async () => (await later(import('./Elsewhere.tsx'))).Elsewhere);

interface Props {
  visit: Visit;
  link: string;
  /** The browser may be to blame: the person stayed in an app's against advice. */
  inApp: boolean;
}

/** The ways on for who has no camera here; nothing for everybody else. */
export function WithoutCamera({ visit: { connection, own }, link, inApp }: Props) {
  return useCameraMissing(own) ? <Elsewhere connection={connection} link={link} inApp={inApp} /> : null;
}
