/** Help for a formula that is being written. */
import { functionAt, insertionAt } from '#core/formula/complete/insertion.ts';
import type { Span } from '#core/problem/problem.ts';
import { openHelp } from './help-requests.ts';

/** Help for a formula at its caret: the function there is shown, and what is chosen can be inserted. */
export function openFormulaHelp(text: string, selection: Span, write: (text: string) => void, focus: () => void): void {
  const name = functionAt(text, selection.end);
  openHelp({
    entry: name === undefined ? undefined : `function/${name}`,
    formula: {
      replaced: (inserted) => {
        const { start, end } = insertionAt(text, selection, inserted);
        return text.slice(start, end).trim();
      },
      insert: (inserted) => {
        const { start, end } = insertionAt(text, selection, inserted);
        write(text.slice(0, start) + inserted + text.slice(end));
      },
      focus,
    },
  });
}
