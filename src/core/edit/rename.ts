/**
 * A rename of a table, a column or a parameter with every use of it, spelled out as plain edits: `follow-name.ts` finds the uses in plans; tests, rules of
 * generated rows and the grain of tables name columns as well.
 */
import type { Catalog } from '../contracts/catalog.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { isKey } from '../project/key.ts';
import { isPlan, type DesignTest, type PlanDesign, type Project } from '../project/project.ts';
import { setKey } from './apply-tables.ts';
import { isRecord } from './at-path.ts';
import type { Edit } from './edit.ts';
import { Capture, followName, type Followed, type Walked } from './follow-name.ts';
import { withKeyRenamed } from './outcome.ts';
import { renameField, renameInForms } from './rename-in-forms.ts';
import { renameInJourneys } from './rename-in-journeys.ts';

export type Rename = Extract<Edit, { readonly op: 'rename'; readonly what: Followed['what'] | 'field' }>;
type NameRename = Exclude<Rename, { readonly what: 'field' }>;
export type Expanded = { readonly edits: readonly Edit[] } | { readonly problem: Problem };

/** Without a catalog only the key, the tests and the rules of rows change: what the props of nodes name cannot be seen. */
export function expandRename(project: Project, edit: Rename, catalog: Catalog | undefined): Expanded {
  if (edit.what === 'field') return renameField(project, edit, catalog);
  const target = targetOf(project, edit);
  if ('problem' in target) return target;
  if (target.from === target.to) return { edits: [] };
  const own = ownEdits(project, edit, target);
  if ('problem' in own) return own;
  const edits: Edit[] = [...own.edits];
  let made = target.what !== 'made';
  try {
    for (const plan of project.designs.filter(isPlan)) {
      if (target.what === 'made' && plan.id !== target.design) continue;
      const walked: Walked = catalog
        ? followName(project, plan, target, catalog)
        : { uses: [], output: new Map(), fixed: true };
      for (const { node, path, value } of walked.uses)
        edits.push({ op: 'node.prop', design: plan.id, node, path, value });
      made ||=
        target.what === 'made' && !walked.fixed && walked.output.get(target.node)?.get(target.from) === target.to;
      edits.push(...renameInTests(plan, target, walked.output));
    }
    edits.push(...renameInForms(project, target, catalog));
    edits.push(...renameInJourneys(project, target, catalog));
  } catch (error) {
    if (!(error instanceof Capture)) throw error;
    return { problem: problem('edit.captures', { from: target.from, to: target.to, where: error.where }) };
  }
  if (!made) return { problem: problem('edit.fixed-name', { column: target.from }) };
  return { edits };
}

/** What a rename is about, by its keys. */
function targetOf(project: Project, edit: NameRename): Followed | { readonly problem: Problem } {
  const { what, id, to } = edit;
  const missing = (thing: 'table' | 'parameter' | 'column' | 'node', one: string) => ({
    problem: problem('edit.not-found', { what: thing, id: one }),
  });
  if (edit.what === 'made') {
    const plan = project.designs.filter(isPlan).find((one) => one.id === edit.design);
    if (!plan || !Object.hasOwn(plan.nodes, edit.node)) return missing('node', edit.node);
    return { what: 'made', from: id, to, design: edit.design, node: edit.node };
  }
  if (edit.what !== 'column') {
    const list: readonly { readonly id: string; readonly key: string }[] =
      edit.what === 'table' ? project.tables : project.parameters;
    const found = list.find((one) => one.id === id);
    return found ? { what: edit.what, from: found.key, to } : missing(what === 'table' ? 'table' : 'parameter', id);
  }
  const table = project.tables.find((one) => one.id === edit.table);
  if (!table) return missing('table', edit.table);
  const column = table.columns.find((one) => one.id === id);
  if (!column) return missing('column', id);
  return { what: 'column', from: column.key, to, table: table.key };
}

/** The key itself, and what its own table says by it. */
function ownEdits(project: Project, edit: NameRename, { from, to }: Followed): Expanded {
  if (edit.what === 'made')
    return isKey(to) ? { edits: [] } : { problem: problem('edit.bad-key', { what: 'column', key: to }) };
  const keyEdit: Edit =
    edit.what === 'column'
      ? { op: 'key.set', what: 'column', table: edit.table, id: edit.id, to }
      : { op: 'key.set', what: edit.what, id: edit.id, to };
  const keyed = setKey(project, keyEdit);
  if (!keyed.done) return { problem: keyed.problem };
  const generator = edit.what === 'column' ? generatorWith(project, edit.table, from, to) : undefined;
  return {
    edits:
      generator && edit.what === 'column'
        ? [keyEdit, { op: 'table.set', table: edit.table, patch: { generator } }]
        : [keyEdit],
  };
}

/** The rules by which a table's rows are generated name its columns. */
function generatorWith(project: Project, id: string, from: string, to: string): Record<string, unknown> | undefined {
  const generator = project.tables.find((one) => one.id === id)?.generator;
  const columns = generator?.['columns'];
  if (!generator || !isRecord(columns) || !Object.hasOwn(columns, from)) return undefined;
  return { ...generator, columns: withKeyRenamed(columns, from, to) };
}

function renameInTests(plan: PlanDesign, target: Followed, output: Walked['output']): Edit[] {
  const { from, to } = target;
  const renamed = <T>(record: Readonly<Record<string, T>>): Record<string, T> => withKeyRenamed(record, from, to);
  const tests = plan.tests.map((test): DesignTest => {
    if (target.what === 'parameter') return test.parameters ? { ...test, parameters: renamed(test.parameters) } : test;
    if (target.what === 'table') return test.tables ? { ...test, tables: renamed(test.tables) } : test;
    const map = output.get(test.node ?? lastNode(plan) ?? '') ?? new Map<string, string>();
    const expect = test.expect.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [map.get(key) ?? key, value])),
    );
    const table = target.what === 'column' ? target.table : '';
    const rows = test.tables?.[table];
    const tables = rows && { ...test.tables, [table]: rows.map(renamed) };
    return { ...test, expect, ...(tables ? { tables } : {}) };
  });
  if (JSON.stringify(tests) === JSON.stringify(plan.tests)) return [];
  return [{ op: 'design.set', design: plan.id, path: ['tests'], value: tests }];
}

/** The one node nothing reads: the design's output. */
function lastNode(plan: PlanDesign): string | undefined {
  const ends = Object.keys(plan.nodes).filter((key) => !plan.edges.some((edge) => edge.from.node === key));
  return ends.length === 1 ? ends[0] : undefined;
}
