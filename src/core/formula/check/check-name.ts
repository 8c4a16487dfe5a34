/** Names: this row's columns, parameters, LET names, whole columns, tables, the state before. */
import type { ColumnInfo } from '../../data/schema.ts';
import type { Span } from '../../problem/problem.ts';
import { foldText } from '../fold-text.ts';
import { arityOf } from '../functions/arity.ts';
import { functionNamed } from '../functions/registry.ts';
import type { Syntax } from '../syntax.ts';
import { writeName, writeTableColumn } from '../tokens.ts';
import { expressionType, replaceFix, report, typed, unknownAt, type CheckContext, type Checked } from './checked.ts';
import { aggregated } from './fixes.ts';
import { nearest } from './nearest.ts';
import { candidatesOf } from './scope-names.ts';

function checkedColumn(info: ColumnInfo, span: Span, context: CheckContext): Checked {
  const type = expressionType(info.type);
  const about = typed(type, info.format, span);
  const from = context.overGroup ? { from: { span, one: about } } : {};
  return { ...about, expression: { node: 'column', key: info.key, ...about }, many: context.overGroup, ...from };
}

function unknownName(name: string, span: Span, context: CheckContext): Checked {
  const state = context.names.prior.get(foldText(name));
  if (state) {
    const nearest = writeTableColumn('prior', state.key);
    report(context, 'formula.unknown-name', { name, nearest }, span, { fix: replaceFix(span, nearest) });
    return unknownAt(span);
  }
  const called = functionNamed(name);
  const alone = called !== undefined && arityOf(called).least === 0;
  const locals = context.locals.map((local) => ({ text: local.name, key: local.name }));
  const { columns, parameters } = context.scope;
  const guess = alone ? undefined : nearest(name, [...locals, ...candidatesOf(columns), ...candidatesOf(parameters)]);
  const meant = guess ? writeName(guess) : alone ? `${called.name}()` : undefined;
  const params = { name, ...(guess ? { nearest: guess } : called ? { nearest: `${called.name}()` } : {}) };
  report(context, 'formula.unknown-name', params, span, meant ? { fix: replaceFix(span, meant) } : {});
  return unknownAt(span);
}

export function checkName({ name, span }: Extract<Syntax, { node: 'name' }>, context: CheckContext): Checked {
  const folded = foldText(name);
  const local = context.locals.findLast((one) => one.folded === folded);
  if (local) {
    const { type, format, many } = local.value;
    const about = typed(type, format, span);
    const from = local.value.from ? { from: { ...local.value.from, span } } : {};
    return { ...about, expression: { node: 'local', name: local.name, ...about }, many, ...from };
  }
  const column = context.names.columns.get(folded);
  if (column) {
    const outside = context.scope.place === 'group' && !context.overGroup && !context.names.groupKeys.has(folded);
    if (outside) {
      const one = { type: expressionType(column.type), ...(column.format ? { format: column.format } : {}) };
      const fix = replaceFix(span, aggregated(writeName(column.key), one));
      report(context, 'formula.column-outside-aggregate', { name: column.key }, span, { fix });
    }
    return checkedColumn(column, span, context);
  }
  const parameter = context.names.parameters.get(folded);
  if (!parameter) return unknownName(name, span, context);
  const about = typed(expressionType(parameter.type), parameter.format, span);
  return { ...about, expression: { node: 'parameter', key: parameter.key, ...about }, many: false };
}

function checkPrior(syntax: Extract<Syntax, { node: 'column' }>, context: CheckContext): Checked {
  const { name, span } = syntax;
  if (context.scope.place !== 'fold') {
    report(context, 'formula.state-outside-fold', {}, span);
    return unknownAt(span);
  }
  const state = context.names.prior.get(foldText(name));
  if (!state) {
    const guess = nearest(name, candidatesOf(context.scope.prior ?? []));
    const fix = guess ? { fix: replaceFix(span, writeTableColumn('prior', guess)) } : {};
    report(context, 'formula.unknown-state', { name, ...(guess ? { nearest: guess } : {}) }, span, fix);
    return unknownAt(span);
  }
  const about = typed(expressionType(state.type), state.format, span);
  return { ...about, expression: { node: 'prior', key: state.key, ...about }, many: false };
}

/** `table[column]`, `table[]` and `prior[name]`. */
export function checkTableColumn(syntax: Extract<Syntax, { node: 'column' }>, context: CheckContext): Checked {
  const { name, span, tableSpan, nameSpan } = syntax;
  const table = context.names.tables.get(foldText(syntax.table));
  if (!table) {
    if (foldText(syntax.table) === 'prior') return checkPrior(syntax, context);
    const keys = [...context.scope.tables.keys()];
    const guess = nearest(
      syntax.table,
      keys.map((key) => ({ text: key, key })),
    );
    const fix = guess ? { fix: replaceFix(tableSpan, guess) } : {};
    report(
      context,
      'formula.unknown-table',
      { name: syntax.table, ...(guess ? { nearest: guess } : {}) },
      tableSpan,
      fix,
    );
    return unknownAt(span);
  }
  if (name === '') {
    const expression = { node: 'table', table: table.key, type: 'array', span } as const;
    return { expression, many: true, type: 'any', from: { span, one: { type: 'any' }, table: true } };
  }
  const column = table.columns.get(foldText(name));
  if (!column) {
    const guess = nearest(name, candidatesOf(table.infos));
    const params = { table: table.key, name, ...(guess ? { nearest: guess } : {}) };
    const fix = guess ? { fix: replaceFix(nameSpan, writeTableColumn('', guess)) } : {};
    report(context, 'formula.unknown-column', params, nameSpan, fix);
    return unknownAt(span);
  }
  const type = expressionType(column.type);
  const format = column.format ? { format: column.format } : {};
  const expression = {
    node: 'whole',
    table: table.key,
    key: column.key,
    ...typed('array', column.format, span),
  } as const;
  return { expression, many: true, from: { span, one: { type, ...format } }, type, ...format };
}
