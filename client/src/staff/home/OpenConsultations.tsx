import type { StaffView, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { byUrgency, isOwn } from '../rooms.ts';
import { may } from '../session.ts';
import { watch } from '../watch.ts';
import { WatchState } from '../WatchState.tsx';
import { ConsultationCard } from './ConsultationCard.tsx';

/** The practice's open consultations, live; a clinician's own first. */
export function OpenConsultations({ staff }: { staff: StaffView }) {
  const view = watch.view.value;
  const canOpen = may(staff, 'clinician');
  const rooms = byUrgency(view?.rooms ?? []);
  const own = canOpen ? rooms.filter((room) => isOwn(room, staff)) : [];
  const others = rooms.filter((room) => !own.includes(room));
  return (
    <>
      <WatchState />
      {view && canOpen && <Consultations heading={t('staff:home.yours')} rooms={own} canOpen own />}
      {view && (others.length > 0 || !canOpen) && (
        <Consultations
          heading={canOpen ? t('staff:home.others') : t('staff:home.all')}
          rooms={others}
          canOpen={canOpen}
        />
      )}
    </>
  );
}

interface Props {
  heading: string;
  rooms: readonly WatchedRoom[];
  canOpen: boolean;
  own?: boolean;
}

const Consultations = ({ heading, rooms, canOpen, own = false }: Props) => (
  <section>
    <h2 class="nhsuk-heading-m">{heading}</h2>
    {rooms.length === 0 && <p>{t('staff:home.none')}</p>}
    {rooms.map((room) => (
      <ConsultationCard key={room.consultationId} room={room} canOpen={canOpen} own={own} />
    ))}
  </section>
);
