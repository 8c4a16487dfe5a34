/** Why a decision table says what it says on a row: which rule applies and why, and why those asked before it do not. */
import { cellAt } from '../data/column.ts';
import { isError, type Value } from '../data/value.ts';
import type { Expression } from '../formula/expression.ts';
import { printFormula } from '../formula/text/print-formula.ts';
import type { Bilingual, Language } from '../problem/problem.ts';
import type { DecideStep } from '../program/table-program.ts';
import { rulesInOrder } from '../program/rule-order.ts';
import { isTrue, type Decided } from './decide-cases.ts';
import { outputColumn } from './decide-outputs.ts';
import { both, ownInfo, saidOfRow, substituted } from './explain-formula.ts';
import type { Explanation, OperationContext, Work } from './operation.ts';
import { namesAndValues } from './say-formula.ts';
import { sayValue } from './say-value.ts';
import type { RuleLine, TraceInput } from './trace.ts';
import { inlineLets } from './vector/expression-parts.ts';

/** Rules that a sentence names besides the one that applies. */
const SAID = 3;

/** An expression on the row: its value, and the words for it. */
interface Seen {
  readonly value: Value;
  readonly words: Bilingual;
  readonly substituted: string;
}

export function* explainDecision(
  step: DecideStep,
  at: number,
  row: number,
  decided: Decided,
  context: OperationContext,
): Work<Explanation> {
  const inputs = new Map<string, TraceInput>();
  const see = function* (expression: Expression): Work<Seen> {
    const plain = inlineLets(expression);
    const { said, inputs: read } = yield* saidOfRow(context, step, plain, step.input, row);
    for (const one of read) inputs.set(`${one.parameter === undefined} ${one.name}`, one);
    const words = (language: Language) => namesAndValues(plain, said, language);
    return {
      value: said.valueOf(plain),
      words: { en: words('en'), 'zh-CN': words('zh-CN') },
      substituted: substituted(plain, (part) =>
        part.node === 'column' || part.node === 'parameter' ? said.valueOf(part) : undefined,
      ),
    };
  };
  const one = decided.cases[row] as number;
  const hits = [...decided.rules.subarray(decided.starts[one], decided.starts[one + 1])];
  const fault = decided.faults[one] !== 0;
  const rules: RuleLine[] = [];
  for (const rule of rulesInOrder(step)) {
    const line = yield* lineOf(step, rule, hits.includes(rule) && !fault, see);
    rules.push(line);
    const decides = line.verdict === 'applies' || line.verdict === 'undecided';
    if (decides && (step.hit === 'first' || step.hit === 'priority')) break;
  }
  const out = step.out[at] as DecideStep['out'][number];
  const outputs: (Seen & { readonly expression: Expression })[] = [];
  const answering = fault ? [] : hits.length > 0 ? hits.map((rule) => step.rules[rule]?.then[at]) : [out.otherwise];
  for (const expression of answering) if (expression) outputs.push({ ...(yield* see(expression)), expression });
  const value = cellAt(yield* outputColumn(step, at, decided, context), row);
  const alone = outputs.length === 1 ? outputs[0] : undefined;
  const formula = alone && alone.expression.node !== 'literal' ? alone : undefined;
  return {
    how: { by: 'decide', hit: step.hit, rules },
    formula: formula ? printFormula(formula.expression) : '',
    substituted: formula ? formula.substituted : '',
    inputs: [...inputs.values()],
    rows: [{ step: step.input, rows: [row], total: 1 }],
    sentence: say(step, out, value, rules, outputs, formula?.words),
  };
}

function* lineOf(
  step: DecideStep,
  rule: number,
  hits: boolean,
  see: (condition: Expression) => Work<Seen>,
): Work<RuleLine> {
  const own = step.rules[rule] as DecideStep['rules'][number];
  const head = { rule, ...(own.label === undefined ? {} : { label: own.label }) };
  const holding: Bilingual[] = [];
  let wrong: Seen | undefined;
  for (const condition of own.when) {
    if (condition === null) continue;
    const seen = yield* see(condition);
    if (isError(seen.value)) wrong ??= seen;
    else if (isTrue(seen.value)) holding.push(seen.words);
    else return { ...head, verdict: 'not', because: seen.words };
  }
  if (wrong) return { ...head, verdict: 'undecided', because: wrong.words };
  const always = { en: 'it has no condition', 'zh-CN': '没有条件' };
  const because = holding.length === 0 ? always : joined(holding, ' and ', ' 且 ');
  return { ...head, verdict: hits ? 'applies' : 'hidden', because };
}

function joined(parts: readonly Bilingual[], en: string, zh: string): Bilingual {
  return { en: parts.map((one) => one.en).join(en), 'zh-CN': parts.map((one) => one['zh-CN']).join(zh) };
}

