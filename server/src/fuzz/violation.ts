/** Something happened that must never happen, whatever anybody sends. */
export class Violation extends Error {
  constructor(what: string, about?: unknown) {
    super(about === undefined ? what : `${what}: ${JSON.stringify(about).slice(0, 2000)}`);
    this.name = 'Violation';
  }
}
