/** A formula of a journey's header: over the customers' columns and the journey's variables. */
import { useMemo } from 'react';
import type { Scope } from '#core/formula/scope.ts';
import { useLanguage } from '#ui/language.tsx';
import { FormulaField } from '../formula-editor/formula-field.tsx';
import { parameterInfo } from '../inspector/formula-scope.ts';
import { useSettled } from '../inspector/controls/use-settled.ts';
import { useSession } from '../session/session-context.tsx';
import type { Journey } from './use-journey.ts';

interface HeaderFormulaProps {
  readonly journey: Journey;
  readonly label: string;
  readonly value: string;
  /** As problems name it: `header.goals.0.when`. */
  readonly path: string;
  readonly onChange: (text: string) => void;
}

export function HeaderFormula({ journey, label, value, path, onChange }: HeaderFormulaProps) {
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const { columns } = journey.compiled;
  const scope = useMemo(
    (): Scope => ({
      place: 'row',
      columns,
      parameters: project.parameters.map(parameterInfo),
      tables: new Map(project.tables.map((table) => [table.key, table.columns])),
    }),
    [columns, project.parameters, project.tables],
  );
  const settled = useSettled(value, (text) => {
    if (text === value) return false;
    onChange(text);
    return true;
  });
  return (
    <FormulaField
      label={label}
      value={settled.text}
      onChange={settled.change}
      onCommit={settled.settle}
      scope={scope}
      problems={journey.problems.filter((one) => one.at.path === path)}
      language={language}
    />
  );
}
