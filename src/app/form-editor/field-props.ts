/** A field as the inspector edits it: what every field has, and the props of its kind, as one flat list; and where each stands in the document. */
import type { FieldKind } from '#core/contracts/field-kind.ts';
import type { InspectorField } from '#core/contracts/node-kind.ts';
import { atPath, isRecord } from '#core/edit/at-path.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { FormDesign } from '#core/project/form-design.ts';
import type { FormItem } from '#core/project/form-tree.ts';
import type { PropPath } from '../inspector/problems-at.ts';

/** `must` is how `required` is chosen: never, always, or by a formula. */
export type CommonProp = 'help' | 'must' | 'required' | 'default' | 'visible' | 'enabled' | 'whenHidden';

const help: InspectorField = {
  prop: 'help',
  control: 'text',
  section: 'reads',
  words: { en: 'Help', 'zh-CN': '提示' },
};
const must: readonly InspectorField[] = [
  {
    prop: 'must',
    control: 'choice',
    section: 'reads',
    words: { en: 'Required', 'zh-CN': '必填' },
    options: [
      { value: 'never', words: { en: 'No', 'zh-CN': '否' } },
      { value: 'always', words: { en: 'Always', 'zh-CN': '始终' } },
      { value: 'when', words: { en: 'When …', 'zh-CN': '满足条件时' } },
    ],
  },
  {
    prop: 'required',
    control: 'formula',
    place: 'row',
    section: 'reads',
    when: { prop: 'must', is: ['when'] },
    words: { en: 'Required when', 'zh-CN': '何时必填' },
  },
];
const start: InspectorField = {
  prop: 'default',
  control: 'formula',
  place: 'row',
  optional: true,
  words: { en: 'Starts as', 'zh-CN': '初始值' },
  help: { en: 'A formula. It holds until the field is touched.', 'zh-CN': '公式，在填写之前有效。' },
};
const visible: InspectorField = {
  prop: 'visible',
  control: 'formula',
  place: 'row',
  optional: true,
  words: { en: 'Shown when', 'zh-CN': '何时显示' },
  help: { en: 'A condition over other fields. Empty: always.', 'zh-CN': '引用其他字段的条件。留空则始终显示。' },
};
const hidden: InspectorField = {
  prop: 'whenHidden',
  control: 'choice',
  words: { en: 'While hidden', 'zh-CN': '隐藏时' },
  options: [
    { value: 'exclude', words: { en: 'Keep it back', 'zh-CN': '保留但不提交' } },
    { value: 'keep', words: { en: 'Send it anyway', 'zh-CN': '仍然提交' } },
    { value: 'clear', words: { en: 'Forget it', 'zh-CN': '清除' } },
  ],
};
const enabled: InspectorField = {
  prop: 'enabled',
  control: 'formula',
  place: 'row',
  optional: true,
  words: { en: 'Can be filled in when', 'zh-CN': '何时可填' },
};

export function commonFields(kind: FieldKind): readonly InspectorField[] {
  if (kind.holds === 'fields' || kind.holds === 'nothing') return [visible];
  if (kind.holds === 'rows') return [help, visible, enabled];
  if (kind.computed) return [help, visible];
  return [help, ...must, start, visible, hidden, enabled];
}

/** Its own part first: what the field is. Then what all fields have. */
export function editedFields(kind: FieldKind): readonly InspectorField[] {
  const common = commonFields(kind);
  return [
    ...common.filter((one) => one.section === 'reads'),
    ...kind.inspector.map((one) => ({ ...one, section: 'reads' as const })),
    ...common.filter((one) => one.section !== 'reads'),
  ];
}

export function editedProps(item: FormItem): Readonly<Record<string, unknown>> {
  const { field, place } = item;
  if (!field) return { ...place.props, ...(place.visible === undefined ? {} : { visible: place.visible }) };
  const { required, whenHidden = 'exclude', help: text, default: first, visible: shown, enabled: open } = field.value;
  const asked = required === undefined ? 'never' : /^\s*true\s*$/i.test(required) ? 'always' : 'when';
  return {
    ...field.value.props,
    help: text ?? '',
    must: asked,
    required: required ?? '',
    default: first ?? '',
    visible: shown ?? '',
    enabled: open ?? '',
    whenHidden,
  };
}

/** null where nothing would change. */
export function fieldEdit(
  form: FormDesign,
  item: FormItem,
  kind: FieldKind,
  path: PropPath,
  value: unknown,
): Edit | null {
  const [prop] = path;
  const base = item.field ? ['fields', item.field.key] : ['nodes', item.node];
  const common = commonFields(kind).some((one) => one.prop === prop);
  const to = (inside: PropPath, next: unknown): Edit | null => {
    const full = [...base, ...inside];
    const now = atPath(form, full);
    if (JSON.stringify(now) === JSON.stringify(next)) return null;
    return { op: 'design.set', design: form.id, path: full, ...(next === undefined ? {} : { value: next }) };
  };
  if (!common) {
    // Parts of the page made by hand may have no props yet.
    const owner = atPath(form, base);
    if (isRecord(owner) && owner['props'] === undefined)
      return to(['props'], { ...(kind.defaults as object), [String(prop)]: value });
    return to(['props', ...path], value);
  }
  const blank = value === undefined || value === '';
  if (prop === 'must') return to(['required'], value === 'never' ? undefined : value === 'always' ? 'TRUE' : '');
  if (prop === 'whenHidden') return to(['whenHidden'], value === 'exclude' ? undefined : value);
  if (prop === 'required') return to(['required'], value ?? '');
  return to([String(prop)], blank ? undefined : value);
}
