/**
 * Cells of decision tables, as people write them, to the text of formulas. A condition: empty or `-` (any), `> 20%`, `10..20` (both ends in),
 * `[10..20)` or `10..<20` (end out), `West, East` (one of them), `not West`, `yes`. Texts need no quotes; after `=` stands a formula.
 */
import { printIsoDate } from '../calendar/iso-text.ts';
import type { LimitSet } from '../program/analyse-decision.ts';
import type { DecisionInput } from '../project/decision-design.ts';

type Column = Pick<DecisionInput, 'key' | 'type'>;

const anything = new Set(['', '-', '–', '—', '*']);
const operators: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '!=': '<>',
  '＞': '>',
  '＜': '<',
  '＝': '=',
};
const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const yes = /^(yes|true|是|真|对)$/i;
const no = /^(no|false|否|假)$/i;

/** null: the condition holds for anything. */
export function conditionText(cell: string, column: Column): string | null {
  const text = cell.trim();
  if (anything.has(text)) return null;
  const not = /^(?:not\s+|非\s*)(.+)$/i.exec(text);
  if (not?.[1]) {
    const inner = conditionText(not[1], column);
    return inner === null ? null : `NOT(${inner})`;
  }
  const parts = listOf(text);
  if (parts.length > 1) {
    const each = parts.flatMap((part) => conditionText(part, column) ?? []);
    return each.length === 1 ? (each[0] ?? null) : `OR(${each.join(', ')})`;
  }
  const name = `[${column.key}]`;
  const range = /^([[(])?\s*(.*?)\s*\.\.(<)?\s*(.*?)\s*([\])])?$/.exec(text);
  if (range && column.type !== 'text' && column.type !== 'boolean') {
    const [, open, from = '', out, to = '', close] = range;
    const ends = [
      ...(from === '' ? [] : [`${name} ${open === '(' ? '>' : '>='} ${operand(from, column)}`]),
      ...(to === '' ? [] : [`${name} ${out || close === ')' ? '<' : '<='} ${operand(to, column)}`]),
    ];
    if (ends.length === 0) return null;
    return ends.length === 1 ? (ends[0] ?? null) : `AND(${ends.join(', ')})`;
  }
  const compared = /^(<=|>=|<>|!=|≥|≤|≠|<|>|=|＞|＜|＝)\s*(.+)$/s.exec(text);
  if (compared?.[1] && compared[2]) {
    const operator = operators[compared[1]] ?? compared[1];
    return `${name} ${operator} ${operand(compared[2], column)}`;
  }
  return `${name} = ${operand(text, column)}`;
}

/** null: blank. */
export function resultText(cell: string, column: Column): string | null {
  const text = cell.trim();
  if (text === '' || text === '-') return null;
  if (text.startsWith('=')) return text.slice(1);
  return operand(text, column);
}

function operand(text: string, { type }: Column): string {
  const one = text.trim();
  if (/^".*"$/s.test(one)) return one;
  if (one.startsWith('=')) return one.slice(1);
  switch (type) {
    case 'text':
      return `"${one.replaceAll('"', '""')}"`;
    case 'boolean':
      return yes.test(one) ? 'TRUE' : no.test(one) ? 'FALSE' : one;
    case 'date': {
      const [, year, month, day] = isoDate.exec(one) ?? [];
      return year ? `DATE(${year}, ${Number(month)}, ${Number(day)})` : one;
    }
    case 'number':
      return one;
  }
}

/** The cell that says exactly this; numbers of a percent column in percent. */
export function cellOfLimit(set: LimitSet, { type, format }: Pick<DecisionInput, 'type' | 'format'>): string {
  const quoted = (text: string) =>
    /[",，、]|^\s|\s$|^(not |非|[<>=])/i.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  switch (set.of) {
    case 'texts':
      return set.texts.map(quoted).join(', ');
    case 'other-texts':
      return `not ${set.except.map(quoted).join(', ')}`;
    case 'truth':
      return set.is ? 'yes' : 'no';
    case 'numbers': {
      const number = (value: number) => {
        if (type === 'date') return printIsoDate(value);
        const percent = format?.kind === 'percent';
        return `${Number((percent ? value * 100 : value).toPrecision(12))}${percent ? '%' : ''}`;
      };
      const { from, to, fromIn, toIn } = set;
      if (from !== null && to !== null && from === to) return number(from);
      if (from !== null && to !== null) return `${fromIn ? '[' : '('}${number(from)}..${number(to)}${toIn ? ']' : ')'}`;
      if (from !== null) return `${fromIn ? '>=' : '>'} ${number(from)}`;
      return to === null ? '' : `${toIn ? '<=' : '<'} ${number(to)}`;
    }
  }
}

/** Parts between commas that stand in no quotes and no brackets. */
function listOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (!quoted && '([{'.includes(char)) depth++;
    if (!quoted && ')]}'.includes(char)) depth--;
    if (!quoted && depth === 0 && (char === ',' || char === '，' || char === '、')) {
      parts.push(part.trim());
      part = '';
    } else part += char;
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}
