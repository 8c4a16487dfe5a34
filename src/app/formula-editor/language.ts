/** The formula language for Monaco: colours, completion, hover, signature help and quick fixes, all read from `core/formula`. */
import type * as Monaco from 'monaco-editor/editor';
import { completionsAt, helpAt, signatureAt } from '#core/formula/complete/complete.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Problem, Span } from '#core/problem/problem.ts';
import { formatNumber } from '#ui/format-value.ts';
import { contextOf, type FormulaContext } from './formula-context.ts';
import { partAt } from './lens/lens-lines.ts';
import { lensWords } from './lens/lens.words.ts';
import { sayPart } from './lens/say-part.ts';

export const languageId = 'saleswright-formula';

type Editor = typeof Monaco;

export function registerLanguage(monaco: Editor): void {
  monaco.languages.register({ id: languageId });
  monaco.languages.setLanguageConfiguration(languageId, {
    brackets: [
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
    ],
    autoClosingPairs: [
      { open: '(', close: ')' },
      { open: '[', close: ']' },
      { open: '"', close: '"' },
    ],
    wordPattern: /[\p{L}_][\p{L}\p{M}\p{N}_.]*/u,
  });
  monaco.languages.setMonarchTokensProvider(languageId, {
    unicode: true,
    tokenizer: {
      root: [
        [/\/\*/, 'comment', '@comment'],
        [/"(?:[^"]|"")*"?/, 'string'],
        [/“(?:[^”])*”?/, 'string'],
        [/#[A-Z/]+[!?]?\/?[A-Z0]*[!?]?/, 'invalid'],
        [/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?%?/, 'number'],
        [/[\p{L}_][\p{L}\p{M}\p{N}_.]*(?=\s*[(（])/u, 'function'],
        [/(?:TRUE|FALSE)\b/i, 'keyword'],
        [/[\p{L}_][\p{L}\p{M}\p{N}_.]*(?=\[)/u, 'table'],
        [/\[(?:[^\]]|\]\])*\]?/, 'column'],
        [/[\p{L}_][\p{L}\p{M}\p{N}_.]*/u, 'column'],
        [/<>|<=|>=|[-+*/^&=<>%]/, 'operator'],
      ],
      comment: [
        [/\*\//, 'comment', '@pop'],
        [/[^*]+|\*/, 'comment'],
      ],
    },
  });
  monaco.languages.registerCompletionItemProvider(languageId, {
    triggerCharacters: ['[', '(', ','],
    provideCompletionItems(model, position) {
      const context = contextOf(model.uri.toString());
      if (!context) return { suggestions: [] };
      const kinds = monaco.languages.CompletionItemKind;
      const icons = {
        column: kinds.Field,
        parameter: kinds.Variable,
        function: kinds.Function,
        table: kinds.Struct,
        local: kinds.Variable,
      } as const;
      const text = model.getValue();
      const offset = model.getOffsetAt(position);
      return {
        // Ranked by the language, which knows Chinese help and wanted types; Monaco asks again at every key and keeps the order.
        incomplete: true,
        suggestions: completionsAt(text, offset, context.scope).map((one, index) => ({
          label: { label: one.label, description: one.detail?.[context.language] ?? '' },
          kind: icons[one.kind],
          insertText: one.insert,
          filterText: text.slice(one.span.start, offset),
          sortText: String(index).padStart(5, '0'),
          documentation: one.help?.[context.language] ?? '',
          range: rangeOf(monaco, model, one.span),
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider(languageId, {
    provideHover(model, position) {
      const context = contextOf(model.uri.toString());
      if (!context) return null;
      const offset = model.getOffsetAt(position);
      const help = helpAt(model.getValue(), offset, context.scope);
      if (!help) {
        // A sign or a bracket: the value of the part that it joins.
        const part = context.lens?.root && partAt(context.lens.root, offset);
        return part ? { range: rangeOf(monaco, model, part.span), contents: valueHere(context, offset) } : null;
      }
      return {
        range: rangeOf(monaco, model, help.span),
        contents: [
          { value: `**${escaped(help.title)}**` },
          { value: escaped(help.text[context.language]) },
          ...(help.example ? [{ value: `\`${help.example.replaceAll('`', "'")}\`` }] : []),
          ...valueHere(context, offset),
        ],
      };
    },
  });
  monaco.languages.registerSignatureHelpProvider(languageId, {
    signatureHelpTriggerCharacters: ['(', ',', '（', '，'],
    provideSignatureHelp(model, position) {
      const context = contextOf(model.uri.toString());
      const found = context && signatureAt(model.getValue(), model.getOffsetAt(position), context.scope);
      if (!found) return null;
      const signature = {
        label: found.label,
        documentation: found.help[context.language],
        parameters: found.parameters.map((label) => ({ label })),
      };
      return {
        value: { signatures: [signature], activeSignature: 0, activeParameter: found.active },
        dispose: () => undefined,
      };
    },
  });
  monaco.languages.registerCodeActionProvider(languageId, {
    provideCodeActions(model, range) {
      const context = contextOf(model.uri.toString());
      const actions = (context?.problems ?? []).flatMap((problem) => {
        const replace = problem.fix?.replace;
        if (!replace || !context || !rangeOf(monaco, model, problem.at.span ?? replace.span).containsRange(range))
          return [];
        return [
          {
            title: problem.fix.label[context.language],
            kind: 'quickfix',
            isPreferred: true,
            edit: {
              edits: [
                {
                  resource: model.uri,
                  versionId: model.getVersionId(),
                  textEdit: { range: rangeOf(monaco, model, replace.span), text: replace.text },
                },
              ],
            },
          },
        ];
      });
      return { actions, dispose: () => undefined };
    },
  });
  defineThemes(monaco);
}

/** Colours from the tokens of the theme on screen; called again when it switches. */
export function defineThemes(monaco: Editor): void {
  const token = (name: string) => hex(getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  const dark = document.documentElement.dataset['theme'] === 'dark';
  monaco.editor.defineTheme('saleswright', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'function', foreground: token('--f-people') },
      { token: 'column', foreground: token('--f-data') },
      { token: 'table', foreground: token('--f-measure') },
      { token: 'number', foreground: token('--f-pay') },
      { token: 'string', foreground: token('--up') },
      { token: 'keyword', foreground: token('--f-people') },
      { token: 'comment', foreground: token('--text-3') },
      { token: 'invalid', foreground: token('--bad') },
    ],
    colors: {
      'editor.background': `#${token('--surface')}`,
      'editor.foreground': `#${token('--text')}`,
      'editorCursor.foreground': `#${token('--text')}`,
      'editorWidget.background': `#${token('--surface')}`,
      'editorWidget.border': `#${token('--line-strong')}`,
      'editorSuggestWidget.background': `#${token('--surface')}`,
      'editorSuggestWidget.border': `#${token('--line-strong')}`,
      'editorSuggestWidget.foreground': `#${token('--text')}`,
      'editorSuggestWidget.highlightForeground': `#${token('--accent-text')}`,
      'editorSuggestWidget.focusHighlightForeground': `#${token('--accent-text')}`,
      'editorSuggestWidget.selectedBackground': `#${token('--accent-soft')}`,
      'editorSuggestWidget.selectedForeground': `#${token('--text')}`,
      'editorSuggestWidget.selectedIconForeground': `#${token('--accent-text')}`,
      'list.hoverBackground': `#${token('--hover')}`,
      'editorHoverWidget.background': `#${token('--surface')}`,
      'editorHoverWidget.border': `#${token('--line-strong')}`,
      'editorHoverWidget.foreground': `#${token('--text')}`,
      'editorHoverWidget.highlightForeground': `#${token('--accent-text')}`,
    },
  });
  monaco.editor.setTheme('saleswright');
}

function hex(color: string): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  return short
    ? short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')
    : color.replace('#', '').slice(0, 6);
}

export function rangeOf(monaco: Editor, model: Monaco.editor.ITextModel, span: Span): Monaco.Range {
  const start = model.getPositionAt(span.start);
  const end = model.getPositionAt(span.end);
  return new monaco.Range(start.lineNumber, start.column, end.lineNumber, end.column);
}

export function markersOf(
  monaco: Editor,
  model: Monaco.editor.ITextModel,
  problems: readonly Problem[],
  language: 'en' | 'zh-CN',
): Monaco.editor.IMarkerData[] {
  const severities = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  return problems.map((problem) => {
    const whole = { start: 0, end: model.getValueLength() };
    const range = rangeOf(monaco, model, problem.at.span ?? whole);
    return {
      ...range,
      startLineNumber: range.startLineNumber,
      startColumn: range.startColumn,
      endLineNumber: range.endLineNumber,
      endColumn: range.endColumn,
      severity: severities[problem.severity],
      message: sayProblem(problem, language),
    };
  });
}

/** What the part under the pointer comes to on the row looked at. */
function valueHere({ lens, language }: FormulaContext, offset: number): { readonly value: string }[] {
  const part = lens?.root && partAt(lens.root, offset);
  if (!lens || !part) return [];
  const words = lensWords[language];
  const { value, note } = sayPart(part, words, language);
  const said = `${words.onRow(formatNumber(lens.row + 1, undefined, language))} **${escaped(value)}** ${escaped(note)}`;
  return [{ value: said.trim() }];
}

/** Help texts are plain: nothing in them is markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>&-]/g, '\\$&');
}
