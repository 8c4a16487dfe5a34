/** What a node card shows, put together from the design, its compilation and its last run. No arithmetic: values come from the engine. */
import type { Catalog } from '#core/contracts/catalog.ts';
import type { NodeFamily, NodeKind, Port } from '#core/contracts/node-kind.ts';
import type { Compiled } from '#core/compile/compiled.ts';
import type { Format } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import type { NodeAnswer } from '#core/execute/result.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Language, Problem } from '#core/problem/problem.ts';
import type { DesignNode, PlanDesign, TableDefinition } from '#core/project/project.ts';
import type { DesignRun } from '../session/session-state.ts';

export interface NodeView {
  readonly node: string;
  readonly label: string;
  readonly kindLabel: string;
  readonly family: NodeFamily;
  readonly icon: string;
  readonly inputs: readonly (Port & { readonly label: string })[];
  readonly outputs: readonly (Port & { readonly label: string })[];
  /** The headline, else the number of rows; absent until computed. */
  readonly value?: Value;
  readonly format?: Format;
  readonly rows?: number;
  readonly unit: string;
  readonly spark: readonly number[];
  /** The same value before the last change; absent where there is nothing to compare with. */
  readonly before?: Value;
  readonly problem?: { readonly severity: Problem['severity']; readonly words: string; readonly more: number };
  /** Of a step of a journey: who is where. Everybody who came in is waiting, has gone on, or has failed. */
  readonly flow?: { readonly in: number; readonly waiting: number; readonly out: number; readonly failed: number };
  /** The names of its outputs stand beside them. */
  readonly namePorts?: boolean;
  /** On the way of the customer whose story is open. */
  readonly lit?: boolean;
  /** True while a newer answer is being computed. */
  readonly stale: boolean;
}

export interface Shown {
  readonly tables: readonly Pick<TableDefinition, 'key' | 'label'>[];
  readonly design: PlanDesign;
  readonly catalog: Catalog;
  readonly compiled: Compiled | undefined;
  readonly run: DesignRun | undefined;
  readonly problems: readonly Problem[];
  readonly language: Language;
}

export function nodeView(shown: Shown, node: string): NodeView | null {
  const { design, catalog, compiled, run, language } = shown;
  const value = design.nodes[node];
  if (!value) return null;
  const kind = catalog.nodes.get(value.kind);
  const problems = shown.problems.filter((one) => one.at.node === node);
  const worst = problems.find((one) => one.severity === 'error') ?? problems.find((one) => one.severity === 'warning');
  const answer = run?.current?.result.answers[node];
  const before = run?.before?.result.answers[node];
  const format = headlineFormat(compiled, node);
  const ports = (list: readonly Port[]) => list.map((port) => ({ ...port, label: port.words[language] }));
  const seen = compiled?.program.answers[node] ? answer : undefined;
  return {
    node,
    label: value.label ?? tableLabel(shown, value, kind) ?? kind?.words[language].label ?? value.kind,
    kindLabel: kind?.words[language].label ?? value.kind,
    family: kind?.family ?? 'shape',
    icon: kind?.icon ?? 'question-mark',
    inputs: ports(kind?.inputs ?? []),
    outputs: ports(kind?.outputs ?? []),
    unit: kind?.words[language].unit ?? '',
    spark: seen?.spark ?? [],
    stale: run?.status === 'running',
    ...(seen ? { value: shownValue(seen), rows: seen.rows } : {}),
    ...(format ? { format } : {}),
    ...(before && seen ? { before: shownValue(before) } : {}),
    ...(worst
      ? { problem: { severity: worst.severity, words: sayProblem(worst, language), more: problems.length - 1 } }
      : {}),
  };
}

/** A node that reads a table is called as the table is. */
function tableLabel(shown: Shown, node: DesignNode, kind: NodeKind | undefined): string | undefined {
  const field = kind?.inspector.find((one) => one.control === 'table');
  const key = field && node.props[field.prop];
  return shown.tables.find((table) => table.key === key)?.label;
}

function shownValue(answer: NodeAnswer): Value {
  return answer.value === undefined ? answer.rows : answer.value;
}

/** The format of the column a headline is made of; a ratio is a percentage; rows have none. */
export function headlineFormat(compiled: Compiled | undefined, node: string): Format | undefined {
  const headline = compiled?.program.answers[node]?.headline;
  if (!compiled || !headline || headline.measure === 'rows') return undefined;
  if (headline.measure === 'ratio') return { kind: 'percent', decimals: 1 };
  const step = compiled.program.steps.find((one) => one.id === headline.step);
  return step?.columns.find((column) => column.key === headline.column)?.format;
}
