/** Pay by bands as a sentence, for statements: which band was reached, what each rate pays on, and what was paid anew. */
import type { Format } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { PayLine } from '../formula/band-pay.ts';
import type { Expression } from '../formula/expression.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { BandsStep } from '../program/table-program.ts';
import type { RowPay } from './band-walk.ts';
import { sayNumber } from './say-value.ts';

export interface BandFormats {
  /** Band edges and the measure. */
  readonly measure: Format | undefined;
  readonly on: Format | undefined;
  readonly amount: Format;
  /** Rates on target pay are factors (1.5×), all others percentages. */
  readonly rate: 'factor' | 'percent';
}

export function bandFormats(step: BandsStep, columns: readonly ColumnInfo[]): BandFormats {
  const formatOf = (expression: Expression): Format | undefined =>
    expression.format ??
    (expression.node === 'column' ? columns.find((one) => one.key === expression.key)?.format : undefined);
  const { pays } = step;
  const paid = formatOf(pays.on === 'amount' ? pays.amount : pays.on === 'target' ? pays.target : step.value);
  const money: Format = { kind: 'number', decimals: step.decimals ?? 2 };
  return {
    measure: step.scale ? { kind: 'percent' } : formatOf(step.value),
    on: paid ?? money,
    amount: step.columns.find((one) => one.key === step.out.amount)?.format ?? paid ?? money,
    rate: pays.on === 'target' ? 'factor' : 'percent',
  };
}

/** “390,000.00 × 4% + 25,885.00 × 5%”. */
export function sayParts(pay: RowPay, formats: BandFormats): string {
  return pay.lines
    .map((line) =>
      line.rate === null
        ? sayNumber(line.amount, formats.amount)
        : `${on(line, formats)} × ${rate(line.rate, formats)}`,
    )
    .join(' + ');
}

export function sayBands(step: BandsStep, pay: RowPay, formats: BandFormats, error: string | null): Bilingual {
  if (error !== null) return sayError(step, pay, error);
  const { lines, outcome } = pay;
  if (lines.length === 0) return sayNothing(step, pay, formats);
  const parts = lines.map((line, i) => sayLine(step, pay, formats, line, i));
  const total = sayNumber(outcome.amount, formats.amount);
  const sum: Bilingual =
    lines.length > 1 ? { en: `; together ${total}`, 'zh-CN': `；合计 ${total}` } : { en: '', 'zh-CN': '' };
  const before: Bilingual =
    step.scope.over === 'running' || pay.before !== 0 ? sayBefore(pay, formats) : { en: '', 'zh-CN': '' };
  return {
    en: `${before.en}${parts.map((part) => part.en).join('; ')}${sum.en}.`,
    'zh-CN': `${before['zh-CN']}${parts.map((part) => part['zh-CN']).join('；')}${sum['zh-CN']}。`,
  };
}

function sayError(step: BandsStep, pay: RowPay, error: string): Bilingual {
  if (step.scale && !(pay.scale > 0)) {
    return {
      en: 'There is no quota above zero, so attainment is undefined and no band is reached.',
      'zh-CN': '没有大于零的指标，达成率无法计算，因此没有达到任何档位。',
    };
  }
  return { en: `It cannot be worked out: ${error}.`, 'zh-CN': `无法计算：${error}。` };
}

function sayNothing(step: BandsStep, pay: RowPay, formats: BandFormats): Bilingual {
  const measure = sayNumber((pay.before + pay.value) / (step.scale ? pay.scale : 1), formats.measure);
  if (pay.outcome.band < 0) {
    return {
      en: `${measure} lies below the first band, so nothing is earned.`,
      'zh-CN': `${measure} 未达到第一档，因此没有提成。`,
    };
  }
  return { en: `${measure} adds nothing.`, 'zh-CN': `${measure} 没有新增提成。` };
}

function sayBefore(pay: RowPay, formats: BandFormats): Bilingual {
  const reached = sayNumber(pay.before, formats.on);
  return { en: `On top of ${reached} reached before: `, 'zh-CN': `在此前累计 ${reached} 的基础上：` };
}

function sayLine(step: BandsStep, pay: RowPay, formats: BandFormats, line: PayLine, at: number): Bilingual {
  const amount = sayNumber(line.amount, formats.amount);
  const edge = (value: number | null) => (value === null ? '' : sayNumber(value, formats.measure));
  if (line.rate === null) {
    const full = edge(line.to);
    return {
      en: `of the band from ${edge(line.from)} to ${full}, ${amount}`,
      'zh-CN': `${edge(line.from)} 至 ${full} 档计 ${amount}`,
    };
  }
  const paid = on(line, formats);
  const at100 = rate(line.rate, formats);
  const product = `${paid} × ${at100} = ${amount}`;
  const start = edge(pay.starts[line.band] ?? 0);
  if (line.again) return sayAgain(line, paid, amount, start, formats);
  if (step.mode === 'interpolated') {
    return {
      en: `the rate read off between the bands is ${at100}: ${product}`,
      'zh-CN': `按档位之间插值得到的比例为 ${at100}：${product}`,
    };
  }
  if (step.mode === 'whole') {
    const from = edge(line.from);
    return {
      en: `the band from ${from} is reached, so ${at100} pays on everything: ${product}`,
      'zh-CN': `达到 ${from} 档，全部按 ${at100} 计提：${product}`,
    };
  }
  if (line.retroactive) {
    return line.to === null
      ? {
          en: `${at100} pays on everything because ${start} was passed: ${product}`,
          'zh-CN': `已达到 ${start}，全部按 ${at100} 计提：${product}`,
        }
      : {
          en: `${at100} pays on everything up to ${edge(line.to)} because ${start} was passed: ${product}`,
          'zh-CN': `已达到 ${start}，${edge(line.to)} 以内全部按 ${at100} 计提：${product}`,
        };
  }
  if (at > 0 && at === pay.lines.length - 1) {
    return {
      en: `${at100} on the remaining ${paid} = ${amount}`,
      'zh-CN': `其余 ${paid} 按 ${at100} 计提 = ${amount}`,
    };
  }
  return line.to === null
    ? {
        en: `${at100} on the part above ${edge(line.from)}: ${product}`,
        'zh-CN': `${edge(line.from)} 以上部分按 ${at100} 计提：${product}`,
      }
    : {
        en: `${at100} on the part from ${edge(line.from)} to ${edge(line.to)}: ${product}`,
        'zh-CN': `${edge(line.from)} 至 ${edge(line.to)} 部分按 ${at100} 计提：${product}`,
      };
}

/** What earlier rows were paid on is paid at another rate now. */
function sayAgain(line: PayLine, paid: string, amount: string, start: string, formats: BandFormats): Bilingual {
  const added = line.rate ?? 0;
  const rateSaid = rate(Math.abs(added), formats);
  if (added < 0) {
    return {
      en: `${rateSaid} less on the ${paid} before it, because the total fell back to the band from ${start}: ${amount}`,
      'zh-CN': `因累计回落到 ${start} 档，此前的 ${paid} 少计 ${rateSaid}：${amount}`,
    };
  }
  return {
    en: `${rateSaid} more on the ${paid} before it, because ${start} was passed: ${amount}`,
    'zh-CN': `因已超过 ${start}，此前的 ${paid} 再补 ${rateSaid}：${amount}`,
  };
}

function on(line: PayLine, formats: BandFormats): string {
  return sayNumber(line.on, formats.on);
}

function rate(value: number, formats: BandFormats): string {
  return formats.rate === 'factor' ? `${sayNumber(value)}×` : sayNumber(value, { kind: 'percent' });
}
