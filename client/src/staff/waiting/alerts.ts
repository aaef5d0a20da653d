import { computed, effect, signal, untracked } from '@preact/signals';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { may, session } from '../session.ts';
import { alertsFor, arrivals } from './arrivals.ts';
import { Chime } from './chime.ts';
import { remembered } from './remembered.ts';
import { waitingList } from './waiting-list.ts';

const on = 'on';

/** Tells of arrivals by a tone and by notifications, where the person wants that; at first by neither. */
class Alerts {
  readonly #sound = remembered('sound');
  readonly #notification = remembered('notification');
  readonly sound = computed(() => this.#sound.value === on);
  readonly notification = computed(() => this.#notification.value === on && this.isAllowed.value);
  /** Whether the browser lets the page show notifications. */
  readonly isAllowed = signal('Notification' in globalThis && Notification.permission === 'granted');
  /** The person wanted notifications, and the browser or the person said no. */
  readonly isRefused = signal(false);
  readonly chime = new Chime();

  switchSound(): void {
    this.#sound.value = this.sound.value ? '' : on;
    // Heard once at the beginning, so that the person knows it.
    if (this.sound.value) void this.chime.prepare().then(() => this.chime.play());
  }

  /** Asks the browser first, which asks the person. */
  async switchNotification(): Promise<void> {
    if (this.notification.value) {
      this.#notification.value = '';
      return;
    }
    this.isAllowed.value = 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';
    this.isRefused.value = !this.isAllowed.value;
    this.#notification.value = this.isAllowed.value ? on : '';
  }

  /** From here on, until it is stopped, arrivals in what is shown are told of. */
  start(): () => void {
    if (this.sound.value) void this.chime.prepare();
    let before: readonly WatchedRoom[] | null = null;
    return effect(() => {
      const { all, wanted } = waitingList;
      const now = all.value;
      untracked(() => {
        if (before !== null) this.#tell(arrivals(before, now).filter((room) => wanted.value.includes(room)));
        before = waitingList.isKnown.value ? now : null;
      });
    });
  }

  #tell(arrived: readonly WatchedRoom[]): void {
    const wishes = { sound: this.sound.value, notification: this.notification.value };
    const { sound, notifications } = alertsFor(arrived, wishes, document.hasFocus());
    if (sound) this.chime.play();
    for (const clinic of notifications) notify(clinic);
  }
}

/** Names no patient: it is shown over whatever is on the screen, and kept by the system. */
function notify(clinic: string | null): void {
  const text = clinic === null ? t('waiting:alerts.arrivedNowhere') : t('waiting:alerts.arrived', { clinic });
  try {
    const notification = new Notification(text);
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
    });
  } catch {
    // Phones' browsers show none from a page, whatever they said before.
  }
}

export const alerts = new Alerts();

/** Alerts whoever runs the waiting list, for as long as they are signed in, on every page. */
export function keepAlerting(): void {
  effect(() => {
    const now = session.value;
    if (now.is !== 'signed_in' || !may(now.staff, 'clinician', 'receptionist')) return;
    return untracked(() => alerts.start());
  });
}
