import { describe, expect, test } from 'vitest';
import { errors } from '../data/value.ts';
import { errorCodes, fillSmall, type SmallForm } from '#kinds/testing/small-form.ts';

/** A quote: lines with a total of their own, a discount that shows for large orders and asks for a reason. */
const quote: SmallForm = {
  fields: {
    customer: { kind: 'text', required: 'TRUE' },
    lines: { kind: 'repeat', props: { least: 1, most: 3 } },
    quantity: { kind: 'number', in: 'lines', default: '1', props: { least: 1 } },
    price: { kind: 'number', in: 'lines', required: 'TRUE' },
    line_total: { kind: 'computed', in: 'lines', props: { formula: 'ROUND(quantity*price,2)' } },
    total: { kind: 'computed', props: { formula: 'SUM(line_total)' } },
    share: { kind: 'computed', in: 'lines', props: { formula: 'IF(total=0,0,line_total/total)' } },
    discount: { kind: 'number', visible: 'total>=1000', props: { shown: 'percent', least: 0, most: 0.4 } },
    reason: { kind: 'long-text', visible: 'discount>0.2', required: 'TRUE', props: { shortest: 5 } },
    net: { kind: 'computed', props: { formula: 'total*(1-discount)' } },
  },
};
const value = (filled: ReturnType<typeof fillSmall>, key: string, row?: string) =>
  filled.form.field(`f_${key}`, row).value;

describe('a form being filled in', () => {
  test('compiles without a problem', () => {
    expect(errorCodes(fillSmall(quote))).toEqual([]);
  });

  test('rows compute themselves, the form adds them up, and rows see the total', () => {
    const filled = fillSmall(quote, { customer: 'Orchid', lines: [{ quantity: 2, price: 10 }, { price: 5.5 }] });
    expect(filled.submission()).toEqual({
      values: {
        customer: 'Orchid',
        lines: [
          { quantity: 2, price: 10, line_total: 20, share: 20 / 25.5 },
          { quantity: 1, price: 5.5, line_total: 5.5, share: 5.5 / 25.5 },
        ],
        total: 25.5,
        net: 25.5,
      },
      visible: [
        'customer',
        'lines',
        'lines.0.quantity',
        'lines.0.price',
        'lines.0.line_total',
        'lines.0.share',
        'lines.1.quantity',
        'lines.1.price',
        'lines.1.line_total',
        'lines.1.share',
        'total',
        'net',
      ],
      problems: [],
      accepted: true,
    });
  });

  test('a hidden field is blank to formulas, not submitted and not required; its answer comes back with it', () => {
    const filled = fillSmall(quote, { customer: 'A', lines: [{ quantity: 1, price: 1000 }], discount: 0.3 });
    const row = filled.form.rows('f_lines')[0];
    expect(value(filled, 'net')).toBe(700);
    expect(filled.submission().problems.map((one) => [one.at, one.problem.code])).toEqual([
      ['reason', 'interact.required'],
    ]);
    filled.form.set('f_price', 10, row);
    expect(filled.form.field('f_discount')).toMatchObject({ visible: false, value: null, answer: 0.3 });
    expect(filled.form.field('f_reason').visible).toBe(false);
    expect(value(filled, 'net')).toBe(10);
    expect(filled.submission().accepted).toBe(true);
    expect(filled.submission().values).not.toHaveProperty('discount');
    filled.form.set('f_price', '1,000', row);
    expect(value(filled, 'discount')).toBe(0.3);
    expect(value(filled, 'net')).toBe(700);
  });

  test('a default applies until the field is touched; emptied by hand it stays empty', () => {
    const filled = fillSmall(quote, { lines: [{ price: 4 }] });
    const row = filled.form.rows('f_lines')[0];
    expect(value(filled, 'line_total', row)).toBe(4);
    filled.form.set('f_quantity', '', row);
    expect(value(filled, 'quantity', row)).toBe(null);
    filled.form.set('f_quantity', undefined, row);
    expect(value(filled, 'quantity', row)).toBe(1);
  });

  test('rows come and go, and limits on their number hold', () => {
    const filled = fillSmall(quote, { customer: 'A' });
    expect(filled.submission().problems.map((one) => one.problem.code)).toEqual(['interact.too-few-rows']);
    const ids = [1, 2, 3, 4].map(() => filled.form.addRow('f_lines'));
    ids.forEach((id, i) => filled.form.set('f_price', i + 1, id));
    expect(value(filled, 'total')).toBe(10);
    expect(filled.submission().problems.map((one) => one.problem.code)).toEqual(['interact.too-many-rows']);
    filled.form.removeRow('f_lines', ids[0] ?? '');
    expect(value(filled, 'total')).toBe(9);
    expect(filled.submission().accepted).toBe(true);
  });

  test('a key press computes what hangs on its field and nothing else', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        [`a${i}`, { kind: 'number' }],
        [`b${i}`, { kind: 'computed', props: { formula: `a${i}*2` } }],
      ]).flat() as [string, { kind: string }][],
    );
    const filled = fillSmall({ fields });
    filled.form.set('f_a7', 21);
    expect(value(filled, 'b7')).toBe(42);
    expect(filled.form.computed()).toBeLessThanOrEqual(4);
    const before = filled.form.field('f_b8');
    let told = 0;
    filled.form.watch(() => told++, 'f_b8');
    filled.form.set('f_a7', 22);
    expect(filled.form.field('f_b8')).toBe(before);
    expect(told).toBe(0);
  });

  test('keep submits a hidden answer, clear forgets it', () => {
    const fields = {
      show: { kind: 'yes-no' },
      kept: { kind: 'text', visible: 'show', whenHidden: 'keep' },
      cleared: { kind: 'text', visible: 'show', whenHidden: 'clear' },
      seen: { kind: 'computed', props: { gives: 'text', formula: 'kept&"/"&cleared' } },
    } as const;
    const filled = fillSmall({ fields }, { show: true, kept: 'k', cleared: 'c' });
    expect(value(filled, 'seen')).toBe('k/c');
    filled.form.set('f_show', false);
    expect(value(filled, 'seen')).toBe('k/');
    expect(filled.submission().values).toEqual({ show: false, kept: 'k', seen: 'k/' });
    filled.form.set('f_show', true);
    expect(value(filled, 'seen')).toBe('k/');
  });

  test('sections hide what stands in them; rules and checks hold over the form', () => {
    const filled = fillSmall(
      {
        fields: {
          big: { kind: 'yes-no' },
          more: { kind: 'section', visible: 'big' },
          amount: { kind: 'number', in: 'more', default: '5' },
          note: { kind: 'text' },
        },
        rules: [{ id: 'r', when: 'amount>3', do: 'require', at: ['f_note'] }],
        checks: [{ id: 'c', assert: 'amount<100', level: 'error', at: ['f_amount'], message: 'Too much.' }],
      },
      { big: true },
    );
    expect(filled.submission().problems.map((one) => one.at)).toEqual(['note']);
    filled.form.set('f_amount', 100);
    expect(filled.submission().problems.map((one) => [one.at, one.problem.code])).toEqual([
      ['note', 'interact.required'],
      ['amount', 'interact.check'],
    ]);
    filled.form.set('f_big', false);
    expect(filled.submission()).toMatchObject({ accepted: true, visible: ['big', 'note'] });
  });

  test('a circle is named by its fields and harms nothing else', () => {
    const filled = fillSmall({
      fields: {
        a: { kind: 'computed', props: { formula: 'b+1' } },
        b: { kind: 'computed', props: { formula: 'a+1' } },
        c: { kind: 'computed', props: { formula: '1+1' } },
      },
    });
    expect(filled.compiled.problems).toContainEqual(
      expect.objectContaining({ code: 'compile.form-circle', params: { fields: ['a', 'b'] } }),
    );
    expect(value(filled, 'c')).toBe(2);
    expect(value(filled, 'a')).toBe(errors['#REF!']);
    expect(filled.submission().accepted).toBe(false);
  });
});

