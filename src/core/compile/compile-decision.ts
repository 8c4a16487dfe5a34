/** A decision tried on the rows of a table: what its rules give each row, and which rule it was. What it leaves open is told without data. */
import type { Catalog } from '../contracts/catalog.ts';
import { bindInputs, type LoweredDecision } from '../contracts/lowered-decision.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { checkFormula } from '../formula/check/check-formula.ts';
import type { Expression } from '../formula/expression.ts';
import { problem, type Fix, type Problem } from '../problem/problem.ts';
import { analyseDecision, type DecisionAnalysis, type Found } from '../program/analyse-decision.ts';
import type { DecideStep, TableProgram, TableStep } from '../program/table-program.ts';
import { expressionsOf } from '../program/table-ops.ts';
import { walkExpression } from '../program/wiring.ts';
import type { DecisionDesign } from '../project/decision-design.ts';
import type { Project } from '../project/project.ts';
import { columnOfParameter, tablesOf } from './columns-of.ts';
import type { Compiled } from './compiled.ts';
import { cellOfLimit } from './decision-cells.ts';
import { lowerDecision } from './lower-decision.ts';
import { parameterValues } from './parameter-values.ts';
import { sayRegion } from './say-region.ts';

/** The node that answers for a decision. */
export const decisionNode = 'decision';
/** The column that names the rule that decided. */
export const ruleColumn = 'rule';
/** Findings told at most, of each sort. */
const mostTold = 5;

export function compileDecision(project: Project, _catalog: Catalog, design: DecisionDesign): Compiled {
  const tables = tablesOf(project);
  const { decision, problems: own } = lowerDecision(project, design.id);
  const problems: Problem[] = [...own];
  const program: TableProgram = {
    program: 'table',
    design: design.id,
    steps: [],
    answers: {},
    output: null,
    parameters: [],
  };
  if (!decision) return { program, problems, nodes: {}, tables };
  problems.push(...findings(design, decision, analyseDecision(decision, parameterValues(project))));
  const table = project.tables.find((one) => one.key === design.tryOn?.table);
  if (!table || !design.tryOn) {
    const params = { decision: design.name };
    const at = { design: design.id, path: 'tryOn' };
    problems.push(problem('compile.decision-not-tried', params, at, { severity: 'info' }));
    return { program, problems, nodes: {}, tables };
  }
  const columns = tables.get(table.key) ?? [];
  const bound = boundTo(project, design, decision, columns, problems);
  if (!bound) return { program, problems, nodes: {}, tables };
  const origin = { design: design.id, node: decisionNode, kind: 'decision', label: design.name };
  const read: TableStep = {
    op: 'read',
    id: `~table.${table.key}`,
    origin: { ...origin, node: '', kind: 'table', label: table.label },
    source: { from: 'table', table: table.key },
    columns,
    ...(table.grain ? { grain: table.grain } : {}),
  };
  const rule: ColumnInfo = { key: ruleColumn, type: 'text', label: { en: 'Rule', 'zh-CN': '规则' }[project.locale] };
  const made = [...decision.outputs, rule];
  const decide: DecideStep = {
    op: 'decide',
    id: decisionNode,
    origin,
    input: read.id,
    hit: bound.hit,
    rules: bound.rules.map((one, index) => ({
      ...one,
      then: [...one.then, { node: 'literal', value: ruleName(design, index), type: 'text' }],
    })),
    out: [...bound.out, { key: ruleColumn }],
    columns: [...columns.filter((column) => !made.some((one) => one.key === column.key)), ...made],
    ...(table.grain ? { grain: table.grain } : {}),
  };
  const readers = namedTables(decide).filter((key) => key !== table.key);
  const steps: TableStep[] = [
    read,
    ...readers.map((key): TableStep => ({
      ...read,
      id: `~table.${key}`,
      source: { from: 'table', table: key },
      columns: tables.get(key) ?? [],
    })),
    namedTables(decide).length > 0
      ? { ...decide, tables: Object.fromEntries(namedTables(decide).map((key) => [key, `~table.${key}`])) }
      : decide,
  ];
  const used = new Set(
    expressionsOf(decide).flatMap((one) =>
      [...walkExpression(one)].flatMap((part) => (part.node === 'parameter' ? [part.key] : [])),
    ),
  );
  const shape = { step: decide.id, columns: decide.columns, ...(table.grain ? { grain: table.grain } : {}) };
  return {
    program: {
      ...program,
      steps,
      answers: { [decisionNode]: { ports: { out: decide.id }, headline: { step: decide.id, measure: 'rows' } } },
      output: decisionNode,
      parameters: project.parameters.map(columnOfParameter).filter((one) => used.has(one.key)),
    },
    problems,
    nodes: {
      [decisionNode]: {
        inputs: { in: [{ step: read.id, columns }] },
        outputs: { out: shape },
        parameters: [...used],
      },
    },
    tables,
  };
}

