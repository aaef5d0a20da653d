import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { linkRoles } from '@front-door/shared/domain/roles.ts';
import { roomTokenSeconds, type RoomGrant } from '@front-door/shared/protocol/tokens.ts';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { RoomTokens } from './room-tokens.ts';

const key = randomBytes(32).toString('base64url');
const clock = { now: 1_700_000_000_000 };
const tokens = new RoomTokens(key, () => clock.now);

const id = fc.uuid();
const grants: fc.Arbitrary<RoomGrant> = fc.oneof(
  fc.record(
    {
      by: fc.constant('link' as const),
      linkId: id,
      consultationId: id,
      role: fc.constantFrom(...linkRoles),
      enterAs: fc.constantFrom('this_device' as const, 'guest' as const),
    },
    { requiredKeys: ['by', 'linkId', 'consultationId', 'role'] },
  ),
  fc.record({ by: fc.constant('resume' as const), visitId: id, consultationId: id, device: fc.string() }),
  fc.record({ by: fc.constant('staff' as const), staffId: id, consultationId: id }),
  fc.record({
    by: fc.constant('watch' as const),
    staffId: id,
    practiceId: id,
  }),
);
const anyGrant: RoomGrant = { by: 'staff', staffId: randomUUID(), consultationId: randomUUID() };

