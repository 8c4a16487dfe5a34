/** A design of a project file, compiled and opened with its rows and parameters: what `run` and `explain` share. */
import { compile } from '#core/compile/compile.ts';
import { parameterValue, parameterValues } from '#core/compile/parameter-values.ts';
import type { Compiled } from '#core/compile/compiled.ts';
import { parseIsoDate } from '#core/calendar/iso-text.ts';
import type { Value } from '#core/data/value.ts';
import { openRun, type Run, type RunTable } from '#core/execute/execution.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { StepId } from '#core/program/table-program.ts';
import type { DecisionDesign } from '#core/project/decision-design.ts';
import { makesTable, type Parameter, type PlanDesign, type Project } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import { UsageError, type Arguments } from './arguments.ts';
import type { Streams } from './host.ts';
import { openProjectFile, tablesOfRun } from './project-file.ts';

export const runOptions = ['design', 'table', 'param', 'as-of', 'node'] as const;

export interface OpenDesign {
  readonly problems: readonly Problem[];
  /** Absent where the project cannot be read. */
  readonly opened?: { readonly project: Project; readonly compiled: Compiled; readonly run: Run };
}

/** A design ready to be run. */
export interface ReadyDesign {
  readonly project: Project;
  readonly compiled: Compiled;
  readonly tables: ReadonlyMap<string, RunTable>;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly asOf: number;
}

export function openDesign(args: Arguments, streams: Streams): OpenDesign {
  const { ready, problems } = compileDesign(args, streams);
  if (!ready) return { problems };
  const { project, compiled, tables, parameters, asOf } = ready;
  const run = openRun(createEngineMemory(), { program: compiled.program, parameters, asOf }, tables);
  return { problems, opened: { project, compiled, run } };
}

/** `ready` is absent where the project cannot be read. */
export function compileDesign(
  args: Arguments,
  streams: Streams,
): { readonly problems: readonly Problem[]; readonly ready?: ReadyDesign } {
  const file = openProjectFile(args.words[0] ?? '', streams);
  const { project } = file;
  if (!project) return { problems: file.problems };
  const design = designOf(project, args.option('design'));
  const compiled = compile(project, catalog, design.id);
  const { tables, problems } = tablesOfRun(project, file, args.pairs('table'), streams);
  const parameters = { ...parameterValues(project), ...parametersOf(project, args.pairs('param')) };
  const ready = { project, compiled, tables, parameters, asOf: asOfDate(args) };
  return { problems: [...file.problems, ...compiled.problems, ...problems], ready };
}

/** By id or by name; the only plan where none is named. */
export function designOf(project: Project, named: string | undefined): PlanDesign | DecisionDesign {
  const plans = project.designs.filter(makesTable);
  const found =
    named === undefined
      ? plans.length === 1
        ? plans[0]
        : undefined
      : (plans.find((plan) => plan.id === named) ?? plans.find((plan) => plan.name === named));
  if (found) return found;
  const known = plans.map((plan) => plan.id).join(', ') || 'none';
  throw new UsageError(
    named === undefined
      ? `--design is needed; plans here: ${known}`
      : `there is no plan ${named}; plans here: ${known}`,
  );
}

/** The step that answers for a node, or for the design; undefined where the node has problems. */
export function answerStep(compiled: Compiled, node: string | undefined): StepId | undefined {
  if (node !== undefined && !Object.hasOwn(compiled.nodes, node))
    throw new UsageError(`there is no node ${node}; nodes here: ${Object.keys(compiled.nodes).join(', ')}`);
  const key = node ?? compiled.program.output;
  if (key === null) return undefined;
  return Object.values(compiled.program.answers[key]?.ports ?? {})[0];
}

/** Parameters given as text, such as `rate=6%`. */
export function parametersOf(
  project: Project,
  given: readonly (readonly [key: string, text: string])[],
): Record<string, Value> {
  return Object.fromEntries(
    given.map(([key, text]) => {
      const parameter = project.parameters.find((one) => one.key === key);
      if (!parameter) throw new UsageError(`the project has no parameter ${key}`);
      return [key, readParameter(parameter, text)];
    }),
  );
}

function readParameter({ key, type }: Parameter, text: string): Value {
  const wrong = (what: string): never => {
    throw new UsageError(`--param ${key} takes ${what}, not “${text}”`);
  };
  switch (type) {
    case 'number': {
      const percent = text.trim().endsWith('%');
      const value = Number(percent ? text.trim().slice(0, -1) : text);
      if (text.trim() === '' || !Number.isFinite(value)) return wrong('a number');
      return percent ? value / 100 : value;
    }
    case 'boolean':
      if (/^(true|1)$/i.test(text)) return true;
      return /^(false|0)$/i.test(text) ? false : wrong('true or false');
    case 'date':
      return parameterValue('date', text) ?? wrong('a date such as 2026-07-01');
    case 'text':
      return text;
  }
}

/** The as-of date of the run; today where none is given. */
export function asOfDate(args: Arguments): number {
  const text = args.option('as-of') ?? new Date().toISOString().slice(0, 10);
  const serial = parseIsoDate(text);
  if (serial === undefined) throw new UsageError(`--as-of takes a date such as 2026-07-01, not “${text}”`);
  return serial;
}
