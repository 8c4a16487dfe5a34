/** Rows a person should hear of, counted and named after a run. */
import { cellAt, type Column } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import { problem, type Bilingual, type Problem } from '../problem/problem.ts';
import type { Notice } from '../program/table-program.ts';
import type { Run } from './execution.ts';
import type { Work } from './operation.ts';
import { sayValue } from './say-value.ts';

/** Names told; the rest is a number. */
const TOLD = 5;

export function* noticesOf(run: Run): Work<readonly Problem[]> {
  const found: Problem[] = [];
  for (const notice of run.program.notices ?? []) {
    const where = yield* run.column(notice.step, notice.where);
    const { count } = yield* run.rows(notice.step);
    const rows: number[] = [];
    for (let row = 0; row < count; row++) if (cellAt(where, row) === true) rows.push(row);
    if (rows.length === 0) continue;
    const named = notice.name === undefined ? undefined : yield* run.column(notice.step, notice.name);
    const names = named ? rows.slice(0, TOLD).map((row) => nameOf(cellAt(named, row), named)) : [];
    const at = { design: notice.origin.design, node: notice.origin.node };
    const params = { kind: notice.origin.kind, id: notice.id, words: filled(notice, rows.length, names) };
    found.push(problem('kind.says', params, at, { severity: notice.severity }));
  }
  return found;
}

function nameOf(value: Value, column: Column): string {
  return typeof value === 'string' ? value : sayValue(value, { type: column.type }, 'en');
}

function filled({ words }: Notice, count: number, names: readonly string[]): Bilingual {
  const more = count - names.length;
  const fill = (text: string, list: string) =>
    text.replaceAll('{count}', String(count)).replaceAll('{names}', () => list);
  const en = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  const zh = more > 0 ? `${names.join('、')}等 ${count} 个` : names.join('、');
  return { en: fill(words.en, en), 'zh-CN': fill(words['zh-CN'], zh) };
}
