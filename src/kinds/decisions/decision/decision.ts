import { z } from 'zod';
import { bindInputs } from '#core/contracts/lowered-decision.ts';
import { defineNode } from '#core/contracts/node-kind.ts';
import { formulaText, madeKey } from '#core/contracts/prop-schemas.ts';
import type { Expression } from '#core/formula/expression.ts';

const props = z.strictObject({
  /** The decision's id; empty: not chosen. */
  decision: z.string().max(64),
  /** What its inputs are here, by the input's key; those not named are the columns of the same keys. */
  inputs: z.array(z.strictObject({ key: madeKey, formula: formulaText })).max(50),
});
type Props = z.infer<typeof props>;

/** Applies a decision table of the project to every row: its results become columns. The rows stay as they are. */
export const decision = defineNode<Props>({
  kind: 'decision',
  version: 1,
  family: 'limit',
  icon: 'grid-3x3',
  words: {
    en: {
      label: 'Decision',
      summary: 'Applies a decision table of this project to each row',
      search: 'rules table limit approve dmn',
      unit: 'rows decided',
    },
    'zh-CN': {
      label: '决策',
      summary: '对每一行套用本项目的决策表',
      search: '规则 决策表 限额 审批',
      unit: '行已判定',
    },
  },
  props,
  defaults: { decision: '', inputs: [] },
  inputs: [{ key: 'in', type: 'rows', required: true, words: { en: 'Rows', 'zh-CN': '数据行' } }],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Decided rows', 'zh-CN': '判定结果' } }],
  inspector: [
    {
      prop: 'decision',
      control: 'design',
      design: 'decision',
      section: 'does',
      words: { en: 'Decision table', 'zh-CN': '决策表' },
    },
    {
      prop: 'inputs',
      control: 'bindings',
      of: 'decision',
      from: 'in',
      section: 'does',
      words: { en: 'What it asks for', 'zh-CN': '输入对应' },
      help: {
        en: 'Each takes the column of its name unless you say otherwise.',
        'zh-CN': '默认取同名的列，可另行指定。',
      },
    },
  ],
  lower: (given, context) => {
    const [rows] = context.input('in');
    const table = context.decision(given.decision, 'decision');
    if (!rows || !table) return undefined;
    const bound = new Map<string, Expression>();
    for (const input of table.inputs) {
      const index = given.inputs.findIndex((one) => one.key === input.key);
      const formula = given.inputs[index]?.formula ?? '';
      if (formula.trim() === '' && !rows.columns.some((column) => column.key === input.key)) {
        context.say(
          'input',
          {
            en: `“${table.name}” asks for “${input.label ?? input.key}”. Choose which column that is.`,
            'zh-CN': `“${table.name}”需要“${input.label ?? input.key}”，请选择对应的列。`,
          },
          { path: 'inputs' },
        );
        continue;
      }
      const text = formula.trim() === '' ? `[${input.key}]` : formula;
      const path = index < 0 ? 'inputs' : `inputs.${index}.formula`;
      const checked = context.formula(text, { path, place: 'row', columns: rows.columns });
      if (checked) bound.set(input.key, checked);
    }
    if (bound.size < table.inputs.length) return undefined;
    const { hit, rules, out } = bindInputs(table, (key) => bound.get(key));
    const made = table.outputs;
    const columns = [
      ...rows.columns.map((column) => made.find((one) => one.key === column.key) ?? column),
      ...made.filter((one) => !rows.columns.some((column) => column.key === one.key)),
    ];
    const decided = context.emit({
      op: 'decide',
      input: rows.step,
      hit,
      rules,
      out,
      columns,
      ...(rows.grain ? { grain: rows.grain } : {}),
    });
    return { ports: { out: decided }, headline: { step: decided.step, measure: 'rows' } };
  },
});
