/** One formula in Monaco: a line that grows with its text. */
import { useEffect, useRef, type RefObject } from 'react';
import type { Lens } from '#core/execute/lens.ts';
import type { Span } from '#core/problem/problem.ts';
import type { FormulaFieldProps } from './formula-field.tsx';
import { setContext } from './formula-context.ts';
import styles from './formula-editor.module.css';
import { defineThemes, languageId, markersOf, rangeOf } from './language.ts';
import { monaco } from './monaco.ts';

const lineHeight = 20;
const padding = 4;
const mostLines = 8;
let opened = 0;

interface MonacoLineProps extends Omit<FormulaFieldProps, 'lens'> {
  /** Kept up to date: where help was asked for, after the focus is gone. */
  readonly caret: RefObject<Span>;
  /** A part of the text to light up. */
  readonly marked: Span | null;
  readonly lens: Lens | null;
  /** Offsets in the text: under the pointer, at the caret. */
  readonly onPoint: (offset: number | null) => void;
  readonly onCaret: (offset: number | null) => void;
  readonly onLeave: () => void;
}

export function MonacoLine({
  value,
  onChange,
  onCommit,
  scope,
  problems,
  language,
  label,
  names,
  caret,
  marked,
  lens,
  onPoint,
  onCaret,
  onLeave,
}: MonacoLineProps) {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor | null>(null);
  /** Whether something was typed here that is not yet handed over. */
  const typed = useRef(false);
  const marks = useRef<monaco.editor.IEditorDecorationsCollection | null>(null);
  const latest = useRef({ onChange, onCommit, onLeave, onPoint, onCaret, names });
  useEffect(() => {
    latest.current = { onChange, onCommit, onLeave, onPoint, onCaret, names };
  });

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    opened += 1;
    const uri = monaco.Uri.parse(`formula://field/${opened}`);
    const model = monaco.editor.createModel(value, languageId, uri);
    setContext(uri.toString(), { scope, problems, language, lens });
    defineThemes(monaco);
    const made = monaco.editor.create(element, {
      model,
      ariaLabel: label,
      fontSize: 12.5,
      lineHeight,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
      lineNumbers: 'off',
      glyphMargin: false,
      folding: false,
      lineDecorationsWidth: 6,
      lineNumbersMinChars: 0,
      minimap: { enabled: false },
      overviewRulerLanes: 0,
      scrollbar: { vertical: 'hidden', horizontal: 'hidden', alwaysConsumeMouseWheel: false },
      renderLineHighlight: 'none',
      scrollBeyondLastLine: false,
      wordWrap: 'on',
      wordBasedSuggestions: 'off',
      contextmenu: false,
      fixedOverflowWidgets: true,
      padding: { top: padding, bottom: padding },
      tabFocusMode: true,
      unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
      suggest: { showIcons: true, preview: false },
    });
    editor.current = made;
    const grow = () => {
      const height = Math.min(made.getContentHeight(), mostLines * lineHeight + 2 * padding);
      element.style.height = `${height}px`;
      made.layout();
    };
    const stops = [
      made.onDidChangeModelContent(() => {
        typed.current = true;
        latest.current.onChange(made.getValue());
      }),
      made.onDidContentSizeChange(grow),
      made.onDidChangeCursorSelection(({ selection }) => {
        const [start, end] = [selection.getStartPosition(), selection.getEndPosition()];
        caret.current = { start: model.getOffsetAt(start), end: model.getOffsetAt(end) };
        latest.current.onCaret(model.getOffsetAt(selection.getPosition()));
      }),
      // At once, before the click that takes the focus does its work; and only what was typed here, so that an undo elsewhere is not written over.
      made.onDidBlurEditorText(() => {
        if (typed.current) latest.current.onCommit?.(made.getValue());
        typed.current = false;
      }),
      // Where the focus went is known only after it has left.
      made.onDidBlurEditorWidget(() => void setTimeout(() => latest.current.onLeave())),
      made.onMouseMove(({ target }) => latest.current.onPoint(offsetOf(model, target))),
      made.onMouseLeave(() => latest.current.onPoint(null)),
      ...nameKeys(made, latest),
    ];
    marks.current = made.createDecorationsCollection();
    grow();
    made.focus();
    made.setPosition(model.getPositionAt(model.getValueLength()));
    const themes = new MutationObserver(() => defineThemes(monaco));
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const sizes = new ResizeObserver(() => made.layout());
    sizes.observe(element);
    return () => {
      themes.disconnect();
      sizes.disconnect();
      for (const stop of stops) stop.dispose();
      setContext(uri.toString(), null);
      made.dispose();
      model.dispose();
      editor.current = null;
    };
    // The editor is made once; what changes reaches it through the effects below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    setContext(model.uri.toString(), { scope, problems, language, lens });
    monaco.editor.setModelMarkers(model, 'formula', markersOf(monaco, model, problems, language));
  }, [scope, problems, language, lens]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    const options = { className: styles.marked ?? '' };
    marks.current?.set(marked ? [{ range: rangeOf(monaco, model, marked), options }] : []);
  }, [marked]);

  useEffect(() => {
    const made = editor.current;
    if (!made || made.getValue() === value || (typed.current && made.hasWidgetFocus())) return;
    made.setValue(value);
    typed.current = false;
  }, [value]);

  // `nokey`: the canvas takes Space and other keys of the whole page unless they come from below this class.
  return <div ref={box} className={`nokey ${styles.monaco}`} style={{ height: lineHeight + 2 * padding }} />;
}

function offsetOf(model: monaco.editor.ITextModel, target: monaco.editor.IMouseTarget): number | null {
  const inText = target.type === monaco.editor.MouseTargetType.CONTENT_TEXT;
  return inText ? model.getOffsetAt(target.position) : null;
}

/** F12, Shift+F12 and F2 on a name, and Ctrl or Cmd with a click. */
function nameKeys(
  made: monaco.editor.IStandaloneCodeEditor,
  latest: { readonly current: Pick<MonacoLineProps, 'names' | 'onCommit'> },
): monaco.IDisposable[] {
  const { KeyCode, KeyMod } = monaco;
  const at = (position: monaco.IPosition | null, verb: 'goTo' | 'uses' | 'rename') => {
    const model = made.getModel();
    const { names, onCommit } = latest.current;
    const name = model && position && names?.at(model.getValue(), model.getOffsetAt(position));
    if (!name) return;
    // What is still being typed is part of what is looked through.
    onCommit?.(model.getValue());
    names?.[verb](name);
  };
  const actions = [
    ['goTo', KeyCode.F12],
    ['uses', KeyMod.Shift | KeyCode.F12],
    ['rename', KeyCode.F2],
  ] as const;
  return [
    ...actions.map(([verb, key]) =>
      made.addAction({
        id: `formula.${verb}`,
        label: verb,
        keybindings: [key],
        run: () => at(made.getPosition(), verb),
      }),
    ),
    made.onMouseDown(({ event, target }) => {
      if ((event.ctrlKey || event.metaKey) && event.leftButton) at(target.position, 'goTo');
    }),
  ];
}
