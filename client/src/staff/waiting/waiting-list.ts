import { computed, signal } from '@preact/signals';
import { serverTime } from '../../ui/clock.ts';
import { ask, session } from '../session.ts';
import { watch } from '../watch.ts';
import { isWanted, stillThere } from './filter.ts';
import { arrange, placesIn } from './order.ts';
import { remembered } from './remembered.ts';
import { SameRooms } from './same-rooms.ts';

interface Option {
  value: string;
  label: string;
}

/** The waiting list as it is shown, for whoever is signed in. What is chosen outlives the page. */
class WaitingList {
  readonly clinic = remembered('clinic');
  readonly clinician = remembered('clinician');
  readonly clinicians = signal<readonly { id: string; name: string }[] | null>(null);
  readonly #same = new SameRooms();

  readonly isKnown = computed(() => watch.view.value !== null);

  /** Everything in the list, each room the same object as long as it looks the same. */
  readonly all = computed(() => this.#same.of(watch.view.value?.rooms ?? []));

  readonly clinics = computed((): Option[] => {
    const open = watch.clinics.value?.clinics ?? [];
    const ofRooms = this.all.value.flatMap(({ clinic }) => clinic ?? []);
    return [...new Map([...open, ...ofRooms].map(({ id, name }) => [id, name]))].map(([value, label]) => ({
      value,
      label,
    }));
  });

  /** What is chosen, as far as it can be chosen. */
  readonly #wanted = computed(() => ({
    clinic: stillThere(this.clinic.value, this.clinics.value),
    clinician: this.clinician.value,
  }));

  readonly wanted = computed(() => {
    const { clinic, clinician } = this.#wanted.value;
    const { value: who } = session;
    if (who.is !== 'signed_in') return [];
    const clinicians = this.clinicians.value ?? [];
    return this.all.value.filter((room) => isWanted(room, { clinic, clinician }, who.staff, clinicians));
  });

  readonly arranged = computed(() => {
    const { clinic } = this.#wanted.value;
    const clinics = watch.clinics.value?.clinics ?? [];
    return arrange(
      this.wanted.value,
      clinics.filter(({ id }) => clinic === '' || id === clinic),
    );
  });

  /** The place of everybody in a clinic's queue, whatever of it is shown, by consultation. */
  readonly places = computed(() => {
    const placeKept = (watch.clinics.value?.placeKeptMinutes ?? 0) * 60_000;
    // Where there is no clinic, there is no queue that anybody is told of.
    const queues = arrange(this.all.value, []).queues.filter(({ clinic }) => clinic !== null);
    return new Map(queues.flatMap(({ rooms }) => [...placesIn(rooms, placeKept, serverTime())]));
  });

  /** Learns who the practice's clinicians are. @throws {ApiError} */
  async loadClinicians(): Promise<void> {
    const { clinicians } = await ask('clinicians.list', {});
    this.clinicians.value = clinicians;
    const isOne = clinicians.some(({ id }) => id === this.clinician.value);
    if (!isOne && this.clinician.value !== 'mine') this.clinician.value = '';
  }
}

export const waitingList = new WaitingList();
