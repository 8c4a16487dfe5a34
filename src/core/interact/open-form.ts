/**
 * A form being filled in: a store of cells (`core/program/form-wiring.ts`), one for each thing that can change. A change marks the cells that read it;
 * marked cells are computed in their order, each once, and mark their readers only where they came out different. So a key press costs what hangs on its
 * field, and the result is the same as computing everything anew (a property test holds the two together).
 */
import { errors, isError, type Value } from '../data/value.ts';
import { compileScalar } from '../formula/evaluate/compile-scalar.ts';
import type { Environment } from '../formula/evaluate/environment.ts';
import type { Expression } from '../formula/expression.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { FormNode, FormProgram, ValueNode } from '../program/form-program.ts';
import { cellName, wireForm, type FormCell, type FormCellKind } from '../program/form-wiring.ts';
import { nodesOfForm } from '../program/form-expressions.ts';
import { fitting, isTrue, sameCell, valueOfLiteral, type Cell } from './cell-values.ts';
import { emptyDraft, type DraftRow } from './form-draft.ts';
import type { FieldState, FormOptions, FormSession, TroubleAt } from './form-session.ts';
import { judgeAnswer, judgeRows } from './judge-answer.ts';
import { readAnswer, type Answer } from './read-answer.ts';

const nobody: FieldState = {
  value: null,
  answer: undefined,
  visible: false,
  enabled: false,
  required: false,
  problems: [],
  text: null,
};
const noProblems: readonly Problem[] = [];

