// Whatever is done to a form, key by key: what stands is what computing everything anew would give.
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { fillSmall, type SmallForm } from '#kinds/testing/small-form.ts';
import type { FormSession } from './form-session.ts';
import { openForm } from './open-form.ts';
import { submissionOf } from './submission.ts';

const form: SmallForm = {
  fields: {
    mode: { kind: 'choice', required: 'TRUE', props: { choices: ['a', 'b', 'c'].map((id) => ({ id, label: id })) } },
    base: { kind: 'number', default: '10', props: { least: 0, most: 'total+100' } },
    part: { kind: 'section', visible: 'mode<>"c"' },
    lines: { kind: 'repeat', in: 'part', visible: 'base>0', props: { least: 'IF(mode="b",2,0)' } },
    units: { kind: 'number', in: 'lines', default: 'base/2' },
    price: { kind: 'number', in: 'lines', required: 'units>3', visible: 'units<>7' },
    worth: { kind: 'computed', in: 'lines', props: { formula: 'units*price' } },
    total: { kind: 'computed', props: { formula: 'SUM(worth)' } },
    share: { kind: 'computed', in: 'lines', visible: 'total>0', props: { formula: 'worth/total' } },
    cleared: { kind: 'text', visible: 'mode="a"', whenHidden: 'clear' },
    kept: { kind: 'text', visible: 'mode="a"', whenHidden: 'keep', enabled: 'total<50' },
    most: { kind: 'computed', props: { formula: 'MAX(share)+COUNT(units)+LEN(cleared&kept)' } },
  },
  rules: [{ id: 'r', when: 'most>5', do: 'require', at: ['f_kept'] }],
  checks: [{ id: 'c', assert: 'total<1000', level: 'warning', at: [], message: 'Large.' }],
};
const top = ['mode', 'base', 'cleared', 'kept', 'total'];
const inRows = ['units', 'price', 'worth'];
const answer = fc.constantFrom('a', 'b', 'c', '', null, undefined, 0, 1, 3, 7, 12.5, 400, 'x1', true);

interface Act {
  readonly what: number;
  readonly field: number;
  readonly row: number;
  readonly answer: string | number | boolean | null | undefined;
}
const act: fc.Arbitrary<Act> = fc.record({ what: fc.nat(9), field: fc.nat(9), row: fc.nat(5), answer });

function doIt(session: FormSession, { what, field, row, answer }: Act): void {
  const rows = session.rows('f_lines');
  const at = rows[row % Math.max(1, rows.length)];
  if (what === 0) session.addRow('f_lines', row % 2 === 0 ? at : undefined);
  else if (what === 1 && at !== undefined) session.removeRow('f_lines', at);
  else if (what < 6 && at !== undefined) session.set(`f_${inRows[field % inRows.length] ?? ''}`, answer, at);
  else session.set(`f_${top[field % top.length] ?? ''}`, answer);
}

test.prop([fc.array(act, { maxLength: 25 })], { numRuns: 60 })('incremental is the same as anew', (acts) => {
  const { form: session, compiled } = fillSmall(form, { lines: [{}] });
  for (const one of acts) {
    doIt(session, one);
    const anew = openForm(compiled.program, { asOf: 46_204, draft: session.draft() });
    expect(submissionOf(session)).toEqual(submissionOf(anew));
    for (const key of Object.keys(form.fields)) {
      const within = form.fields[key]?.in === 'lines';
      for (const row of within ? session.rows('f_lines') : [undefined])
        expect([key, row, session.field(`f_${key}`, row)]).toEqual([key, row, anew.field(`f_${key}`, row)]);
    }
  }
});
