/** Which colour of tile stands for a group of fields: the palette, the cards and the panel show the same. */
import type { FieldGroup, FieldKind } from '#core/contracts/field-kind.ts';
import type { NodeFamily, NodeWords } from '#core/contracts/node-kind.ts';
import type { Bilingual } from '#core/problem/problem.ts';

export const tileOf: { readonly [G in FieldGroup]: NodeFamily } = {
  text: 'pay',
  number: 'data',
  date: 'measure',
  choice: 'people',
  computed: 'shape',
  layout: 'out',
};

export const groupHeadings: readonly { readonly groups: readonly FieldGroup[]; readonly heading: Bilingual }[] = [
  { groups: ['text', 'number', 'date'], heading: { en: 'Input', 'zh-CN': '输入' } },
  { groups: ['choice'], heading: { en: 'Choice', 'zh-CN': '选择' } },
  { groups: ['computed'], heading: { en: 'Computed', 'zh-CN': '计算' } },
  { groups: ['layout'], heading: { en: 'Page', 'zh-CN': '版面' } },
];

/** A field kind as the palette shows kinds. */
export interface PaletteField {
  readonly kind: string;
  readonly family: NodeFamily;
  readonly icon: string;
  readonly words: { readonly en: NodeWords; readonly 'zh-CN': NodeWords };
  readonly field: FieldKind;
}

export function paletteField(field: FieldKind): PaletteField {
  const { kind, group, icon, words } = field;
  return { kind, family: tileOf[group], icon, words, field };
}
