/** One decision with what the compiler and the last run say of it. */
import { useMemo } from 'react';
import { ruleColumn } from '#core/compile/compile-decision.ts';
import { cellAt } from '#core/data/column.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Bilingual, Problem } from '#core/problem/problem.ts';
import type { DecisionDesign } from '#core/project/decision-design.ts';
import { isDecision } from '#core/project/project.ts';
import { useAsk } from '../results/use-ask.ts';
import { mostRows } from '../results/use-output.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';

export interface Decision {
  readonly design: DecisionDesign;
  readonly problems: readonly Problem[];
  /** Rows that each rule decides; null where nothing is tried. `none`: rows that no rule matches. */
  readonly hits: { readonly of: readonly number[]; readonly none: number; readonly rows: number } | null;
  readonly edit: (edits: readonly Edit[], label: Bilingual, group?: string) => void;
}

export function useDecision(id: string): Decision | null {
  const session = useSessionVerbs();
  const found = useSession((state) => state.project.designs.find((one) => one.id === id));
  const written = useSession((state) => state.compiled[id]?.problems);
  const run = useSession((state) => state.runs[id]?.current);
  const output = run?.input.program.output;
  const rows = useAsk(
    session.engine,
    'window',
    run && typeof output === 'string'
      ? {
          about: run.input,
          key: 'rules',
          ask: { of: { run: run.input, step: output }, from: 0, to: mostRows, columns: [ruleColumn] },
        }
      : null,
  ).answer;
  const design = found && isDecision(found) ? found : null;
  const rules = design?.rules.length ?? 0;
  const hits = useMemo(() => {
    const column = rows?.frame.columns.get(ruleColumn);
    if (!rows || !column) return null;
    const of = Array.from({ length: rules }, () => 0);
    let none = 0;
    for (let row = 0; row < rows.frame.rowCount; row++) {
      const said = cellAt(column, row);
      const places = typeof said === 'string' ? said.split(', ').map((one) => Number.parseInt(one, 10)) : [];
      if (places.length === 0) none++;
      for (const place of places) of[place - 1] = (of[place - 1] ?? 0) + 1;
    }
    return { of, none, rows: rows.frame.rowCount };
  }, [rows, rules]);
  const problems = useMemo(() => written ?? [], [written]);
  if (!design) return null;
  return {
    design,
    problems,
    hits,
    edit: (edits, label, group) => {
      if (edits.length > 0) session.edit(edits, label, group);
    },
  };
}
