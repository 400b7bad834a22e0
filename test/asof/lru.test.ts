import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lru } from '../../src/asof/lru.ts';

const step = fc.record({
  key: fc.integer({ min: 0, max: 9 }),
  weight: fc.option(fc.integer({ min: 1, max: 5 })),
});

test('keeps the latest asked for or set, as many as weigh no more than they may', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 20 }), (steps, most) => {
      const lru = new Lru<{ weight: number }>(most, (value) => value.weight);
      let recent: { key: number; value: { weight: number } }[] = [];
      for (const { key, weight } of steps) {
        const known = recent.find((entry) => entry.key === key)?.value;
        const value = weight === null ? known : { weight };
        if (weight === null) expect(lru.get(String(key))).toBe(known);
        else if (value !== undefined) lru.set(String(key), value);
        if (value === undefined) continue;
        recent = [{ key, value }, ...recent.filter((entry) => entry.key !== key)];
        const total = () => recent.reduce((sum, entry) => sum + entry.value.weight, 0);
        while (total() > most) recent.pop();
      }
    }),
  );
});
