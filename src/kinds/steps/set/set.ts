import { z } from 'zod';
import { formulaText } from '#core/contracts/prop-schemas.ts';
import { defineStep } from '#core/contracts/step-kind.ts';

/** Gives one of the journey's variables a new value. */
export const set = defineStep({
  kind: 'set',
  version: 1,
  family: 'shape',
  section: 'route',
  icon: 'variable',
  words: {
    en: {
      label: 'Set variable',
      summary: 'Remember something for this customer',
      search: 'update assign count',
      unit: 'came in',
    },
    'zh-CN': { label: '设置变量', summary: '为该客户记住一个值', search: '更新 赋值 计数', unit: '已进入' },
  },
  props: z.strictObject({ variable: z.string().max(64), value: formulaText }),
  defaults: { variable: '', value: '' },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [{ key: 'out', type: 'flow', words: { en: 'Then', 'zh-CN': '之后' } }],
  inspector: [
    {
      prop: 'variable',
      control: 'column',
      from: 'variables',
      section: 'does',
      words: { en: 'Variable', 'zh-CN': '变量' },
      help: { en: 'Variables are made in the journey’s own panel.', 'zh-CN': '变量在旅程面板中添加。' },
    },
    {
      prop: 'value',
      control: 'formula',
      from: 'in',
      place: 'row',
      section: 'does',
      words: { en: 'Becomes', 'zh-CN': '变为' },
    },
  ],
  lower: (props, context) => {
    if (props.variable === '') {
      context.say('no-variable', { en: 'Choose the variable.', 'zh-CN': '请选择变量。' }, { path: 'variable' });
      return undefined;
    }
    if (!context.variables.some((one) => one.key === props.variable)) {
      const words = {
        en: `The journey has no variable “${props.variable}”. Make it in the journey’s panel, or choose another.`,
        'zh-CN': `旅程没有变量“${props.variable}”。请在旅程面板中添加，或选择其他变量。`,
      };
      context.say('unknown-variable', words, { path: 'variable' });
      return undefined;
    }
    if (props.value.trim() === '') {
      context.say('no-value', { en: 'Say what it becomes.', 'zh-CN': '请填写变为什么。' }, { path: 'value' });
      return undefined;
    }
    const value = context.formula(props.value, 'value');
    return value && { node: 'set', set: [{ target: 'variable', key: props.variable, value }] };
  },
});
