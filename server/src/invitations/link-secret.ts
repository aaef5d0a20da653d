import { createHmac, hkdfSync } from 'node:crypto';

/**
 * The secret of a link, made of the link's id and the server's key, so that a message says the same at every attempt
 * and the secret itself is kept nowhere. Base64url of 128 bits, as of every link.
 */
export class LinkSecrets {
  readonly #key: Buffer;

  constructor(serverKey: string) {
    this.#key = Buffer.from(hkdfSync('sha256', serverKey, '', 'front-door invitation links', 32));
  }

  of(linkId: string): string {
    return createHmac('sha256', this.#key).update(linkId).digest().subarray(0, 16).toString('base64url');
  }
}
