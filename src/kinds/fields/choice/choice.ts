import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';

/** One of a list. What is answered is the choice's id, which never changes; labels may. */
export const choice = defineField({
  kind: 'choice',
  version: 1,
  group: 'choice',
  icon: 'checklist',
  words: {
    en: { label: 'Choice', summary: 'One of a list', search: 'select radio dropdown options' },
    'zh-CN': { label: '单选', summary: '从列表中选一个', search: '下拉 选项 选择' },
  },
  holds: 'value',
  props: z.strictObject({
    choices: z.array(z.strictObject({ id: z.string().min(1).max(64), label: z.string().max(200) })).max(500),
  }),
  defaults: { choices: [] },
  fresh: (word) => ({
    choices: ['A', 'B'].map((letter) => ({
      id: letter.toLowerCase(),
      label: word({ en: `Choice ${letter}`, 'zh-CN': `选项 ${letter}` }),
    })),
  }),
  shape: () => ({ type: 'text' }),
  inspector: [{ prop: 'choices', control: 'options', words: { en: 'Choices', 'zh-CN': '选项' } }],
  lower: ({ choices }, context) => {
    const ids = choices.map((one) => one.id);
    const doubled = ids.find((id, i) => ids.indexOf(id) !== i);
    if (choices.length === 0)
      context.say(
        'no-choices',
        {
          en: `“${context.label}” has no choices yet. Add some in the panel.`,
          'zh-CN': `“${context.label}”还没有选项，请在面板中添加。`,
        },
        { path: 'choices', severity: 'warning' },
      );
    if (doubled !== undefined)
      context.say(
        'choice-twice',
        {
          en: `Two choices have the value “${doubled}”. Give one of them another.`,
          'zh-CN': `两个选项的值都是“${doubled}”，请修改其中一个。`,
        },
        { path: 'choices' },
      );
    return { node: 'value', input: 'choice', constraints: [], choices: { from: 'list', items: choices } };
  },
});
