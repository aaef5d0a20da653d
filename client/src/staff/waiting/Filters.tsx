import { t } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import { waitingList } from './waiting-list.ts';

/** Which clinic's patients are shown, and whose. */
export const Filters = ({ isClinician }: { isClinician: boolean }) => {
  const clinicians = (waitingList.clinicians.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div class="fd-filters" role="group" aria-label={t('waiting:filter.title')}>
      <Select
        id="clinic"
        label={t('waiting:filter.clinic')}
        options={[{ value: '', label: t('waiting:filter.allClinics') }, ...waitingList.clinics.value]}
        value={waitingList.clinic}
      />
      <Select
        id="clinician"
        label={t('waiting:filter.clinician')}
        options={[
          { value: '', label: t('waiting:filter.allClinicians') },
          ...(isClinician ? [{ value: 'mine', label: t('waiting:filter.mine') }] : []),
          ...clinicians,
        ]}
        value={waitingList.clinician}
      />
    </div>
  );
};
