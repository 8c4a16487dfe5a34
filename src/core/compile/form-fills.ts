/** Where accepted answers go: ids of the document become keys of today; what is lost or has no column is told. */
import type { Catalog } from '../contracts/catalog.ts';
import { problem, type Fix, type Problem } from '../problem/problem.ts';
import type { FormFill } from '../program/form-program.ts';
import type { FormDesign } from '../project/form-design.ts';
import type { FormItem, FormTree } from '../project/form-tree.ts';
import type { Project } from '../project/project.ts';
import { answersTableEdits } from './answers-table.ts';

export function formFills(
  project: Project,
  form: FormDesign,
  tree: FormTree,
  catalog: Catalog,
  problems: Problem[],
): readonly FormFill[] {
  const at = { design: form.id };
  const asked = tree.items.filter((item) => item.field);
  const fix = (): { readonly fix?: Fix } => {
    const edits = answersTableEdits(project, form, catalog);
    return edits.length > 0 ? { fix: { label: { en: 'Make room for them', 'zh-CN': '为其准备表和列' }, edits } } : {};
  };
  const names = new Map(Object.entries(form.fields).map(([key, field]) => [field.id, field.label || key]));
  const fills: FormFill[] = [];
  for (const fill of form.into) {
    const table = project.tables.find((one) => one.id === fill.table);
    if (!table || (fill.of !== undefined && !names.has(fill.of))) {
      problems.push(problem('compile.fill-gone', { form: form.name }, at, { severity: 'warning' }));
      continue;
    }
    const keyOf = (id: string) => table.columns.find((column) => column.id === id)?.key;
    const answer = fill.answer === undefined ? undefined : keyOf(fill.answer);
    const columns = Object.entries(fill.columns).flatMap(([field, id]) => {
      const column = keyOf(id);
      return column === undefined || !names.has(field) ? [] : [{ column, field }];
    });
    fills.push({
      table: table.key,
      ...(fill.of === undefined ? {} : { of: fill.of }),
      ...(answer === undefined ? {} : { answer }),
      columns,
    });
  }
  if (asked.length > 0 && !fills.some((fill) => fill.of === undefined)) {
    problems.push(problem('compile.no-answers-table', { form: form.name }, at, { severity: 'warning', ...fix() }));
    return fills;
  }
  const label = (key: string) => project.tables.find((table) => table.key === key)?.label || key;
  const walk = (items: readonly FormItem[], repeat: string | undefined): void => {
    for (const item of items) {
      const field = item.field?.value;
      const holds = catalog.fields.get(item.kind)?.holds;
      const fill = fills.find((one) => one.of === repeat);
      if (field && holds === 'value' && !fill?.columns.some((one) => one.field === field.id)) {
        const params = { field: names.get(field.id) ?? '', table: fill ? label(fill.table) : '' };
        const why = problem(
          'compile.field-without-column',
          params,
          { ...at, node: item.node },
          { severity: 'warning', ...fix() },
        );
        problems.push(why);
      }
      walk(item.children, holds === 'rows' && field ? field.id : repeat);
    }
  };
  walk(tree.roots, undefined);
  return fills;
}
