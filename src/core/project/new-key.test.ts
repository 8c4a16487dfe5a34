import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { isKey } from './key.ts';
import { freeKey } from './new-key.ts';

test.each([
  ['Deal Amount', [], 'deal_amount'],
  ['Deal Amount (€)', ['deal_amount'], 'deal_amount_2'],
  ['销售额', [], '销售额'],
  ['销售额（万元）', [], '销售额_万元'],
  ['2026 quota', [], '_2026_quota'],
  ['Ｗｉｄｅ　Label', [], 'wide_label'],
  ['%%%', ['ITEM', 'item_2'], 'item_3'],
  ['TRUE', [], 'item'],
])('%j becomes a free key', (label, taken, key) => {
  expect(freeKey(label, taken)).toBe(key);
});

test.prop([fc.string({ unit: 'grapheme', maxLength: 90 }), fc.array(fc.string())], { numRuns: 200 })(
  'whatever the label, the key is one and is free',
  (label, others) => {
    const taken = [...others, freeKey(label, others)];
    const key = freeKey(label, taken);
    expect(isKey(key)).toBe(true);
    expect(taken.map((one) => one.toLowerCase())).not.toContain(key.toLowerCase());
  },
);
