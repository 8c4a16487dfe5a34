/** Why a row belongs to its identity: the shortest chain of matches from the identity's first row to this one. */
import { cellAt, type Column } from '../data/column.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { ClusterStep } from '../program/table-program.ts';
import { clusters, codesOfRules } from './clusters.ts';
import { both, MOST_ROWS, ownInfo } from './explain-formula.ts';
import { NO_KEY } from './match-keys.ts';
import { namedCells, sayNamed } from './named-cells.ts';
import type { Explanation, OperationContext, Work } from './operation.ts';
import { sayValue } from './say-value.ts';
import type { LinkLine } from './trace.ts';

export function* explainCluster(step: ClusterStep, row: number, context: OperationContext): Work<Explanation> {
  const { firsts } = yield* clusters(step, context);
  const first = firsts[row] as number;
  const own: number[] = [];
  firsts.forEach((one, at) => void (one === first && own.push(at)));
  const codes = yield* codesOfRules(step, context);
  const links = chain(step, codes, own, row);
  const said: Bilingual[] = [];
  for (const link of links) said.push(yield* sayLink(step, link, context));
  const inputs = yield* namedCells(context, step.input, [...new Set(step.rules.flatMap((rule) => rule.equal))], row);
  return {
    how: { by: 'cluster', rows: own.length, links },
    formula: '',
    substituted: '',
    inputs,
    rows: [{ step: step.input, rows: own.slice(0, MOST_ROWS), total: own.length }],
    sentence: yield* sentence(step, row, own, said, context),
  };
}

/** From the first row to `row`, breadth first, so that no shorter chain exists; rules and rows in order. */
function chain(
  step: ClusterStep,
  codes: readonly Int32Array[],
  own: readonly number[],
  row: number,
): readonly LinkLine[] {
  const rowsOf = codes.map((column) => {
    const found = new Map<number, number[]>();
    for (const one of own) {
      const code = column[one] as number;
      if (code === NO_KEY) continue;
      const list = found.get(code);
      if (list) list.push(one);
      else found.set(code, [one]);
    }
    return found;
  });
  const start = own[0] as number;
  const reached = new Map<number, LinkLine | null>([[start, null]]);
  for (const at of reached.keys()) {
    if (at === row) break;
    codes.forEach((column, rule) => {
      const code = column[at] as number;
      const label = step.rules[rule]?.label;
      for (const to of rowsOf[rule]?.get(code) ?? []) {
        if (!reached.has(to)) reached.set(to, { from: at, to, rule, ...(label === undefined ? {} : { label }) });
      }
      // Everything with this code is reached now.
      rowsOf[rule]?.delete(code);
    });
  }
  const links: LinkLine[] = [];
  for (let link = reached.get(row); link; link = reached.get(link.from)) links.unshift(link);
  return links;
}

function* sayLink(step: ClusterStep, link: LinkLine, context: OperationContext): Work<Bilingual> {
  const cells = yield* namedCells(context, step.input, step.rules[link.rule]?.equal ?? [], link.from);
  const label = link.label === undefined ? '' : `“${link.label}”`;
  const en = cells.map((one) => sayNamed(one, 'en')).join(', ');
  const zh = cells.map((one) => sayNamed(one, 'zh-CN')).join('、');
  return {
    en: `row ${link.from + 1} and row ${link.to + 1} by ${label === '' ? '' : `${label}: `}${en}`,
    'zh-CN': `第 ${link.from + 1} 行与第 ${link.to + 1} 行（${label === '' ? '' : `${label}：`}${zh}）`,
  };
}

function* sentence(
  step: ClusterStep,
  row: number,
  own: readonly number[],
  links: readonly Bilingual[],
  context: OperationContext,
): Work<Bilingual> {
  const info = ownInfo(step, step.out);
  const value = cellAt((yield* context.column(step.id, step.out)) as Column, row);
  const label = both(info.label ?? info.key);
  const en = `${label.en} ${sayValue(value, info, 'en')}`;
  const zh = `${label['zh-CN']} ${sayValue(value, info, 'zh-CN')}`;
  if (own.length === 1) {
    return { en: `${en}: no other row matches this one.`, 'zh-CN': `${zh}：没有其他行与本行匹配。` };
  }
  if (links.length === 0) {
    return {
      en: `${en}: the first of ${own.length} rows of one identity.`,
      'zh-CN': `${zh}：同一身份共 ${own.length} 行，本行是第一行。`,
    };
  }
  return {
    en: `${en}: one of ${own.length} rows of one identity; ${links.map((one) => one.en).join('; ')}.`,
    'zh-CN': `${zh}：同一身份共 ${own.length} 行；${links.map((one) => one['zh-CN']).join('；')}。`,
  };
}
