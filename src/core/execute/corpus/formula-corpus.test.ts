import { expect, test } from 'vitest';
import { cellAt, type Column } from '../../data/column.ts';
import { corpusData } from './corpus-data.ts';
import { formulaCorpus } from './formula-corpus.ts';
import { formulaProgram, prepareFormula } from './run-formula.ts';

const ROWS = 2_000;
const clean = corpusData(ROWS);
const holed = corpusData(ROWS, 0.06);

function differences(engine: Column, loop: Column): string[] {
  const found: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    const [wanted, got] = [cellAt(loop, row), cellAt(engine, row)];
    if (wanted !== got)
      found.push(`row ${row}: ${JSON.stringify(got)} by the engine, ${JSON.stringify(wanted)} by the loop`);
  }
  return found.slice(0, 3);
}

test('the corpus holds sixty different formulas', () => {
  expect(new Set(formulaCorpus.map((shape) => shape.formula)).size).toBe(60);
});

test.each(formulaCorpus)(
  'engine and hand-written loop agree, blanks and errors included: $formula',
  ({ formula, loop }) => {
    const program = formulaProgram(formula);
    for (const data of [clean, holed]) {
      const wanted = loop(data);
      expect(differences(prepareFormula(program, data)(), wanted)).toEqual([]);
      // What is the same in every row proves nothing.
      const cells = new Set(Array.from({ length: ROWS }, (_, row) => JSON.stringify(cellAt(wanted, row))));
      expect(cells.size).toBeGreaterThan(1);
    }
  },
);
