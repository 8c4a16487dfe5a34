/**
 * The part of a step that one of its results depends on, as canonical text. Equal texts mean that the step itself has not changed for this result;
 * where it came from on the canvas, and what the other columns of the same step are, never matter.
 */
import type { ColumnInfo } from '../data/schema.ts';
import type { Made, TableStep } from '../program/table-program.ts';
import { foldDefinition } from './fold/fold-parts.ts';
import { madeIndex } from './made-key.ts';

/** `key` null: the row set. */
export function definitionOf(step: TableStep, key: string | null): string {
  const head: unknown[] = [step.op, step.tables ?? null];
  switch (step.op) {
    case 'read':
      return text([...head, step.source, key === null ? step.columns.map(typed) : typeOf(step, key)]);
    case 'filter':
      return text(key === null ? [...head, step.input, step.where] : [step.op, step.input]);
    case 'extend':
      return text(
        key === null ? [step.op, step.input] : [...head, step.input, madeFor(step.made, key), typeOf(step, key)],
      );
    case 'group': {
      const made = key === null ? [] : madeFor(step.made, key);
      return text([...head, step.input, step.by, made, key === null ? null : typeOf(step, key)]);
    }
    case 'select':
      return text([step.op, step.input, key === null ? null : step.take.find((take) => take.key === key)]);
    case 'sort':
      return text([step.op, step.input, key === null ? step.order : null]);
    case 'limit':
      return text([step.op, step.input, key === null ? [step.count, step.by] : null]);
    case 'decide': {
      const at = step.out.findIndex((out) => out.key === key);
      if (key !== null && at < 0) return text([step.op, step.input]);
      if (key !== null) {
        const outputs = step.rules.map((rule) => rule.then[at] ?? null);
        return text([...head, step.input, step.hit, step.out[at], outputs, typeOf(step, key)]);
      }
      const rules = step.rules.map(({ when, label }) => [when, label]);
      const ranks = step.hit === 'priority' ? [step.rules.map((rule) => rule.then), step.out] : null;
      // Rows that no rule matches are reported where nothing is said for them.
      const silent = step.out.map((one) => one.otherwise === undefined);
      return text([...head, step.input, step.hit, step.grain ?? null, rules, ranks, silent]);
    }
    case 'choose':
      if (key !== null && key !== step.rank) return text([step.op, step.input, step.keep]);
      break;
    case 'cluster':
    case 'allocate':
      if (key !== step.out) return text([step.op, step.input]);
      break;
    case 'window':
    case 'scan': {
      const rows = [step.op, step.input, step.partition, step.order, step.op === 'window' ? step.frame : null];
      if (key === null) return text(rows);
      const at = madeIndex(step.made, key);
      if (at < 0) return text([step.op, step.input]);
      const made = step.op === 'scan' ? foldDefinition(step, at) : step.made[at]?.expression;
      return text([...head, rows, at, made, typeOf(step, key)]);
    }
    case 'explode':
      if (key !== null && key !== step.out) return text([step.op, step.input, key === step.position]);
      return text([...head, step.input, step.list, key, typeOf(step, step.out)]);
    case 'unpivot': {
      const made = key === step.out.name ? 'name' : key === step.out.value ? typeOf(step, key) : null;
      return text([step.op, step.input, made === null ? step.from.length : step.from, made]);
    }
    default:
  }
  const { origin: _origin, columns, ...meaning } = step;
  return text([meaning, columns.map(typed)]);
}

/** The definition of a made column and the names made before it, which it may read. */
function madeFor(made: readonly Made[], key: string): readonly unknown[] {
  const at = madeIndex(made, key);
  const own = made[at];
  return own ? [at, own, made.slice(0, at).map((one) => one.key)] : [];
}

function typed(column: ColumnInfo): unknown {
  return [column.key, column.type];
}

function typeOf(step: TableStep, key: string): unknown {
  return step.columns.find((column) => column.key === key)?.type ?? null;
}

/** Keys in order, spans left out: moving a formula's text about changes nothing. */
function text(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (name === 'span') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
