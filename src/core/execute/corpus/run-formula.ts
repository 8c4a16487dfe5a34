/** A formula of the corpus as the product runs it: checked once, then a column of an `extend` step over deals. */
import type { Column } from '../../data/column.ts';
import { checkFormula } from '../../formula/check/check-formula.ts';
import type { TableProgram, TableStep } from '../../program/table-program.ts';
import { openRun } from '../execution.ts';
import { createEngineMemory } from '../memory.ts';
import { drain } from '../run.ts';
import { corpusColumns, corpusFrames, type CorpusData } from './corpus-data.ts';

const others = ['reps', 'goals', 'prices', 'tiers'] as const;
const origin = (node: string) => ({ design: 'corpus', node, kind: 'corpus', label: node });

const read = (table: keyof CorpusData): TableStep => ({
  op: 'read',
  id: table,
  origin: origin(table),
  columns: corpusColumns[table],
  source: { from: 'table', table },
});

export function formulaProgram(formula: string): TableProgram {
  const { expression, problems } = checkFormula(formula, {
    place: 'row',
    columns: corpusColumns.deals,
    parameters: [],
    tables: new Map(others.map((table) => [table, corpusColumns[table]])),
  });
  if (!expression) throw new Error(`${formula}: ${problems.map((one) => one.code).join(', ')}`);
  const { type } = expression;
  const made = {
    key: 'made',
    type: type === 'any' || type === 'blank' || type === 'array' ? ('mixed' as const) : type,
  };
  const extend: TableStep = {
    op: 'extend',
    id: 'made',
    origin: origin('made'),
    columns: [...corpusColumns.deals, made],
    input: 'deals',
    made: [{ key: 'made', expression }],
    tables: Object.fromEntries(others.map((table) => [table, table])),
  };
  return {
    program: 'table',
    design: 'corpus',
    parameters: [],
    steps: [read('deals'), ...others.map(read), extend],
    answers: {},
    output: 'made',
  };
}

/** One run of the program in an engine that remembers nothing, ready to be started: what comes before is not the run's time. */
export function prepareFormula(program: TableProgram, data: CorpusData): () => Column {
  const tables = new Map(Object.entries(corpusFrames(data)).map(([key, frame]) => [key, { frame, stamp: 1 }]));
  const memory = createEngineMemory();
  return () => drain(openRun(memory, { program, parameters: {}, asOf: 46_204 }, tables).column('made', 'made'));
}
