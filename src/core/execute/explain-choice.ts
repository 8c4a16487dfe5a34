/** Why a row is among the chosen, or is not: its objective and place, the constraint that it does not meet, the better row that shares its value. */
import type { Value } from '../data/value.ts';
import type { Expression } from '../formula/expression.ts';
import { printFormula } from '../formula/text/print-formula.ts';
import type { Bilingual, Language } from '../problem/problem.ts';
import type { ChooseStep } from '../program/table-program.ts';
import { eligibilityOf, failedConstraint, valuesShared, type Choices } from './choices.ts';
import { MOST_ROWS, saidOfRow, substituted, type SaidOfRow } from './explain-formula.ts';
import { namedCells, sayNamed } from './named-cells.ts';
import type { Explanation, OperationContext, Work } from './operation.ts';
import { namesAndValues } from './say-formula.ts';
import { sayValue } from './say-value.ts';
import type { TraceInput } from './trace.ts';
import { inlineLets } from './vector/expression-parts.ts';

/** `row` is one of the input, chosen or not. */
export function* explainChoice(
  step: ChooseStep,
  row: number,
  found: Choices,
  context: OperationContext,
): Work<Explanation> {
  const eligible = yield* eligibilityOf(step, context);
  const group = found.groups[row] as number;
  const own: number[] = [];
  found.groups.forEach((one, at) => void (one === group && own.push(at)));
  const may = own.filter((at) => failedConstraint(eligible, at) < 0 && (eligible.objective.state?.[at] ?? 0) === 0);
  const chosen = own.filter((at) => found.ranks[at] !== 0);
  const rank = found.ranks[row] as number;

  const expression = inlineLets(step.objective);
  const objective = yield* saidOfRow(context, step, expression, step.input, row);
  const value = objective.said.valueOf(expression);
  const inputs = new Map<string, TraceInput>();
  const keep = (read: SaidOfRow) => {
    for (const one of read.inputs) inputs.set(`${one.parameter === undefined} ${one.name}`, one);
  };
  keep(objective);
  const failed = failedConstraint(eligible, row);
  const constraint = step.where[failed] === undefined ? undefined : inlineLets(step.where[failed]);
  let unmet: Bilingual | undefined;
  if (constraint) {
    const read = yield* saidOfRow(context, step, constraint, step.input, row);
    keep(read);
    unmet = inWords(constraint, read);
  }
  const measured = both((language) => sayObjective(expression, objective, value, language));
  const places = { of: may.length, chosen: chosen.length };
  const sentence = unmet
    ? sayUnmet(unmet)
    : typeof value !== 'number' && !may.includes(row)
      ? sayUnmeasured(measured)
      : rank > 0
        ? sayChosen(step, rank, places, measured)
        : ((yield* sayShared(step, row, found, chosen, measured, context)) ?? sayBehind(places, measured));
  return {
    how: {
      by: 'choose',
      rank: rank || null,
      objective: value,
      rows: own.length,
      eligible: may.length,
      chosen: chosen.length,
    },
    formula: printFormula(step.objective),
    substituted: substituted(expression, (part) =>
      part.node === 'column' || part.node === 'parameter' ? objective.said.valueOf(part) : undefined,
    ),
    inputs: [...inputs.values()],
    rows: [{ step: step.input, rows: own.slice(0, MOST_ROWS), total: own.length }],
    sentence,
  };
}

function both(say: (language: Language) => string): Bilingual {
  return { en: say('en'), 'zh-CN': say('zh-CN') };
}

function inWords(expression: Expression, { said }: SaidOfRow): Bilingual {
  return both((language) => namesAndValues(expression, said, language));
}

/** “score 80”, “margin × odds (40 × 0.5) = 20”. */
function sayObjective(expression: Expression, { said }: SaidOfRow, value: Value, language: Language): string {
  const leaf = said.leafOf(expression);
  if (leaf) return `${leaf.label[language]} ${sayValue(leaf.value, leaf.shown, language)}`;
  const shown = { type: 'number', ...(expression.format ? { format: expression.format } : {}) } as const;
  return `${namesAndValues(expression, said, language)} = ${sayValue(value, shown, language)}`;
}

interface Places {
  readonly of: number;
  readonly chosen: number;
}

function sayUnmet(unmet: Bilingual): Bilingual {
  return {
    en: `Not chosen, because a constraint is not met: ${unmet.en}.`,
    'zh-CN': `未选中，因为不满足约束：${unmet['zh-CN']}。`,
  };
}

function sayUnmeasured(measured: Bilingual): Bilingual {
  return {
    en: `Not chosen, because the objective is no number: ${measured.en}.`,
    'zh-CN': `未选中，因为目标值不是数字：${measured['zh-CN']}。`,
  };
}

function sayChosen(step: ChooseStep, rank: number, { of, chosen }: Places, measured: Bilingual): Bilingual {
  const rows = `${of} ${of === 1 ? 'row that meets' : 'rows that meet'}`;
  const group = step.by.length > 0 ? { en: ' of the group', 'zh-CN': '组内' } : { en: '', 'zh-CN': '' };
  return {
    en: `Number ${rank} of ${chosen} chosen from ${rows} every constraint${group.en}: ${measured.en}.`,
    'zh-CN': `${group['zh-CN']}满足全部约束的 ${of} 行中选 ${chosen} 行，本行第 ${rank}：${measured['zh-CN']}。`,
  };
}

function sayBehind({ of, chosen }: Places, measured: Bilingual): Bilingual {
  return {
    en: `Not chosen, because ${chosen} of ${of} rows that meet every constraint are better or come first: ${measured.en}.`,
    'zh-CN': `未选中，因为满足全部约束的 ${of} 行中有 ${chosen} 行更优或在前：${measured['zh-CN']}。`,
  };
}

/** Where a chosen row has the same value in the column that must differ. */
function* sayShared(
  step: ChooseStep,
  row: number,
  found: Choices,
  chosen: readonly number[],
  measured: Bilingual,
  context: OperationContext,
): Work<Bilingual | undefined> {
  if (step.distinct === undefined) return undefined;
  const values = yield* valuesShared(step.distinct, step, context);
  const value = values[row] as number;
  const other = value < 0 ? undefined : chosen.find((at) => values[at] === value);
  if (other === undefined) return undefined;
  const [cell] = yield* namedCells(context, step.input, [step.distinct], row);
  const rank = found.ranks[other] as number;
  const shared = both((language) => (cell ? sayNamed(cell, language) : ''));
  return {
    en: `Not chosen, because number ${rank} of the chosen shares ${shared.en} and is better or comes first: ${measured.en}.`,
    'zh-CN': `未选中，因为入选的第 ${rank} 行同为 ${shared['zh-CN']}，且更优或在前：${measured['zh-CN']}。`,
  };
}
