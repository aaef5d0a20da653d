/** How much somebody remembers of each kind; the newest is what one acts on. */
const most = 12;
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Where the id of a field, or of a kind of address, is otherwise told under other names. */
const toldAs: Record<string, readonly string[]> = {
  transportId: ['send', 'receive'],
  clinicId: ['clinic', 'clinics'],
  clinicianId: ['clinicians'],
  before: ['entries'],
  clinics: ['clinicId', 'clinic'],
  consultations: ['consultationId'],
  appointments: ['consultationId', 'consultations'],
  links: ['linkId'],
  'api-keys': ['apiKeys'],
};

/** The ids somebody was told, under the names under which they were told. */
export class Memory {
  readonly #ids = new Map<string, string[]>();
  readonly #all: string[] = [];

  note(told: unknown, name = ''): void {
    if (typeof told === 'string') {
      if (isId.test(told)) this.#keep(name, told);
    } else if (Array.isArray(told)) {
      for (const one of told) this.note(one, name);
    } else if (typeof told === 'object' && told !== null) {
      // A record's own id goes by the name under which the record is told.
      for (const [field, one] of Object.entries(told)) this.note(one, field === 'id' ? name : field);
    }
  }

  /** Those that could stand in a field of that name, newest first; any at all where none is known by it. */
  ids(field: string): readonly string[] {
    const known = [field, ...(toldAs[field] ?? [])].flatMap((name) => this.#ids.get(name) ?? []);
    return known.length > 0 ? known : this.#all;
  }

  #keep(name: string, id: string): void {
    for (const list of [this.#ids.get(name) ?? this.#begin(name), this.#all]) {
      const at = list.indexOf(id);
      if (at !== -1) list.splice(at, 1);
      list.unshift(id);
      list.length = Math.min(list.length, most);
    }
  }

  #begin(name: string): string[] {
    const list: string[] = [];
    this.#ids.set(name, list);
    return list;
  }
}
