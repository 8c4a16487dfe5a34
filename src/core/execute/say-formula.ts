/** A formula with its values as one sentence in both languages: what a statement says under a number. */
import { isError, type Value } from '../data/value.ts';
import type { BinaryOperator, Expression, Literal } from '../formula/expression.ts';
import type { Bilingual, Language } from '../problem/problem.ts';
import { sayValue, type Shown } from './say-value.ts';

/** A part that is said by its name and value: a column, a parameter, an aggregate of a group. */
export interface Leaf {
  readonly label: Bilingual;
  /** Said instead of the label where the leaf is the whole formula. */
  readonly alone?: Bilingual;
  readonly value: Value;
  readonly shown: Shown;
}

export interface Said {
  readonly leafOf: (part: Expression) => Leaf | undefined;
  /** The value of any part. */
  readonly valueOf: (part: Expression) => Value;
}

/** `Payout 20,302.44 = the smaller of base + accelerator (16,894.25 + 3,408.19) and cap 25,000.00.` */
export function saySentence(label: string, value: Value, shown: Shown, expression: Expression, said: Said): Bilingual {
  const one = (language: Language, stop: string) => {
    const leaf = said.leafOf(expression);
    const right = leaf?.alone ? leaf.alone[language] : sayPart(expression, said, language);
    return `${label} ${sayValue(value, shown, language)} = ${right}${stop}`;
  };
  return { en: one('en', '.'), 'zh-CN': one('zh-CN', '。') };
}

function sayPart(part: Expression, said: Said, language: Language): string {
  const en = language === 'en';
  const leaf = said.leafOf(part);
  if (leaf) return `${leaf.label[language]} ${sayValue(leaf.value, leaf.shown, language)}`;
  if (part.node === 'unary' && part.operator === '+') return sayPart(part.operand, said, language);
  if (part.node === 'call') {
    const [first, second, third] = part.args;
    if ((part.name === 'MIN' || part.name === 'MAX') && part.args.length > 1) return sayExtreme(part, said, language);
    if (part.name === 'ROUND' && first && second?.node === 'literal') {
      const digits = sayLiteral(second.value, language);
      const inner = sayPart(first, said, language);
      return en ? `${inner}, rounded to ${digits} decimals` : `${inner}，四舍五入到 ${digits} 位小数`;
    }
    if (part.name === 'IF' && first && second && isPlain(said.valueOf(first))) {
      const holds = isTrue(said.valueOf(first));
      const taken = holds ? second : third;
      const result = taken ? sayPart(taken, said, language) : 'FALSE';
      const because = namesAndValues(first, said, language);
      if (en) return `${result}, because ${because} ${holds ? 'holds' : 'does not hold'}`;
      return `${result}，因为 ${because} ${holds ? '成立' : '不成立'}`;
    }
    if (part.name === 'IFERROR' && first && second) {
      if (!isError(said.valueOf(first))) return sayPart(first, said, language);
      const result = sayPart(second, said, language);
      const names = printed(first, said, language, 'names');
      return en ? `${result}, because ${names} gives an error` : `${result}，因为 ${names} 得到错误`;
    }
  }
  return namesAndValues(part, said, language);
}

function isPlain(value: Value): boolean {
  return !isError(value) && typeof value !== 'string';
}

function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

function sayExtreme(part: Extract<Expression, { node: 'call' }>, said: Said, language: Language): string {
  const all = part.args.map((arg) => sayPart(arg, said, language));
  const last = all.at(-1) ?? '';
  const before = all.slice(0, -1);
  const least = part.name === 'MIN';
  const two = all.length === 2;
  if (language === 'en') {
    const word = least ? (two ? 'smaller' : 'smallest') : two ? 'greater' : 'greatest';
    return `the ${word} of ${before.join(', ')} and ${last}`;
  }
  const word = least ? (two ? '较小者' : '最小者') : two ? '较大者' : '最大者';
  return `${before.join('、')} 与 ${last} 中${word}`.replaceAll('） ', '）');
}

/** `base + accelerator (16,894.25 + 3,408.19)`; names alone where they are values already. */
export function namesAndValues(part: Expression, said: Said, language: Language): string {
  const names = printed(part, said, language, 'names');
  const values = printed(part, said, language, 'values');
  if (names === values) return names;
  return language === 'en' ? `${names} (${values})` : `${names}（${values}）`;
}

const signs: { readonly [O in BinaryOperator]: string } = {
  '^': '^',
  '*': '×',
  '/': '÷',
  '+': '+',
  '-': '-',
  '&': '&',
  '=': '=',
  '<>': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

function strength(operator: BinaryOperator): number {
  if (operator === '^') return 5;
  if (operator === '*' || operator === '/') return 4;
  if (operator === '+' || operator === '-') return 3;
  return operator === '&' ? 2 : 1;
}

function printed(part: Expression, said: Said, language: Language, as: 'names' | 'values', outer = 0): string {
  const inside = (one: Expression, strong = 0) => printed(one, said, language, as, strong);
  const leaf = said.leafOf(part);
  if (leaf) return as === 'names' ? leaf.label[language] : sayValue(leaf.value, leaf.shown, language);
  switch (part.node) {
    case 'literal':
      return sayLiteral(part.value, language, part);
    case 'array':
      return `{${part.rows.map((row) => row.map((one) => sayLiteral(one, language)).join(', ')).join('; ')}}`;
    case 'column':
    case 'parameter':
    case 'prior':
      return part.key;
    case 'whole':
      return `${part.table}[${part.key}]`;
    case 'table':
      return `${part.table}[]`;
    case 'local':
      return part.name;
    case 'let':
      return inside(part.body);
    case 'unary':
      return part.operator === '%' ? `${inside(part.operand, 6)}%` : `${part.operator}${inside(part.operand, 6)}`;
    case 'binary': {
      const own = strength(part.operator);
      const text = `${inside(part.left, own)} ${signs[part.operator]} ${inside(part.right, own + 1)}`;
      return own < outer ? `(${text})` : text;
    }
    case 'call':
      return `${part.name}(${part.args.map((arg) => inside(arg)).join(', ')})`;
    case 'missing':
      return '';
  }
}

function sayLiteral(value: Literal, language: Language, part?: Expression): string {
  const format = part?.format;
  return sayValue(
    value,
    { type: typeof value === 'boolean' ? 'boolean' : 'number', ...(format ? { format } : {}) },
    language,
  );
}
