/**
 * From the form that people drew to the form that runs. Each node of the page is lowered by its kind, in reading order; formulas are checked where they
 * stand; rules are laid over the conditions of their fields; ids of tables and columns become their keys. A field with a problem is left out, or stands
 * without the part that is wrong, and everything else can be filled in.
 */
import type { Catalog } from '../contracts/catalog.ts';
import { notUnderstood } from '../contracts/build-expression.ts';
import type { FieldContext, FieldKind, LoweredField } from '../contracts/field-kind.ts';
import { isError, type Value } from '../data/value.ts';
import { checkFormula } from '../formula/check/check-formula.ts';
import type { Expression, Literal } from '../formula/expression.ts';
import type { Scope } from '../formula/scope.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { FormNode, FormProgram, ValueNode } from '../program/form-program.ts';
import { expressionsInForm } from '../program/form-expressions.ts';
import { wireForm } from '../program/form-wiring.ts';
import { walkExpression } from '../program/wiring.ts';
import { emptyForm, type FormDesign, type FormField } from '../project/form-design.ts';
import { formTree, type FormItem } from '../project/form-tree.ts';
import { misfitOf, pathText } from '../project/misfit.ts';
import { isForm, type Project } from '../project/project.ts';
import type { CompiledForm } from './compiled-form.ts';
import { formFills } from './form-fills.ts';
import { propsOf } from './form-props.ts';
import { formScopes, type FormScopes } from './form-scopes.ts';
import { parameterValues } from './parameter-values.ts';

interface Around {
  readonly form: FormDesign;
  readonly catalog: Catalog;
  readonly scopes: FormScopes;
  readonly problems: Problem[];
}

export function compileForm(project: Project, catalog: Catalog, designId: string): CompiledForm {
  const found = project.designs.find((one) => one.id === designId);
  const problems: Problem[] = [];
  if (!found || !isForm(found))
    problems.push(
      found
        ? problem('compile.not-a-form', { design: found.name }, { design: designId })
        : problem('compile.unknown-design', { design: designId }),
    );
  const form = found && isForm(found) ? found : emptyForm(designId, '');
  const tree = formTree(form);
  const scopes = formScopes(project, form, tree, catalog);
  const around: Around = { form, catalog, scopes, problems };
  const at: Place = { design: form.id };
  for (const key of tree.unplaced) {
    const label = form.fields[key]?.label || key;
    problems.push(problem('compile.field-not-shown', { field: label }, { ...at, path: key }, { severity: 'warning' }));
  }
  for (const node of tree.broken) problems.push(problem('compile.nothing-shown', { node }, { ...at, node }));
  const root = lowerItems(tree.roots, around);
  const program: FormProgram = { program: 'form', design: form.id, root, checks: checksOf(around) };
  const { circles } = wireForm(program);
  for (const circle of circles) {
    const items = circle.map((id) => tree.items.find((one) => one.field?.value.id === id || one.node === id));
    const fields = items.map((item) => (item ? labelOf(item, catalog) : ''));
    problems.push(problem('compile.form-circle', { fields }, { ...at, ...(items[0] ? { node: items[0].node } : {}) }));
  }
  const into = formFills(project, form, tree, catalog, problems);
  return {
    program: { ...program, ...(into.length > 0 ? { into } : {}), ...namedBy(program, project) },
    problems,
    tree,
    scopeOf: scopes.of,
    columns: scopes.columns,
  };
}

/** What a node is called: its own label, its field's, its kind's. */
export function labelOf(item: FormItem, catalog: Catalog): string {
  const own = item.field?.value.label ?? item.place.label;
  if (own !== undefined && own !== '') return own;
  return item.field?.key ?? catalog.fields.get(item.kind)?.words.en.label ?? item.node;
}

function lowerItems(items: readonly FormItem[], around: Around, within?: FormItem): readonly FormNode[] {
  return items.flatMap((item) => lowerItem(item, around, within) ?? []);
}

