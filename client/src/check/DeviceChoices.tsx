import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { OwnDevice } from '../call/own-device.ts';
import type { OwnMedia } from '../call/own-media.ts';
import { canChooseSpeaker, preferDevice, preferredDevice } from '../call/preferred-devices.ts';
import { t } from '../i18n/index.ts';

/** Which camera, microphone and speaker, where there are several. What is chosen is remembered on this device. */
export function DeviceChoices({ own }: { own: OwnMedia }) {
  const devices = useDevices(own);
  const of = (kind: MediaDeviceKind) => devices.filter((device) => device.kind === kind && device.deviceId !== '');
  return (
    <>
      <Choice
        label={t('later:check.choose.camera')}
        devices={of('videoinput')}
        current={idOf(own.camera)}
        onChoose={() => void own.changeCamera()}
      />
      <Choice
        label={t('later:check.choose.microphone')}
        devices={of('audioinput')}
        current={idOf(own.microphone)}
        onChoose={() => void own.changeMicrophone()}
      />
      {canChooseSpeaker() && (
        <Choice
          label={t('later:check.choose.speaker')}
          devices={of('audiooutput')}
          current={preferredDevice('audiooutput') ?? 'default'}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  devices: MediaDeviceInfo[];
  current: string | undefined;
  /** The new one is already remembered. */
  onChoose?: () => void;
}

function Choice({ label, devices, current, onChoose }: ChoiceProps) {
  const id = useId();
  if (devices.length < 2) return null;
  return (
    <div class="fd-check__choice">
      <label class="nhsuk-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="fd-select"
        value={current}
        onChange={({ currentTarget: { value } }) => {
          preferDevice(devices[0]!.kind, value);
          onChoose?.();
        }}
      >
        {devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || t('later:check.choose.unnamed', { number: index + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}

function idOf({ state: { value } }: OwnDevice): string | undefined {
  return value.is === 'on' ? value.track.getSettings().deviceId : undefined;
}

/** What there is; browsers tell the names only to who may use them, so it is asked again when that may have changed. */
function useDevices(own: OwnMedia): MediaDeviceInfo[] {
  const devices = useSignal<MediaDeviceInfo[]>([]);
  const allowed = `${own.camera.state.value.is} ${own.microphone.state.value.is}`;
  useEffect(() => {
    const ask = () => {
      navigator.mediaDevices.enumerateDevices().then(
        (found) => (devices.value = found),
        () => undefined,
      );
    };
    ask();
    navigator.mediaDevices.addEventListener('devicechange', ask);
    return () => navigator.mediaDevices.removeEventListener('devicechange', ask);
  }, [allowed]);
  return devices.value;
}
