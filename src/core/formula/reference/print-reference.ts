/** The whole reference as one Markdown text, for reading and printing elsewhere. */
import { isError, type Value } from '../../data/value.ts';
import type { Language } from '../../problem/problem.ts';
import { printIsoDate } from '../../calendar/iso-text.ts';
import { printNumber } from '../evaluate/number-text.ts';
import type { Block } from './chapters/chapter.ts';
import { sections, summaryOf, titleOf, type Entry } from './entries.ts';
import type { Example, SampleTable, SampleType } from './example.ts';
import { runExample } from './run-example.ts';
import { nothingAround } from './example.ts';

/** A value as a formula's reader expects it; dates as 2026-09-30. */
function printValue(value: Value, type: SampleType | string): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return type === 'date' ? printIsoDate(value) : printNumber(value);
}

const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cellsOf = ({ columns, rows }: SampleTable) =>
  rows.map((row) => columns.map(({ type }, at) => printValue(row[at] ?? null, type)));

function printExample({ formula, sample = nothingAround, says }: Example, language: Language): string {
  const { values, type } = runExample(formula, sample);
  const results = values.map((value) => printValue(value, type));
  const { rows, parameters = [], tables = {}, state } = sample;
  const names = [...parameters, ...(state ? [{ ...state, key: `prior[${state.key}]` }] : [])];
  const perRow = rows && results.length === rows.rows.length && sample.place !== 'group';
  return [
    says ? says[language] : '',
    `\`\`\`\n${formula}\n\`\`\``,
    names.map((one) => `${one.key} = ${printValue(one.value, one.type)}`).join(', '),
    ...Object.entries(tables).map(
      ([key, one]) =>
        `\`${key}\`\n\n${grid(
          one.columns.map((column) => column.key),
          cellsOf(one),
        )}`,
    ),
    rows
      ? grid(
          [...rows.columns.map((column) => column.key), ...(perRow ? ['='] : [])],
          cellsOf(rows).map((cells, at) => [...cells, ...(perRow ? [results[at] ?? ''] : [])]),
        )
      : '',
    perRow ? '' : `= ${results[0] ?? ''}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function printBlock(block: Block, language: Language): string {
  switch (block.kind) {
    case 'heading':
      return `#### ${block.words[language]}`;
    case 'text':
      return block.words[language];
    case 'list':
      return block.items.map((item) => `- ${item[language]}`).join('\n');
    case 'table':
      return grid(
        block.head.map((cell) => cell[language]),
        block.rows.map((row) => row.map((cell) => cell[language])),
      );
    case 'example':
      return printExample(block.example, language);
  }
}

function printEntry(entry: Entry, language: Language): string {
  const title = `### ${titleOf(entry)[language]}`;
  const summary = summaryOf(entry)[language];
  if (entry.kind === 'chapter')
    return [title, summary, ...entry.blocks.map((block) => printBlock(block, language))].join('\n\n');
  const example = printExample(entry.example, language);
  if (entry.kind === 'recipe') return [title, summary, example].join('\n\n');
  const remarks = entry.remarks.map((remark) => `- ${remark[language]}`).join('\n');
  return [title, `\`${entry.signature[language]}\``, summary, remarks, example].filter(Boolean).join('\n\n');
}

const heads = { en: 'Saleswright: the formula language', 'zh-CN': 'Saleswright 公式语言' };

export function printReference(language: Language): string {
  const parts = sections.map(({ title, entries }) =>
    [`## ${title[language]}`, ...entries.map((entry) => printEntry(entry, language))].join('\n\n'),
  );
  return `# ${heads[language]}\n\n${parts.join('\n\n')}\n`;
}
