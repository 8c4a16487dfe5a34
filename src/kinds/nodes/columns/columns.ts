import { z } from 'zod';
import { definitionOrder } from '#core/formula/definition-order.ts';
import { problem } from '#core/problem/problem.ts';
import { notUnderstood } from '#core/contracts/build-expression.ts';
import { extendWith, type MadeColumn } from '#core/contracts/draft-steps.ts';
import { defineNode } from '#core/contracts/node-kind.ts';
import { madeColumn, type MadeByFormula } from '#core/contracts/prop-schemas.ts';
import { columnTypeOf } from '#core/contracts/column-type.ts';

/** Adds columns computed by formulas; each may use the others, in any order, but not in a circle. */
export const columns = defineNode({
  kind: 'columns',
  version: 1,
  family: 'shape',
  icon: 'math-function',
  words: {
    en: {
      label: 'Column',
      summary: 'Add columns computed by formulas',
      search: 'formula calculate field',
      unit: 'rows',
    },
    'zh-CN': { label: '公式列', summary: '用公式添加列', search: '计算 字段', unit: '行' },
  },
  props: z.strictObject({ columns: z.array(madeColumn).max(200) }),
  defaults: { columns: [] as MadeByFormula[] },
  inputs: [{ key: 'in', type: 'rows', required: true, words: { en: 'Rows', 'zh-CN': '数据行' } }],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Rows', 'zh-CN': '数据行' } }],
  inspector: [
    {
      prop: 'columns',
      control: 'formulas',
      from: 'in',
      place: 'row',
      section: 'does',
      words: { en: 'Columns', 'zh-CN': '列' },
      help: { en: 'A column may use the others.', 'zh-CN': '各列之间可以相互使用。' },
    },
  ],
  lower: (props, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const made: MadeColumn[] = [];
    const { order, circles } = definitionOrder(
      props.columns,
      rows.columns.map((one) => one.key),
    );
    for (const circle of circles) {
      const first = props.columns.findIndex((one) => one.key === circle[0]);
      context.report(problem('compile.circular-formulas', { columns: circle }, { path: `columns.${first}.formula` }));
    }
    const inCircle = new Set(circles.flat());
    for (const index of order) {
      const column = props.columns[index];
      if (!column || inCircle.has(column.key)) continue;
      const before = [...rows.columns.filter((one) => !made.some((other) => other.key === one.key)), ...made];
      const checked = context.formula(column.formula, {
        path: `columns.${index}.formula`,
        place: 'row',
        columns: before,
      });
      const expression = checked ?? notUnderstood;
      const format = column.format ?? expression.format;
      made.push({
        key: column.key,
        type: columnTypeOf(expression),
        label: column.label ?? column.key,
        ...(format ? { format } : {}),
        expression,
      });
    }
    const out = made.length > 0 ? context.emit(extendWith(rows, made)) : rows;
    return { ports: { out }, headline: { step: out.step, measure: 'rows' } };
  },
});
