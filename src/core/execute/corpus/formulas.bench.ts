/**
 * The corpus of formulas beside its hand-written loops: `npm run bench -- formulas`. BENCH_ROWS names the numbers of rows (100,000), BENCH_ONLY a part
 * of the formulas that are measured.
 */
import { cellAt, type Column } from '../../data/column.ts';
import { measure, median, plain } from '#headless/bench/measure.ts';
import { keepSection, milliseconds, printBar, rowsOf, times } from '#headless/bench/report.ts';
import { corpusData, type CorpusData } from './corpus-data.ts';
import { formulaCorpus } from './formula-corpus.ts';
import { formulaProgram, prepareFormula } from './run-formula.ts';

const sizes = (process.env['BENCH_ROWS'] ?? '100000').split(',').map(Number);
const only = process.env['BENCH_ONLY'] ?? '';
const HOLES = 0.02;

interface Measured {
  readonly group: string;
  readonly formula: string;
  readonly engine: number;
  readonly loop: number;
  readonly ratio: number;
  readonly holed: number;
  readonly holedRatio: number;
}

/** A time is worth nothing where the results differ. */
function verify(formula: string, made: Column, wanted: Column, count: number): void {
  for (let row = 0; row < count; row++) {
    if (cellAt(made, row) !== cellAt(wanted, row)) throw new Error(`${formula}: row ${row} differs from its loop`);
  }
}

function measureAll(count: number): readonly Measured[] {
  const clean = corpusData(count);
  const holed = corpusData(count, HOLES);
  return formulaCorpus
    .filter((shape) => shape.formula.includes(only) || shape.group === only)
    .map(({ group, formula, loop }) => {
      const program = formulaProgram(formula);
      const prepare = (data: CorpusData) => () => prepareFormula(program, data);
      for (const data of [clean, holed]) verify(formula, prepareFormula(program, data)(), loop(data), count);
      const rivals = [{ prepare: prepare(clean) }, plain(() => void loop(clean)), { prepare: prepare(holed) }];
      const turns = count >= 1_000_000 ? 9 : 11;
      const [engine = NaN, byHand = NaN, withHoles = NaN] = measure(rivals, { turns });
      const one = { group, formula, engine, loop: byHand, ratio: engine / byHand };
      const measured = { ...one, holed: withHoles, holedRatio: withHoles / engine };
      tell(measured);
      return measured;
    });
}

const WIDTH = 76;

/** One line as soon as it is known: a million rows take their time. */
function tell({ formula, engine, loop, ratio, holed, holedRatio }: Measured): void {
  const name = formula.length > WIDTH ? `${formula.slice(0, WIDTH - 1)}…` : formula.padEnd(WIDTH);
  const cells = [milliseconds(engine), milliseconds(loop), times(ratio), milliseconds(holed), times(holedRatio)];
  console.log(`${name} ${cells.map((cell) => cell.padStart(11)).join('')}`);
}

const sections: Record<string, unknown> = {};
for (const count of sizes) {
  console.log(
    `\nFormulas over ${rowsOf(count)} rows: engine, hand-written loop, ratio; with 2 % holes, beside without`,
  );
  const all = measureAll(count);
  const worst = all.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const worstHoled = all.reduce((a, b) => (b.holedRatio > a.holedRatio ? b : a));
  const middle = median(all.map((one) => one.ratio));
  const middleHoled = median(all.map((one) => one.holedRatio));
  printBar(`${rowsOf(count)} rows, median of ${all.length} formulas`, middle, 4.5);
  printBar(`${rowsOf(count)} rows, worst: ${worst.formula}`, worst.ratio, 8);
  printBar(`${rowsOf(count)} rows, 2 % blanks and errors, median`, middleHoled, 1.6);
  printBar(`${rowsOf(count)} rows, 2 % blanks and errors, worst: ${worstHoled.formula}`, worstHoled.holedRatio, 1.6);
  console.log(
    `${all.filter((one) => one.ratio > 8).length} formulas above 8 ×, ${all.filter((one) => one.holedRatio > 1.6).length} above 1.6 × with holes`,
  );
  sections[count] = {
    median: middle,
    worst: worst.ratio,
    holedMedian: middleHoled,
    holedWorst: worstHoled.holedRatio,
    formulas: all,
  };
}
if (only === '') keepSection('formulas', sections);
