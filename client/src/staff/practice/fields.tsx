import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { PracticeForm } from './practice-form.ts';

interface Props {
  values: NonNullable<PracticeForm['values']['value']>;
  state: PracticeForm['state'];
}

const Group = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <fieldset class="nhsuk-fieldset fd-group">
    <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{heading}</legend>
    {children}
  </fieldset>
);

/** Those that this browser knows, and the practice's own. */
const timeZones = (own: string): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), own])].toSorted();

export const About = ({ values: { name, phone, timeZone, agreement }, state }: Props) => (
  <Group heading={t('staff:practice.about')}>
    <TextInput
      id="name"
      label={t('staff:practice.name')}
      error={state.errorOf('name')}
      value={name}
      autocomplete="organization"
      maxLength={100}
    />
    <TextInput
      id="phone"
      label={t('staff:practice.phone')}
      hint={t('staff:practice.phoneHint')}
      error={state.errorOf('phone')}
      value={phone}
      autocomplete="off"
      maxLength={30}
    />
    <Select
      id="timeZone"
      label={t('staff:practice.timeZone')}
      hint={t('staff:practice.timeZoneHint')}
      error={state.errorOf('timeZone')}
      options={timeZones(timeZone.peek())}
      value={timeZone}
    />
    <TextArea
      id="agreement"
      label={t('staff:practice.agreement')}
      error={state.errorOf('agreement')}
      value={agreement}
      maxLength={4000}
    />
  </Group>
);

export const Waiting = ({ values: { showsPlace, showsWait, repliesAllowed, placeKeptMinutes }, state }: Props) => (
  <Group heading={t('staff:practice.waiting')}>
    <Checkbox id="showsPlace" label={t('staff:practice.showsPlace')} value={showsPlace} />
    <Checkbox id="showsWait" label={t('staff:practice.showsWait')} value={showsWait} />
    <Checkbox id="repliesAllowed" label={t('staff:practice.repliesAllowed')} value={repliesAllowed} />
    <TextInput
      id="placeKeptMinutes"
      label={t('staff:practice.placeKept')}
      error={state.errorOf('placeKeptMinutes')}
      value={placeKeptMinutes}
      type="number"
      autocomplete="off"
      maxLength={3}
    />
  </Group>
);

export const Goodbye = ({ values: { afterText, afterLink, feedbackWanted }, state }: Props) => (
  <Group heading={t('staff:practice.goodbye')}>
    <TextArea
      id="afterText"
      label={t('staff:practice.afterText')}
      hint={t('staff:practice.afterTextHint')}
      error={state.errorOf('afterText')}
      value={afterText}
      maxLength={1000}
    />
    <TextInput
      id="afterLink"
      label={t('staff:practice.afterLink')}
      hint={t('staff:practice.afterLinkHint')}
      error={state.errorOf('afterLink')}
      value={afterLink}
      type="url"
      autocomplete="off"
      maxLength={500}
    />
    <Checkbox id="feedbackWanted" label={t('staff:practice.feedbackWanted')} value={feedbackWanted} />
  </Group>
);
