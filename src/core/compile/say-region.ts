/** A region that an analysis of a decision table found, as people would say it. */
import type { ColumnInfo } from '../data/schema.ts';
import type { Format } from '../data/column.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { Found, Limit } from '../program/analyse-decision.ts';
import { printIsoDate } from '../calendar/iso-text.ts';

export function sayRegion(found: Found, inputs: readonly ColumnInfo[]): Bilingual {
  const parts = found.limits.map((limit) => sayLimit(limit, inputs));
  if (parts.length === 0) return { en: 'anything', 'zh-CN': '任何情况' };
  return { en: parts.map((one) => one.en).join(', '), 'zh-CN': parts.map((one) => one['zh-CN']).join('，') };
}

function sayLimit({ subject, set }: Limit, inputs: readonly ColumnInfo[]): Bilingual {
  const column = inputs.find((one) => one.key === subject);
  const name = column?.label ?? subject;
  const number = (value: number) => sayNumber(value, column?.type, column?.format);
  switch (set.of) {
    case 'numbers': {
      if (set.from !== null && set.from === set.to) return both(`${name} = ${number(set.from)}`);
      const from = set.from === null ? '' : `${number(set.from)} ${set.fromIn ? '≤' : '<'} `;
      const to = set.to === null ? '' : ` ${set.toIn ? '≤' : '<'} ${number(set.to)}`;
      if (set.from === null) return both(`${name}${to}`);
      if (set.to === null) return both(`${name} ${set.fromIn ? '≥' : '>'} ${number(set.from)}`);
      return both(`${from}${name}${to}`);
    }
    case 'texts':
      return { en: `${name}: ${set.texts.join(' or ')}`, 'zh-CN': `${name}：${set.texts.join('或')}` };
    case 'other-texts':
      return {
        en: `${name}: anything but ${set.except.join(', ')}`,
        'zh-CN': `${name}：除${set.except.join('、')}以外`,
      };
    case 'truth':
      return { en: `${name}: ${set.is ? 'yes' : 'no'}`, 'zh-CN': `${name}：${set.is ? '是' : '否'}` };
  }
}

function both(text: string): Bilingual {
  return { en: text, 'zh-CN': text };
}

function sayNumber(value: number, type: ColumnInfo['type'] | undefined, format: Format | undefined): string {
  if (type === 'date') return printIsoDate(value);
  if (format?.kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  return String(Number(value.toPrecision(12)));
}
