import { createHmac } from 'node:crypto';
import type { IceServer } from '@front-door/shared/protocol/media.ts';
import type { TurnSettings } from './turn-settings.ts';

/** A check of the connection is over in a quarter of it; the rest is for clocks that differ. */
const checkLifetime = 60;

/**
 * The way into the relay, for whoever may use it. What a browser shows there is `<expiry>:<name>` with a signature, as
 * coturn's `use-auth-secret` wants it. The name stands for a visit as far as the relay can count, and says nothing of
 * it: whoever knows the visit cannot tell its name, nor the other way round.
 */
export class Turn {
  readonly #settings: TurnSettings | null;
  readonly #now: () => number;

  constructor(settings: TurnSettings | null, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** For somebody in the call; none where there is no relay. */
  forCall(visitId: string): IceServer[] {
    return this.#settings === null ? [] : [this.#issue(this.#settings, visitId, this.#settings.lifetime)];
  }

  /**
   * For a check of the connection by a visit, or by whoever is at an address, who share one name: strangers cannot have
   * more places than one visit. None where there is no relay.
   */
  forCheck(whose: string): IceServer[] {
    return this.#settings === null ? [] : [this.#issue(this.#settings, `check ${whose}`, checkLifetime)];
  }

  #issue({ urls, secret }: TurnSettings, whose: string, lifetime: number): IceServer {
    const name = createHmac('sha256', secret).update(`name of ${whose}`).digest('base64url').slice(0, 22);
    const expiry = Math.floor(this.#now() / 1_000) + lifetime;
    const username = `${expiry}:${name}`;
    const credential = createHmac('sha1', secret).update(username).digest('base64');
    return { urls, username, credential };
  }
}
