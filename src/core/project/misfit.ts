/** Why a value does not fit its schema, in both languages: zod's issues say it in English only, and to programmers. */
import type { z } from 'zod';
import type { Bilingual } from '../problem/problem.ts';

type Issue = z.core.$ZodIssue;

const types: Readonly<Record<string, Bilingual>> = {
  string: { en: 'a text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  int: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': '是或否' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'an object', 'zh-CN': '对象' },
  record: { en: 'an object', 'zh-CN': '对象' },
};

export function misfitOf(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type': {
      const type = types[issue.expected] ?? { en: issue.expected, 'zh-CN': issue.expected };
      return { en: `${type.en} is expected here`, 'zh-CN': `这里应为${type['zh-CN']}` };
    }
    case 'too_small':
      return limit(issue.origin, 'least', issue.minimum, issue.inclusive ?? true);
    case 'too_big':
      return limit(issue.origin, 'most', issue.maximum, issue.inclusive ?? true);
    case 'invalid_value': {
      const choices = issue.values.map((value) => JSON.stringify(value) ?? 'undefined').join(', ');
      return issue.values.length === 1
        ? { en: `only ${choices} may stand here`, 'zh-CN': `这里只能是 ${choices}` }
        : { en: `one of ${choices} is expected`, 'zh-CN': `应为其中之一：${choices}` };
    }
    case 'unrecognized_keys':
      return { en: `${issue.keys.join(', ')}: not known here`, 'zh-CN': `${issue.keys.join('、')}：此处不认识` };
    case 'not_multiple_of':
      return { en: `a multiple of ${issue.divisor} is expected`, 'zh-CN': `应为 ${issue.divisor} 的倍数` };
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { en: 'none of the allowed shapes fits', 'zh-CN': '不符合任何允许的形式' };
    case 'invalid_format':
      return { en: `it does not have the form “${issue.format}”`, 'zh-CN': `不符合“${issue.format}”格式` };
    case 'custom':
      return { en: issue.message, 'zh-CN': issue.message };
  }
}

/** The issue nearest to the fault: of a union, the one of the member that got furthest. */
export function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  let best: Issue | undefined;
  for (const member of issue.errors)
    for (const inner of member) {
      const found = deepest({ ...inner, path: [...issue.path, ...inner.path] } as Issue);
      if (!best || found.path.length > best.path.length) best = found;
    }
  return best && best.path.length > issue.path.length ? best : issue;
}

export function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function limit(origin: string, side: 'least' | 'most', bound: number | bigint, inclusive: boolean): Bilingual {
  const unit: Bilingual =
    origin === 'string'
      ? { en: ' characters', 'zh-CN': ' 个字符' }
      : origin === 'array' || origin === 'set'
        ? { en: ' entries', 'zh-CN': ' 项' }
        : { en: '', 'zh-CN': '' };
  if (!inclusive) {
    const [word, char] = side === 'least' ? ['more', '大于'] : ['less', '小于'];
    return { en: `${word} than ${bound}${unit.en} is needed`, 'zh-CN': `应${char} ${bound}${unit['zh-CN']}` };
  }
  const char = side === 'least' ? '至少' : '最多';
  return { en: `at ${side} ${bound}${unit.en}`, 'zh-CN': `${char} ${bound}${unit['zh-CN']}` };
}
