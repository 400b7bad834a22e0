import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lru } from '../../src/asof/lru.ts';

const step = fc.record({ key: fc.integer({ min: 0, max: 9 }), write: fc.boolean() });

test('keeps the latest keys asked for or set, and no more than it may', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 8 }), (steps, most) => {
      const lru = new Lru<number>(most);
      let recent: { key: number; value: number }[] = [];
      steps.forEach(({ key, write }, place) => {
        const known = recent.find((entry) => entry.key === key);
        if (write) lru.set(String(key), place);
        else expect(lru.get(String(key))).toBe(known?.value);
        if (!write && known === undefined) return;
        const value = write ? place : (known?.value ?? place);
        recent = [{ key, value }, ...recent.filter((entry) => entry.key !== key)].slice(0, most);
      });
    }),
  );
});