/** What `open` says of a token: its grant, or the code of the refusal. */
function outcome(token: string): unknown {
  try {
    return tokens.open(token).grant;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

/** The claims that would be good now, and how they would be signed. */
const goodClaims = () => {
  const iat = clock.now / 1000;
  return { jti: randomUUID(), iat, exp: iat + roomTokenSeconds, grant: anyGrant };
};
const goodHeader = { algorithm: 'HS256', issuer: 'front-door', audience: 'front-door-socket' } as const;
const forge = (claims: object, header: jwt.SignOptions = {}, secret: jwt.Secret = key) =>
  jwt.sign(claims, secret, { ...goodHeader, ...header });
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a room token', () => {
  it('[TOKEN-1] says what it grants, to the second, for 60 seconds and no longer', () => {
    const lifetime = fc.integer({ min: 0, max: 120_000 });
    const issuedAt = fc.integer({ min: 1_600_000_000_000, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(grants, issuedAt, lifetime, (grant, at, later) => {
        clock.now = at;
        const token = tokens.issue(grant);
        clock.now = at + later;
        const endsAt = (Math.floor(at / 1000) + 60) * 1000;
        expect(outcome(token)).toEqual(clock.now < endsAt ? grant : 'token_expired');
      }),
    );
    clock.now = 1_700_000_000_000;
  });

  it('[TOKEN-1] is a JWT with HS256, our issuer and our audience, which lives for 60 seconds', () => {
    const { header, payload } = jwt.decode(tokens.issue(anyGrant), { complete: true })!;
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(payload).toMatchObject({ iss: 'front-door', aud: 'front-door-socket', grant: anyGrant });
    const { iat, exp } = payload as jwt.JwtPayload;
    expect(exp! - iat!).toBe(60);
  });

  it('[TOKEN-2] has a number of its own, by which its use is remembered', () => {
    const opened = Array.from({ length: 50 }, () => tokens.open(tokens.issue(anyGrant)).tokenId);
    expect(new Set(opened).size).toBe(50);
  });
});

describe('[TOKEN-3] a room token opens nothing', () => {
  it('when it is none at all', () => {
    const isNone = (text: string) => outcome(text) === 'token_invalid';
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isNone));
    const part = fc.base64String({ maxLength: 40 });
    const threeParts = fc.tuple(part, part, part).map((parts) => parts.join('.'));
    fc.assert(fc.property(threeParts, isNone));
  });

  it('when any one character of it was changed', () => {
    const token = tokens.issue(anyGrant);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.='.split('');
    fc.assert(
      fc.property(fc.nat({ max: token.length - 2 }), fc.constantFrom(...alphabet), (place, character) => {
        fc.pre(token[place] !== character);
        expect(outcome(token.slice(0, place) + character + token.slice(place + 1))).toBe('token_invalid');
      }),
      { numRuns: 500 },
    );
  });

  it('when its grant was exchanged for a better one', () => {
    fc.assert(
      fc.property(grants, grants, (own, wanted) => {
        const [header, payload, signature] = tokens.issue(own).split('.');
        const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
        const better = base64url({ ...claims, grant: wanted });
        fc.pre(better !== payload);
        expect(outcome([header, better, signature].join('.'))).toBe('token_invalid');
      }),
    );
  });

  it('when it is not signed', () => {
    const claims = { ...goodClaims(), iss: goodHeader.issuer, aud: goodHeader.audience };
    const signature = tokens.issue(anyGrant).split('.')[2]!;
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      const unsigned = `${base64url({ alg, typ: 'JWT' })}.${base64url(claims)}.`;
      expect(outcome(unsigned)).toBe('token_invalid');
      expect(outcome(unsigned + signature)).toBe('token_invalid');
    }
    expect(outcome(forge(goodClaims(), { algorithm: 'none' }, ''))).toBe('token_invalid');
  });

  it('when it is signed by another key', () => {
    expect(outcome(forge(goodClaims(), {}, randomBytes(32)))).toBe('token_invalid');
    const ofAnotherServer = new RoomTokens(null, () => clock.now).issue(anyGrant);
    expect(outcome(ofAnotherServer)).toBe('token_invalid');
  });

  it.each(['HS384', 'HS512'] as const)('when it is signed by the right key with %s', (algorithm) => {
    expect(outcome(forge(goodClaims(), { algorithm }))).toBe('token_invalid');
  });

  it('when it is signed by a key pair, or by its public half as if that were the key', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const publicText = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(outcome(forge(goodClaims(), { algorithm: 'RS256' }, privateKey))).toBe('token_invalid');
    expect(outcome(forge(goodClaims(), {}, Buffer.from(publicText)))).toBe('token_invalid');
    const confused = new RoomTokens(publicText, () => clock.now);
    expect(() => confused.open(forge(goodClaims(), { algorithm: 'RS256' }, privateKey))).toThrow('token_invalid');
  });

  it.each([{ issuer: 'somebody-else' }, { audience: 'another-service' }])('when it is for %o', (header) => {
    expect(outcome(forge(goodClaims(), header))).toBe('token_invalid');
  });

  it('without an issuer, an audience, a number, a time or a grant', () => {
    const complete = { ...goodClaims(), iss: goodHeader.issuer, aud: goodHeader.audience };
    const sign = (claims: object) => jwt.sign(JSON.stringify(claims), key, { algorithm: 'HS256' });
    expect(outcome(sign(complete))).toEqual(anyGrant);
    for (const missing of Object.keys(complete)) {
      const claims = Object.fromEntries(Object.entries(complete).filter(([name]) => name !== missing));
      expect({ missing, outcome: outcome(sign(claims)) }).toEqual({ missing, outcome: 'token_invalid' });
    }
  });

  it('for longer than 60 seconds, not even with the right key', () => {
    const now = clock.now / 1000;
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 1e6 }), fc.integer({ min: 61, max: 1e6 }), (start, lifetime) => {
        fc.pre(start + lifetime > 0);
        const claims = { ...goodClaims(), iat: now + start, exp: now + start + lifetime };
        expect(outcome(forge(claims))).toBe('token_invalid');
      }),
    );
  });

  it('when it was made for later', () => {
    const now = clock.now / 1000;
    const claims = { ...goodClaims(), iat: now + 3600, exp: now + 3660 };
    expect(outcome(forge(claims))).toBe('token_invalid');
  });

  it.each([
    ['an unknown kind', { by: 'magic', consultationId: randomUUID() }],
    ['a role that links do not have', { ...anyGrant, by: 'link', linkId: randomUUID(), role: 'admin' }],
    ['more than its kind has', { ...anyGrant, role: 'clinician' }],
    ['an id that is none', { ...anyGrant, consultationId: '1 or 1=1' }],
    ['nothing', null],
    ['a text', 'clinician'],
  ])('whose grant is %s', (_what, grant) => {
    expect(outcome(forge({ ...goodClaims(), grant }))).toBe('token_invalid');
  });
});
