/** A column or parameter in a few words: its label, its type, its unit. */
import type { ColumnInfo } from '../../data/schema.ts';
import type { Bilingual } from '../../problem/problem.ts';

const types: { readonly [T in ColumnInfo['type']]: Bilingual } = {
  number: { en: 'number', 'zh-CN': '数值' },
  text: { en: 'text', 'zh-CN': '文本' },
  boolean: { en: 'yes or no', 'zh-CN': '是或否' },
  date: { en: 'date', 'zh-CN': '日期' },
  time: { en: 'time', 'zh-CN': '时间' },
  datetime: { en: 'date and time', 'zh-CN': '日期和时间' },
  list: { en: 'list', 'zh-CN': '列表' },
  attachment: { en: 'file', 'zh-CN': '文件' },
  geo: { en: 'place', 'zh-CN': '地点' },
  mixed: { en: 'value', 'zh-CN': '值' },
};

function unit({ format }: ColumnInfo): Bilingual | undefined {
  if (format?.kind === 'currency') return { en: format.currency, 'zh-CN': format.currency };
  if (format?.kind === 'percent') return { en: '%', 'zh-CN': '%' };
  return format?.kind === 'unit' ? { en: format.unit, 'zh-CN': format.unit } : undefined;
}

export function sayColumn(info: ColumnInfo): Bilingual {
  const say = (language: keyof Bilingual) => {
    const measured = unit(info)?.[language];
    const type = types[info.type][language] + (measured ? ` (${measured})` : '');
    return info.label && info.label !== info.key ? `${info.label} · ${type}` : type;
  };
  return { en: say('en'), 'zh-CN': say('zh-CN') };
}