function lowerItem(item: FormItem, around: Around, within: FormItem | undefined): FormNode | undefined {
  const { form, catalog, problems, scopes } = around;
  const at = { design: form.id, node: item.node };
  const kind = catalog.fields.get(item.kind);
  if (!kind) {
    problems.push(problem('project.unknown-kind', { node: item.node, kind: item.kind }, at));
    return undefined;
  }
  const owner = item.field?.value ?? item.place;
  const found = owner.version ?? 1;
  if (found > kind.version) {
    const params = { node: item.node, kind: item.kind, found, known: kind.version };
    problems.push(problem('project.newer-kind', params, at));
    return undefined;
  }
  const rows = kind.holds === 'rows';
  if (rows && within) {
    const params = { field: labelOf(item, catalog), within: labelOf(within, catalog) };
    problems.push(problem('compile.nested-repeat', params, at));
    return undefined;
  }
  const children = lowerItems(item.children, around, rows ? item : within);
  const scope = scopes.of(item.node);
  const check = checker(item.node, around);
  const props = propsOf(kind, owner);
  if (!props.success)
    for (const issue of props.error.issues) {
      const path = pathText(issue.path);
      problems.push(problem('project.bad-props', { node: item.node, path, misfit: misfitOf(issue) }, { ...at, path }));
    }
  const context: FieldContext = {
    label: labelOf(item, catalog),
    formula: (text, path) => check(text, path, scope),
    amount: (value, path) =>
      typeof value === 'number' ? { node: 'literal', value, type: 'number' } : check(value, path, scope),
    say: (id, words, { severity = 'error', path } = {}) =>
      void problems.push(
        problem(
          'kind.says',
          { kind: kind.kind, id, words },
          { ...at, ...(path === undefined ? {} : { path }) },
          { severity },
        ),
      ),
  };
  const lowered = props.success ? kind.lower(props.data, context) : undefined;
  const base = {
    id: item.field?.value.id ?? item.node,
    key: item.field?.key ?? item.node,
    origin: { design: form.id, node: item.node, kind: item.kind, label: labelOf(item, catalog) },
    label: item.field?.value.label ?? item.place.label ?? '',
    ...(item.field?.value.help ? { help: item.field.value.help } : {}),
    ...conditions(item, around, check, scope),
  };
  if (item.field && kind.holds === 'value')
    return valueNode(item, item.field.value, kind, lowered, base, around, check, scope);
  if (!lowered) return undefined;
  if (lowered.node === 'repeat' || lowered.node === 'group') return { ...base, ...lowered, children };
  return lowered.node === 'content' ? { ...base, ...lowered } : undefined;
}

type Check = (text: string, path: string, scope: Scope) => Expression | undefined;

function checker(node: string | undefined, { form, problems }: Around): Check {
  return (text, path, scope) => {
    const checked = checkFormula(text, scope);
    const at = { design: form.id, ...(node === undefined ? {} : { node }), path };
    for (const one of checked.problems) problems.push({ ...one, at: { ...one.at, ...at } });
    return checked.problems.some((one) => one.severity === 'error') ? undefined : checked.expression;
  };
}

/** The own condition of a node, and what rules add to it. */
function conditions(
  item: FormItem,
  around: Around,
  check: Check,
  scope: Scope,
): Partial<Pick<FormNode, 'visible' | 'enabled'>> {
  const field = item.field?.value;
  const own = (text: string | undefined, path: string) =>
    text === undefined || text.trim() === '' ? [] : [check(text, path, scope)];
  const visible = allOf([
    ...own(field?.visible, 'visible'),
    ...own(field ? item.place.visible : undefined, 'place.visible'),
    ...own(field ? undefined : item.place.visible, 'visible'),
    ...ruled('show', item, around, scope),
  ]);
  const enabled = allOf([...own(field?.enabled, 'enabled'), ...ruled('enable', item, around, scope)]);
  return { ...(visible ? { visible } : {}), ...(enabled ? { enabled } : {}) };
}