describe('hostile answers', () => {
  const form: SmallForm = {
    fields: {
      name: { kind: 'text', props: { longest: 5, pattern: 'A*' } },
      amount: { kind: 'number' },
      day: { kind: 'date', props: { latest: 'TODAY()' } },
      pick: { kind: 'choice', props: { choices: [{ id: 'a', label: 'First' }] } },
      yes: { kind: 'yes-no' },
      lines: { kind: 'repeat' },
      part: { kind: 'number', in: 'lines' },
      sum: { kind: 'computed', props: { formula: 'SUM(part)' } },
    },
  };
  const codes = (answers: unknown) =>
    fillSmall(form, answers)
      .submission()
      .problems.map((one) => one.problem.code);

  test('each field takes what it can hold and says why not', () => {
    expect(codes({ amount: '12a', day: '2026-02-30', pick: 'First', yes: 'maybe', name: 'Bobby T' })).toEqual([
      'interact.too-long',
      'interact.other-pattern',
      'interact.not-a-number',
      'interact.not-a-date',
      'interact.not-a-choice',
      'interact.not-yes-or-no',
    ]);
    expect(codes({ day: '2026-07-02' })).toEqual(['interact.too-large']);
    expect(fillSmall(form, { amount: '１，２５０.5', yes: '是', day: '2026-07-01' }).submission().values).toMatchObject(
      {
        amount: 1250.5,
        yes: true,
        day: '2026-07-01',
      },
    );
  });

  test('what is no answer at all is left out', () => {
    for (const odd of [null, 'x', 7, [], { lines: 3 }, { lines: [1] }, { sum: 4, __proto__: { amount: 1 } }])
      expect(fillSmall(form, odd).submission().values).toMatchObject({ amount: null, sum: 0, lines: [] });
    const nested = JSON.parse('{"__proto__": {"amount": 5}, "constructor": 1, "amount": {"a": 1}}') as unknown;
    expect(fillSmall(form, nested).submission().values).toMatchObject({ amount: null });
  });
});
