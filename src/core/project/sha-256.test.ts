import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256, sha256OfText } from './sha-256.ts';

test('the hash equals the platform’s for every length around a block', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  expect(sha256OfText('佣金方案')).toBe(createHash('sha256').update('佣金方案').digest('hex'));
});
