/** Why a row earns what it earns by bands: the trace's lines and inputs. The words are `say-bands.ts`. */
import { FIRST_ERROR } from '../data/column.ts';
import { errorTexts } from '../data/value.ts';
import type { BandsStep } from '../program/table-program.ts';
import type { RowPay } from './band-walk.ts';
import { namedInputs } from './named-cells.ts';
import type { Explanation, OperationContext, Work } from './operation.ts';
import { bandFormats, sayBands, sayParts } from './say-bands.ts';
import type { BandLine } from './trace.ts';

export function* explainBands(step: BandsStep, row: number, context: OperationContext, pay: RowPay): Work<Explanation> {
  const { pays } = step;
  const basis = pays.on === 'amount' ? pays.amount : pays.on === 'target' ? pays.target : undefined;
  const edges = step.bands.flatMap((band) => [band.from, band.rate, band.amount]);
  const inputs = yield* namedInputs(context, step.input, [step.value, step.scale, basis, step.opening, ...edges], row);
  const after = pay.before + pay.value;
  const lines: BandLine[] = pay.lines.map(({ band, again: _again, ...line }) => ({
    label: step.bands[band]?.label ?? '',
    ...line,
  }));
  const formats = bandFormats(step, context.columnsOf(step.input));
  const error = pay.state === 0 ? null : (errorTexts[pay.state - FIRST_ERROR] ?? '');
  return {
    how: {
      by: 'bands',
      mode: step.mode,
      measure: step.scale ? after / pay.scale : after,
      measured: step.scale ? 'ratio' : 'value',
      lines: error === null ? lines : [],
    },
    formula: '',
    substituted: error === null ? sayParts(pay, formats) : '',
    inputs,
    rows: [{ step: step.input, rows: [row], total: 1 }],
    sentence: sayBands(step, pay, formats, error),
  };
}
