/** A formula with values in it, as people read sums: grouped digits, × and −, without the rounding that stands around the whole. */
import { formatNumber } from '#ui/format-value.ts';
import type { Language } from '#ui/language.tsx';

const rounding = /^ROUND\((.*), -?\d+\)$/s;

export function readableFormula(text: string, language: Language): string {
  const inside = rounding.exec(text)?.[1];
  const plain = inside !== undefined && balanced(inside) ? inside : text;
  // Text in quotes and names keep their signs; only numbers that stand alone are grouped.
  return plain
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : signs(part, language)))
    .join('');
}

function signs(part: string, language: Language): string {
  return part
    .replace(/(?<![\p{L}\p{N}_.,])\d+(?:\.\d+)?(?![\p{L}\p{N}_.%]|,\d)/gu, (digits) => grouped(digits, language))
    .replaceAll(' * ', ' × ')
    .replaceAll(' - ', ' − ')
    .replaceAll(' / ', ' ÷ ');
}

function grouped(digits: string, language: Language): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return formatNumber(Number(digits), { kind: 'number', decimals: Math.min(decimals, 10) }, language);
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    else if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