function ruled(
  what: 'show' | 'require' | 'enable',
  item: FormItem,
  around: Around,
  scope: Scope,
): (Expression | undefined)[] {
  return around.form.rules.flatMap((rule, i) => {
    if (rule.do !== what || !(rule.at.includes(item.node) || rule.at.includes(item.field?.value.id ?? ''))) return [];
    return [checker(undefined, around)(rule.when, `rules.${i}.when`, scope)];
  });
}

function allOf(parts: readonly (Expression | undefined)[]): Expression | undefined {
  const known = parts.filter((one) => one !== undefined);
  const [first] = known;
  if (known.length < 2) return first;
  return { node: 'call', name: 'AND', args: known, type: 'boolean' };
}

function anyOf(parts: readonly (Expression | undefined)[]): Expression | undefined {
  const known = parts.filter((one) => one !== undefined);
  const [first] = known;
  if (known.length < 2) return first;
  return { node: 'call', name: 'OR', args: known, type: 'boolean' };
}

function valueNode(
  item: FormItem,
  field: FormField,
  kind: FieldKind,
  lowered: LoweredField | undefined,
  base: Omit<ValueNode, 'node' | 'type' | 'input' | 'constraints' | 'whenHidden'>,
  around: Around,
  check: Check,
  scope: Scope,
): ValueNode {
  const column = around.scopes.columns.get(field.id);
  const type = column && column.type !== 'mixed' ? column.type : 'text';
  const filled = !kind.computed;
  const text = (value: string | undefined) => (value === undefined || value.trim() === '' ? undefined : value);
  const must = text(field.required);
  const initial = text(field.default);
  const required = filled
    ? anyOf([...(must === undefined ? [] : [check(must, 'required', scope)]), ...ruled('require', item, around, scope)])
    : undefined;
  const first = filled && initial !== undefined ? check(initial, 'default', scope) : undefined;
  // A computed field whose formula does not check still stands: it says that it cannot be computed.
  const own = lowered?.node === 'value' ? lowered : undefined;
  const broken = { input: 'shown', constraints: [], value: { expression: notUnderstood, override: 'never' } } as const;
  return {
    ...base,
    type,
    ...(column?.format ? { format: column.format } : {}),
    ...(own ?? (kind.computed ? broken : { input: 'line', constraints: [] as const })),
    node: 'value',
    ...(required ? { required } : {}),
    ...(first ? { initial: first } : {}),
    whenHidden: field.whenHidden ?? 'exclude',
  };
}

function checksOf(around: Around): FormProgram['checks'] {
  return around.form.checks.flatMap((one, i) => {
    const holds = checker(undefined, around)(one.assert, `checks.${i}.assert`, around.scopes.whole);
    const words = { en: one.message, 'zh-CN': one.message };
    return holds ? [{ holds, level: one.level, at: one.at, words }] : [];
  });
}

/** The parameters with their values, and the tables, that the program's formulas name. */
function namedBy(program: FormProgram, project: Project): Pick<FormProgram, 'constants' | 'tables'> {
  const values = parameterValues(project);
  const constants = new Map<string, Literal>();
  const tables = new Set<string>();
  for (const expression of expressionsInForm(program))
    for (const part of walkExpression(expression)) {
      if (part.node === 'parameter') constants.set(part.key, literalOf(values[part.key] ?? null));
      if (part.node === 'whole' || part.node === 'table') tables.add(part.table);
    }
  return {
    ...(constants.size > 0
      ? { constants: Object.fromEntries([...constants].sort(([a], [b]) => (a < b ? -1 : 1))) }
      : {}),
    ...(tables.size > 0 ? { tables: [...tables].sort() } : {}),
  };
}

function literalOf(value: Value): Literal {
  return isError(value) ? { error: value.error } : value;
}