export function openForm(program: FormProgram, options: FormOptions): FormSession {
  const { cells, index, byKey, repeatOf, circles } = wireForm(program);
  const circular = new Set(circles.flat());
  const nodes = new Map<string, FormNode>([...nodesOfForm(program.root)].map((node) => [node.id, node]));
  const parents = new Map<string, string>();
  for (const node of nodes.values())
    if ('children' in node) for (const child of node.children) parents.set(child.id, node.id);
  const draft = options.draft ?? emptyDraft;
  const answers = new Map<string, Answer>(Object.entries(draft.answers));
  const rowIds = new Map<string, readonly string[]>();
  const rowAnswers = new Map<string, Map<string, Answer>>();
  const rowCells = new Map<string, Cell[]>();
  let lastRow = 0;
  for (const node of nodes.values()) {
    if (node.node !== 'repeat') continue;
    const list = draft.rows[node.id] ?? [];
    rowIds.set(
      node.id,
      list.map((row) => row.id),
    );
    for (const row of list) {
      rowAnswers.set(row.id, new Map(Object.entries(row.answers)));
      rowCells.set(row.id, []);
      lastRow = Math.max(lastRow, Number(/^r(\d+)$/.exec(row.id)?.[1] ?? 0));
    }
  }

  const formCells: Cell[] = [];
  const evaluators = new Map<Expression, (environment: Environment) => Value>();
  const gathered = new Map<number, readonly Value[]>();
  const dirtyForm = new Uint8Array(cells.length);
  const dirtyRows: (Set<string> | 'all' | undefined)[] = [];
  const states = new Map<string, FieldState>();
  const listeners = new Map<string, Set<() => void>>();
  let computed = 0;

  const at = (kind: FormCellKind, id: string) => index.get(cellName(kind, id));
  const read = (i: number | undefined, row?: string): Cell => {
    if (i === undefined) return undefined;
    return cells[i]?.repeat ? rowCells.get(row ?? '')?.[i] : formCells[i];
  };
  const valueAt = (id: string, row?: string) => (read(at('value', id), row) ?? null) as Value;
  const nameOf = (id: string, row: string | undefined) => (row === undefined ? id : `${id}/${row}`);

  /** Names as a cell sees them: its row's, then the form's. Only formulas of the form see all rows. */
  function environmentOf(row: string | undefined, repeat: string | undefined): Environment {
    const group = (key: string): readonly Value[] => {
      const node = byKey.get(key);
      if (!node) return [];
      const rows = repeatOf.get(node.id);
      if (!rows) return [valueAt(node.id)];
      const i = at('value', node.id) ?? -1;
      const known = gathered.get(i);
      if (known) return known;
      const shown = (read(at('rows', rows.id)) ?? []) as readonly string[];
      const all = shown.map((one) => (rowCells.get(one)?.[i] ?? null) as Value);
      gathered.set(i, all);
      return all;
    };
    return {
      column(key) {
        const node = byKey.get(key);
        if (!node) return null;
        const rows = repeatOf.get(node.id);
        if (!rows) return valueAt(node.id);
        return rows.id === repeat ? valueAt(node.id, row) : null;
      },
      parameter: (key) => valueOfLiteral(program.constants?.[key] ?? null),
      prior: () => null,
      whole: (table, key) => options.tables?.get(table)?.columns.get(key) ?? [],
      table: (table) => options.tables?.get(table) ?? { rowCount: 0, columns: new Map() },
      ...(repeat === undefined ? { group } : {}),
      asOf: options.asOf,
    };
  }
  const formEnvironment = environmentOf(undefined, undefined);

  function evaluator(expression: Expression): (environment: Environment) => Value {
    let run = evaluators.get(expression);
    if (!run) evaluators.set(expression, (run = compileScalar(expression)));
    return run;
  }

  function compute(cell: FormCell, row: string | undefined): Cell {
    const { node } = cell;
    const environment = row === undefined ? formEnvironment : environmentOf(row, cell.repeat?.id);
    const evaluate = (expression: Expression) => evaluator(expression)(environment);
    const holds = (expression: Expression | undefined, otherwise: boolean): boolean =>
      expression === undefined || circular.has(node.id) ? otherwise : isTrue(evaluate(expression), otherwise);
    const parent = parents.get(node.id);
    const inherited = (kind: 'visible' | 'enabled') => {
      const i = parent === undefined ? undefined : at(kind, parent);
      return i === undefined || read(i, row) === true;
    };
    switch (cell.kind) {
      case 'visible':
        return inherited('visible') && holds(node.visible, true);
      case 'enabled':
        return inherited('enabled') && holds(node.enabled, true);
      case 'required':
        return node.node === 'value' && holds(node.required, false);
      case 'rows':
        return read(at('visible', node.id), row) === true ? (rowIds.get(node.id) ?? []) : [];
      case 'text':
        return node.node === 'content' && node.content.as === 'text' ? evaluate(node.content.text) : null;
      case 'value':
        return node.node === 'value' ? computeValue(node, row, evaluate) : null;
      case 'problems': {
        if (read(at('visible', node.id), row) !== true) return noProblems;
        if (node.node === 'repeat') return judgeRows(node, rowIds.get(node.id)?.length ?? 0, evaluate);
        if (node.node !== 'value') return noProblems;
        const answer = answerOf(node, row);
        const unread = answer === undefined ? undefined : readAnswer(node, answer).problem;
        const required = read(at('required', node.id), row) === true;
        return judgeAnswer(node, { value: valueAt(node.id, row), required, unread, evaluate });
      }
      case 'check': {
        const check = program.checks[cell.check ?? -1];
        if (!check || evaluate(check.holds) !== false) return noProblems;
        const params = { en: check.words.en, zh: check.words['zh-CN'] };
        return [problem('interact.check', params, {}, { severity: check.level })];
      }
    }
  }

  function computeValue(node: ValueNode, row: string | undefined, evaluate: (expression: Expression) => Value): Value {
    if (read(at('visible', node.id), row) !== true) {
      if (node.whenHidden === 'clear') answersOf(row)?.delete(node.id);
      if (node.whenHidden !== 'keep') return null;
    }
    const answer = answerOf(node, row);
    const typed = answer === undefined ? undefined : readAnswer(node, answer).value;
    if (node.value) {
      if (node.value.override === 'until-cleared' && typed !== undefined && typed !== null) return typed;
      return circular.has(node.id) ? errors['#REF!'] : fitting(evaluate(node.value.expression), node);
    }
    if (typed !== undefined) return typed;
    if (!node.initial || circular.has(node.id)) return null;
    const first = evaluate(node.initial);
    return isError(first) ? null : fitting(first, node);
  }

  const answersOf = (row: string | undefined) => (row === undefined ? answers : rowAnswers.get(row));
  const answerOf = (node: ValueNode, row: string | undefined): Answer | undefined => {
    const computedAlways = node.value?.override === 'never';
    return computedAlways ? undefined : answersOf(row)?.get(node.id);
  };

  function markReaders(i: number): void {
    const cell = cells[i];
    for (const reader of cell?.readers ?? []) {
      const repeat = cells[reader]?.repeat;
      if (!repeat) dirtyForm[reader] = 1;
      else dirtyRows[reader] = 'all';
    }
  }
  function markReadersInRow(i: number, row: string): void {
    const cell = cells[i];
    for (const reader of cell?.readers ?? []) {
      const repeat = cells[reader]?.repeat;
      if (!repeat) dirtyForm[reader] = 1;
      else if (repeat.id === cell?.repeat?.id) markRow(reader, row);
    }
  }
  function markRow(i: number, row: string): void {
    const marked = dirtyRows[i];
    if (marked === 'all') return;
    if (marked) marked.add(row);
    else dirtyRows[i] = new Set([row]);
  }
  const markAt = (kind: FormCellKind, id: string, row: string | undefined) => {
    const i = at(kind, id);
    if (i === undefined) return;
    if (row === undefined) dirtyForm[i] = 1;
    else markRow(i, row);
  };

  function settle(): void {
    computed = 0;
    const changed = new Set<string>();
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (!cell) continue;
      if (cell.repeat) {
        const marked = dirtyRows[i];
        if (!marked) continue;
        dirtyRows[i] = undefined;
        for (const row of marked === 'all' ? (rowIds.get(cell.repeat.id) ?? []) : marked) {
          const own = rowCells.get(row);
          if (!own) continue;
          const next = compute(cell, row);
          computed++;
          if (i in own && sameCell(own[i], next)) continue;
          own[i] = next;
          gathered.delete(i);
          changed.add(nameOf(cell.node.id, row));
          markReadersInRow(i, row);
        }
      } else if (dirtyForm[i] === 1) {
        dirtyForm[i] = 0;
        const next = compute(cell, undefined);
        computed++;
        if (i in formCells && sameCell(formCells[i], next)) continue;
        formCells[i] = next;
        if (cell.kind === 'rows') forgetGathered(cell.node.id);
        if (cell.kind !== 'check') changed.add(cell.node.id);
        markReaders(i);
      }
    }
    for (const name of changed) states.delete(name);
    for (const name of changed) for (const listener of listeners.get(name) ?? []) listener();
    for (const listener of listeners.get('') ?? []) listener();
  }
  function forgetGathered(repeat: string): void {
    for (const i of gathered.keys()) if (cells[i]?.repeat?.id === repeat) gathered.delete(i);
  }
  function markNewRow(repeat: string, row: string): void {
    cells.forEach((cell, i) => {
      if (cell.repeat?.id === repeat) markRow(i, row);
    });
    markAt('rows', repeat, undefined);
    markAt('problems', repeat, undefined);
  }

  dirtyForm.fill(1);
  cells.forEach((cell, i) => {
    if (cell.repeat) dirtyRows[i] = 'all';
  });
  settle();

  const rowsOf = (repeat: string): readonly string[] => rowIds.get(repeat) ?? [];
  return {
    program,
    field(id, row) {
      const name = nameOf(id, row);
      const known = states.get(name);
      if (known) return known;
      const node = nodes.get(id);
      if (!node || (row !== undefined && !rowCells.has(row))) return nobody;
      const state: FieldState = {
        value: valueAt(id, row),
        answer: node.node === 'value' ? answerOf(node, row) : undefined,
        visible: read(at('visible', id), row) === true,
        enabled: read(at('enabled', id), row) === true,
        required: read(at('required', id), row) === true,
        problems: (read(at('problems', id), row) ?? noProblems) as readonly Problem[],
        text: (read(at('text', id), row) ?? null) as Value,
      };
      states.set(name, state);
      return state;
    },
    rows: rowsOf,
    problems() {
      const found: TroubleAt[] = [];
      const walk = (list: readonly FormNode[], row: string | undefined): void => {
        for (const node of list) {
          for (const one of (read(at('problems', node.id), row) ?? []) as readonly Problem[])
            found.push({ problem: one, field: node.id, ...(row === undefined ? {} : { row }) });
          if (node.node === 'repeat')
            for (const one of (read(at('rows', node.id)) ?? []) as readonly string[]) walk(node.children, one);
          else if (node.node === 'group') walk(node.children, row);
        }
      };
      walk(program.root, undefined);
      cells.forEach((cell, i) => {
        if (cell.kind !== 'check') return;
        const field = program.checks[cell.check ?? -1]?.at[0];
        for (const one of (formCells[i] ?? []) as readonly Problem[])
          found.push({ problem: one, ...(field === undefined ? {} : { field }) });
      });
      return found;
    },
    draft: () => ({
      answers: Object.fromEntries(answers),
      rows: Object.fromEntries(
        [...rowIds].map(([repeat, ids]) => [
          repeat,
          ids.map((id): DraftRow => ({ id, answers: Object.fromEntries(rowAnswers.get(id) ?? []) })),
        ]),
      ),
    }),
    set(id, answer, row) {
      const own = answersOf(row);
      if (!own || nodes.get(id)?.node !== 'value') return;
      if (own.get(id) === answer && own.has(id) === (answer !== undefined)) return;
      if (answer === undefined) own.delete(id);
      else own.set(id, answer);
      states.delete(nameOf(id, row));
      markAt('value', id, row);
      markAt('problems', id, row);
      settle();
      for (const listener of listeners.get(nameOf(id, row)) ?? []) listener();
    },
    addRow(repeat, before) {
      const id = `r${++lastRow}`;
      const ids = rowsOf(repeat);
      const place = before === undefined ? -1 : ids.indexOf(before);
      rowIds.set(repeat, place < 0 ? [...ids, id] : ids.toSpliced(place, 0, id));
      rowAnswers.set(id, new Map());
      rowCells.set(id, []);
      markNewRow(repeat, id);
      settle();
      return id;
    },
    removeRow(repeat, row) {
      const ids = rowsOf(repeat);
      if (!ids.includes(row)) return;
      rowIds.set(
        repeat,
        ids.filter((one) => one !== row),
      );
      rowAnswers.delete(row);
      rowCells.delete(row);
      for (const name of states.keys()) if (name.endsWith(`/${row}`)) states.delete(name);
      markAt('rows', repeat, undefined);
      markAt('problems', repeat, undefined);
      settle();
    },
    watch(listener, id = '', row) {
      const name = id === '' ? '' : nameOf(id, row);
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(name);
      };
    },
    computed: () => computed,
  };
}
