import { computed, effect, untracked } from '@preact/signals';
import type { DeviceState, VisitReport } from '@front-door/shared/protocol/report.ts';
import type { OwnTrack } from '../call/own-device.ts';
import { currentLanguage } from '../i18n/index.ts';
import type { Visit } from '../room/visit.ts';
import type { VisitCheck } from './visit-check.ts';

/** Keeps staff told of what the person reads; before the call also of the step, and how devices and connection fare. */
export function keepReporting({ connection, own }: Visit, check: VisitCheck): void {
  const report = computed((): VisitReport | null => {
    const phase = connection.view.value?.me.phase;
    if (phase === undefined) return null;
    const language = currentLanguage();
    return phase === 'arrived' || phase === 'waiting' ? { language, ...progressOf(phase) } : { language };
  });
  /** What the server was last told, and on which connection: it is told again on the next. */
  let told = '';
  let isTelling = false;
  effect(() => {
    // Looked at again for each of these.
    void [report.value, connection.state.value];
    untracked(() => void keepUp());
  });

  function progressOf(phase: 'arrived' | 'waiting'): VisitReport {
    const [camera, microphone] = [own.camera.state.value, own.microphone.state.value];
    const isAsked = check.decided.value || camera.is !== 'off' || microphone.is !== 'off';
    return {
      step: phase === 'arrived' ? 'details' : check.decided.value && !check.isOpen.value ? 'waiting' : 'check',
      ...(isAsked && {
        devices: {
          camera: deviceState(camera, check.dark.value),
          microphone: deviceState(microphone, check.silent.value),
        },
      }),
      ...(check.measured.value && { connection: check.measured.value }),
    };
  }

  /** One report at a time; of several that come meanwhile the last. */
  async function keepUp(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    for (;;) {
      const state = connection.state.value;
      const now = `${state.is === 'here' ? state.number : 'away'} ${JSON.stringify(report.value)}`;
      if (state.is !== 'here' || report.value === null || now === told) break;
      told = now;
      // What does not get through is told again on the next connection; it is not worth more.
      await connection.socket.request('visit:report', report.value).catch(() => undefined);
    }
    isTelling = false;
  }
}

/** How a device fares, in the contract's words. `silent`: it is on, and nothing comes of it. */
function deviceState(own: OwnTrack, silent: boolean): DeviceState {
  switch (own.is) {
    case 'on':
      return silent ? 'silent' : 'ok';
    case 'off':
    case 'opening':
      return 'off';
    case 'missing':
      return own.problem === 'interrupted' ? 'in_use' : own.problem;
  }
}