/** `3 · Usual`: the place first, so that it names one rule whatever people call them. */
export function ruleName(design: DecisionDesign, index: number): string {
  const label = design.rules[index]?.label;
  return label === undefined ? String(index + 1) : `${index + 1} · ${label}`;
}

/** A gap, closed: a rule for exactly that region, its results to be filled in. */
function ruleFix(design: DecisionDesign, found: Found): Fix {
  const when = found.limits.flatMap(({ subject, set }) => {
    const input = design.inputs.find((one) => one.key === subject);
    return input ? [[input.id, cellOfLimit(set, input)] as const] : [];
  });
  const ids = new Set(design.rules.map((one) => one.id));
  let n = design.rules.length + 1;
  while (ids.has(`r${n}`)) n++;
  const value = { id: `r${n}`, when: Object.fromEntries(when), then: {} };
  const at = design.rules.length;
  const edit = { op: 'design.set', design: design.id, path: ['rules', at], value, index: at };
  return { label: { en: 'Add a rule for it', 'zh-CN': '为此添加规则' }, edits: [edit] };
}

/** Each input as what the table has for it: the formula given, else the column of its key. */
function boundTo(
  project: Project,
  design: DecisionDesign,
  decision: LoweredDecision,
  columns: readonly ColumnInfo[],
  problems: Problem[],
): LoweredDecision | undefined {
  const scope = {
    place: 'row' as const,
    columns,
    parameters: project.parameters.map(columnOfParameter),
    tables: tablesOf(project),
  };
  const bindings = new Map<string, Expression>();
  for (const input of design.inputs) {
    const text = design.tryOn?.inputs[input.id] ?? '';
    const at = { design: design.id, path: `tryOn.inputs.${input.id}` };
    if (text.trim() === '' && !columns.some((column) => column.key === input.key)) {
      problems.push(problem('compile.decision-input', { input: input.label, decision: design.name }, at));
      continue;
    }
    const checked = checkFormula(text.trim() === '' ? `[${input.key}]` : text, scope);
    problems.push(...checked.problems.map((one) => ({ ...one, at: { ...one.at, ...at } })));
    if (checked.expression) bindings.set(input.key, checked.expression);
  }
  return bindings.size < design.inputs.length ? undefined : bindInputs(decision, (key) => bindings.get(key));
}

function namedTables(step: TableStep): readonly string[] {
  const found = new Set<string>();
  for (const expression of expressionsOf(step))
    for (const part of walkExpression(expression))
      if (part.node === 'whole' || part.node === 'table') found.add(part.table);
  return [...found];
}

/** What the rules leave open, where they meet, and which of them never decide. */
function findings(design: DecisionDesign, decision: LoweredDecision, analysis: DecisionAnalysis): readonly Problem[] {
  const warn = { severity: 'warning' as const };
  const at = (rule?: number) => ({
    design: design.id,
    path: rule === undefined ? 'rules' : `rules.${design.rules[rule]?.id ?? ''}`,
  });
  const named = (rule: number) => ruleName(design, rule);
  const open = design.outputs.some((one) => one.otherwise === undefined);
  const gaps = open && design.hit !== 'collect' ? analysis.gaps : [];
  const overlaps = design.hit === 'unique' ? analysis.overlaps : [];
  return [
    ...gaps.slice(0, mostTold).map((found) =>
      problem('compile.decision-gap', { region: sayRegion(found, decision.inputs) }, at(), {
        ...warn,
        // What formulas come to cannot be written as a cell.
        ...(found.certain ? { fix: ruleFix(design, found) } : {}),
      }),
    ),
    ...overlaps.slice(0, mostTold).map((found) =>
      problem(
        'compile.decision-overlap',
        {
          rules: [named(found.rules[0]), named(found.rules[1])],
          region: sayRegion(found, decision.inputs),
        },
        at(found.rules[1]),
        warn,
      ),
    ),
    ...analysis.hidden
      .slice(0, mostTold)
      .map((rule) => problem('compile.decision-hidden', { rule: named(rule) }, at(rule), warn)),
  ];
}
