/** The answers of a template's plan, computed from its own rows by the engine itself: what the first screen shows is never copied by hand. */
import type { Format, Frame } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import { compile } from '#core/compile/compile.ts';
import { isPlan, type PlanDesign, type Project } from '#core/project/project.ts';
import { createEngine, type Engine } from '#engine/client.ts';
import { readTableCsv } from '#importers/csv/read-table.ts';
import { catalog } from '#kinds/catalog.ts';
import { templates, type LoadedTemplate } from '#store/templates.ts';
import { headlineFormat } from '../canvas/node-view.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import { today } from '../workbench/today.ts';

export interface NodeFigure {
  readonly value: Value;
  readonly format: Format | undefined;
}

export interface TemplateRun {
  readonly figures: Readonly<Record<string, NodeFigure>>;
  readonly rows: number;
}

/** A template's rows as the engine takes them, by table key. */
export function framesOf({ project, csv }: LoadedTemplate): ReadonlyMap<string, Frame> {
  const encoder = new TextEncoder();
  return new Map(
    project.tables.flatMap((table) => {
      const text = csv.get(table.key);
      return text === undefined ? [] : [[table.key, readTableCsv(table, encoder.encode(text)).frame] as const];
    }),
  );
}

export async function loadTemplate(slug: string): Promise<{ project: Project; frames: ReadonlyMap<string, Frame> }> {
  const template = templates.find((one) => one.slug === slug);
  if (!template) throw new Error(`no template ${slug}`);
  const loaded = await template.load();
  return { project: loaded.project, frames: framesOf(loaded) };
}

/** Runs one plan over the rows; the frames move to the engine and are gone afterwards. */
export async function runPlan(
  engine: Pick<Engine, 'ask'>,
  project: Project,
  plan: PlanDesign,
  frames: ReadonlyMap<string, Frame>,
): Promise<TemplateRun> {
  const rows = [...frames.values()].reduce((sum, frame) => sum + frame.rowCount, 0);
  for (const [table, frame] of frames) await engine.ask('table.put', { table, frame });
  const compiled = compile(project, catalog, plan.id);
  const input = { program: compiled.program, parameters: parameterValues(project), asOf: today() };
  const result = await engine.ask('run', input);
  const figures = Object.entries(result.answers).map(([node, answer]) => {
    const figure: NodeFigure = { value: answer.value ?? answer.rows, format: headlineFormat(compiled, node) };
    return [node, figure] as const;
  });
  return { figures: Object.fromEntries(figures), rows };
}

const runs = new Map<string, Promise<TemplateRun | undefined>>();

/** Each template is run once a visit, in its own worker, which ends with it. */
export function templateRun(slug: string): Promise<TemplateRun | undefined> {
  const known = runs.get(slug);
  if (known) return known;
  const running = loadTemplate(slug).then(async ({ project, frames }) => {
    const plan = project.designs.find(isPlan);
    if (!plan) return undefined;
    const engine = createEngine();
    try {
      return await runPlan(engine, project, plan, frames);
    } finally {
      engine.close();
    }
  });
  runs.set(slug, running);
  return running;
}
