/** A formula of the node: typed text becomes an edit a moment later; faults stand under it with their quick fixes. */
import type { FormulaPlace } from '#core/formula/scope.ts';
import type { Bilingual } from '#core/problem/problem.ts';
import { FormulaField } from '../../formula-editor/formula-field.tsx';
import { formulaName } from '../../formula-editor/names/enter-formula.ts';
import { useNameTools } from '../../formula-editor/names/use-name-tools.tsx';
import { clearedValue, useNodeEditing } from '../node-editing.ts';
import { formulaScope } from '../formula-scope.ts';
import { problemsOf, type PropPath } from '../problems-at.ts';
import { useLensSource } from './use-lens-source.ts';
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
  /** Keys of the same list that it may name. */
  readonly earlier?: readonly string[];
  /** The column it makes, in a list of columns. */
  readonly makes?: string | undefined;
}

export function FormulaControl(props: FormulaControlProps) {
  const { label, words, value, path, place, from, optional, earlier } = props;
  const editing = useNodeEditing();
  const { language, problems, kind, design, node } = editing;
  const lens = useLensSource(place, from, props.makes);
  const names = useNameTools({ design: design.id, node, path });
  const sample = useSample(place === 'row' ? from : undefined);
  const settled = useSettled(value, (text, last) => {
    if (text === value) return false;
    const empty = optional && text.trim() === '' && path.length === 1;
    editing.set(path, empty ? clearedValue(kind, editing.props, String(path[0])) : text, words, !last);
    return true;
  });
  const scope =
    editing.scope ??
    formulaScope({ ...editing, fields: kind.inspector }, { place, ...(from === undefined ? {} : { from }) }, earlier);
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
      name={formulaName(path)}
      lens={lens}
      names={names}
      {...(alone ? sample : {})}
    />
  );
}
