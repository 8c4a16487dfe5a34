/** A formula of the node: typed text becomes an edit a moment later; faults stand under it with their quick fixes. */
import type { FormulaPlace } from '#core/formula/scope.ts';
import type { Bilingual } from '#core/problem/problem.ts';
import { FormulaField } from '../../formula-editor/formula-field.tsx';
import { clearedValue, useNodeEditing } from '../node-editing.ts';
import { formulaScope } from '../formula-scope.ts';
import { problemsOf, type PropPath } from '../problems-at.ts';
import { useSample } from './use-sample.ts';
import { useSettled } from './use-settled.ts';

interface FormulaControlProps {
  readonly label: string;
  readonly words: Bilingual;
  readonly value: string;
  readonly path: PropPath;
  readonly place: FormulaPlace;
  readonly from?: string | undefined;
  readonly optional?: boolean | undefined;
  /** Keys made earlier in the same list. */
  readonly earlier?: readonly string[];
}

export function FormulaControl({ label, words, value, path, place, from, optional, earlier }: FormulaControlProps) {
  const editing = useNodeEditing();
  const { language, problems, kind } = editing;
  const sample = useSample(place === 'row' ? from : undefined);
  const settled = useSettled(value, (text, last) => {
    if (text === value) return false;
    const empty = optional && text.trim() === '' && path.length === 1;
    editing.set(path, empty ? clearedValue(kind, editing.props, String(path[0])) : text, words, !last);
    return true;
  });
  const scope = formulaScope(
    { ...editing, fields: kind.inspector },
    { place, ...(from === undefined ? {} : { from }) },
    earlier,
  );
  // The sample holds the columns that arrive, not those made earlier in the same list.
  const alone = !earlier?.some((key) => key !== '' && settled.text.includes(key));
  return (
    <FormulaField
      label={label}
      value={settled.text}
      onChange={settled.change}
      onCommit={settled.settle}
      scope={scope}
      problems={problemsOf(problems, path.join('.'))}
      language={language}
      {...(alone ? sample : {})}
    />
  );
}
