/** What can be done with a name in a formula: go to what it means, see its uses, rename it everywhere. */
import { useState, type ReactNode } from 'react';
import { meaningOf, type FormulaAt } from '#core/edit/name-meaning.ts';
import { keyOfName, type NameRef } from '#core/edit/uses.ts';
import { namesIn } from '#core/formula/text/names-in.ts';
import type { Span } from '#core/problem/problem.ts';
import { isPlan, type Project } from '#core/project/project.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { enterFormula } from './enter-formula.ts';
import { useGoTo } from './go-to.ts';
import { namesWords, type NamesWords } from './names.words.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { UsesDialog } from './uses-dialog.tsx';

export interface NameHere {
  readonly ref: NameRef;
  readonly key: string;
  /** “column of Deals” */
  readonly what: string;
  readonly span: Span;
}

export interface NameTools {
  /** The name at an offset of a formula's text; undefined where none is, or it means nothing. */
  readonly at: (text: string, offset: number) => NameHere | undefined;
  readonly goTo: (name: NameHere) => void;
  readonly uses: (name: NameHere) => void;
  readonly rename: (name: NameHere) => void;
  /** What the verbs open. */
  readonly dialogs: ReactNode;
}

export function useNameTools(at: FormulaAt): NameTools {
  const session = useSessionVerbs();
  const words = useWords(namesWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const [open, setOpen] = useState<{ readonly name: NameHere; readonly what: 'rename' | 'uses' } | null>(null);
  const goTo = useGoTo(at.design);
  const name = open?.name;
  const close = (back: boolean) => {
    setOpen(null);
    if (back) enterFormula(at.path);
  };
  return {
    at(text, offset) {
      const use = namesIn(text).find(({ span }) => span.start <= offset && offset <= span.end);
      const ref = use && meaningOf(project, catalog, at, use);
      const key = ref && keyOfName(project, ref);
      if (!use || !ref || key === undefined) return undefined;
      return { ref, key, span: use.span, what: sayName(project, ref, words, (kind) => kindLabel(kind)) };
    },
    goTo: (here) => goTo.definition(here.ref),
    uses: (here) => setOpen({ name: here, what: 'uses' }),
    rename: (here) => setOpen({ name: here, what: 'rename' }),
    dialogs:
      name && open.what === 'rename' ? (
        <RenameDialog session={session} name={name} onClose={() => close(true)} />
      ) : name ? (
        <UsesDialog
          name={name}
          onClose={() => close(true)}
          onGo={(use) => {
            close(false);
            goTo.use(use);
          }}
        />
      ) : null,
  };

  function kindLabel(kind: string): string {
    return catalog.nodes.get(kind)?.words[language].label ?? kind;
  }
}

function sayName(project: Project, ref: NameRef, words: NamesWords, kindLabel: (kind: string) => string): string {
  switch (ref.what) {
    case 'parameter':
      return words.parameter;
    case 'table':
      return words.table;
    case 'column': {
      const table = project.tables.find((one) => one.id === ref.table);
      return words.columnOf(table?.label || table?.key || '');
    }
    case 'made': {
      const node = project.designs.filter(isPlan).find((one) => one.id === ref.design)?.nodes[ref.node];
      return words.madeBy(node?.label ?? kindLabel(node?.kind ?? ''));
    }
  }
}
