import { expect, test } from 'vitest';
import { resumeStore } from './resume-store.ts';
import { Memory } from './memory.ts';

const door = { by: 'link', secret: 'the-secret-of-the-link' } as const;

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function working(): Memory {
  const shared = storage();
  return new Memory(() => shared);
}

const refuse = (): Storage => {
  throw new DOMException('no', 'SecurityError');
};

test('what one page wrote, the next page of the same link finds', async () => {
  const shared = storage();
  const page = () => new Memory(() => shared);
  (await resumeStore(door, page())).write('resume');
  expect((await resumeStore(door, page())).read()).toBe('resume');
  expect((await resumeStore({ by: 'link', secret: 'another' }, page())).read()).toBeNull();
});

test('the secret of the link is not in the storage', async () => {
  const shared = storage();
  (await resumeStore(door, new Memory(() => shared))).write('resume');
  expect(shared.key(0)).not.toContain(door.secret);
});

test('forgets only the secret that died', async () => {
  const store = await resumeStore(door, working());
  store.write('newer');
  store.forget('older');
  expect(store.read()).toBe('newer');
  store.forget('newer');
  expect(store.read()).toBeNull();
});

test('without storage it remembers while the page is open', async () => {
  const store = await resumeStore(door, new Memory(refuse));
  store.write('resume');
  expect(store.read()).toBe('resume');
  store.forget('resume');
  expect(store.read()).toBeNull();
});