function nameOf({ rule, label }: Pick<RuleLine, 'rule' | 'label'>): Bilingual {
  return label === undefined
    ? { en: `rule ${rule + 1}`, 'zh-CN': `规则 ${rule + 1}` }
    : { en: `rule ${rule + 1} “${label}”`, 'zh-CN': `规则 ${rule + 1}“${label}”` };
}

function say(
  step: DecideStep,
  out: DecideStep['out'][number],
  value: Value,
  rules: readonly RuleLine[],
  outputs: readonly { readonly value: Value }[],
  formula: Bilingual | undefined,
): Bilingual {
  const info = ownInfo(step, out.key);
  const said = (language: Language) => `${info.label ?? info.key} ${sayValue(value, info, language)}`;
  const of = (verdict: RuleLine['verdict']) => rules.filter((line) => line.verdict === verdict);
  const applying = of('applies');
  const hidden = of('hidden');
  const [undecided] = of('undecided');
  const made = formula ? { en: ` = ${formula.en}`, 'zh-CN': ` = ${formula['zh-CN']}` } : both('');
  const sentences: Bilingual[] = [];
  if (applying.length > 0) {
    const [first] = applying;
    const because = first && applying.length === 1 ? first.because : undefined;
    const names = joined(applying.map(nameOf), ', ', '、');
    const together = step.hit === 'collect' && applying.length > 1 ? togetherOf(out, outputs) : both('');
    sentences.push({
      en: because
        ? `${said('en')}${made.en}: ${names.en} applies, because ${because.en}.`
        : `${said('en')}${together.en}: ${names.en} apply.`,
      'zh-CN': because
        ? `${said('zh-CN')}${made['zh-CN']}：适用${names['zh-CN']}，因为 ${because['zh-CN']}。`
        : `${said('zh-CN')}${together['zh-CN']}：适用${names['zh-CN']}。`,
    });
  } else if (undecided) {
    const name = nameOf(undecided);
    sentences.push({
      en: `${said('en')}: ${name.en} cannot be decided, because ${undecided.because.en} gives an error.`,
      'zh-CN': `${said('zh-CN')}：无法判断${name['zh-CN']}是否适用，因为 ${undecided.because['zh-CN']} 得到错误。`,
    });
  } else if (hidden.length > 0) {
    const names = joined(hidden.map(nameOf), ', ', '、');
    sentences.push({
      en: `${said('en')}: ${names.en} match, but only one may.`,
      'zh-CN': `${said('zh-CN')}：同时匹配 ${hidden.length} 条（${names['zh-CN']}），但只能有一条。`,
    });
  } else {
    sentences.push({
      en: `${said('en')}${made.en}: no rule applies.`,
      'zh-CN': `${said('zh-CN')}${made['zh-CN']}：没有适用的规则。`,
    });
  }
  return joined([...sentences, ...sayOthers(rules)], ' ', '');
}

/** The first rules that do not match, with the condition that settled each. */
function sayOthers(rules: readonly RuleLine[]): readonly Bilingual[] {
  const others = rules.filter((line) => line.verdict === 'not');
  const said = others.slice(0, SAID).map((line): Bilingual => {
    const name = nameOf(line);
    const capital = name.en.charAt(0).toUpperCase() + name.en.slice(1);
    return {
      en: `${capital} does not: ${line.because.en}.`,
      'zh-CN': `${name['zh-CN']}${line.label === undefined ? ' ' : ''}不适用：${line.because['zh-CN']}。`,
    };
  });
  const more = others.length - said.length;
  if (more === 0) return said;
  return [...said, { en: `Nor do ${more} more.`, 'zh-CN': `另有 ${more} 条不适用。` }];
}

/** “ = 25 + 40”, “, the least of 25, 40”. */
function togetherOf(out: DecideStep['out'][number], outputs: readonly { readonly value: Value }[]): Bilingual {
  const values = (language: Language) => outputs.map((one) => sayValue(one.value, { type: 'mixed' }, language));
  const list = { en: values('en').join(', '), 'zh-CN': values('zh-CN').join('、') };
  switch (out.collect ?? 'list') {
    case 'sum':
      return { en: ` = ${values('en').join(' + ')}`, 'zh-CN': ` = ${values('zh-CN').join(' + ')}` };
    case 'min':
      return { en: `, the least of ${list.en}`, 'zh-CN': `，即 ${list['zh-CN']} 中最小的` };
    case 'max':
      return { en: `, the greatest of ${list.en}`, 'zh-CN': `，即 ${list['zh-CN']} 中最大的` };
    case 'list':
    case 'count':
      return both('');
  }
}
