/** One formula in Monaco: a line that grows with its text. */
import { useEffect, useRef } from 'react';
import type { FormulaFieldProps } from './formula-field.tsx';
import { setContext } from './formula-context.ts';
import styles from './formula-editor.module.css';
import { defineThemes, languageId, markersOf } from './language.ts';
import { monaco } from './monaco.ts';

const lineHeight = 20;
const padding = 4;
const mostLines = 8;
let opened = 0;

export function MonacoLine({
  value,
  onChange,
  onCommit,
  scope,
  problems,
  language,
  label,
  onLeave,
}: FormulaFieldProps & { readonly onLeave: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor | null>(null);
  const latest = useRef({ onChange, onCommit, onLeave });
  useEffect(() => {
    latest.current = { onChange, onCommit, onLeave };
  });

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    opened += 1;
    const uri = monaco.Uri.parse(`formula://field/${opened}`);
    const model = monaco.editor.createModel(value, languageId, uri);
    setContext(uri.toString(), { scope, problems, language });
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
      made.onDidChangeModelContent(() => latest.current.onChange(made.getValue())),
      made.onDidContentSizeChange(grow),
      made.onDidBlurEditorWidget(() => {
        latest.current.onCommit?.(made.getValue());
        latest.current.onLeave();
      }),
    ];
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
    setContext(model.uri.toString(), { scope, problems, language });
    monaco.editor.setModelMarkers(model, 'formula', markersOf(monaco, model, problems, language));
  }, [scope, problems, language]);

  useEffect(() => {
    const made = editor.current;
    if (made && made.getValue() !== value && !made.hasWidgetFocus()) made.setValue(value);
  }, [value]);

  // `nokey`: the canvas takes Space and other keys of the whole page unless they come from below this class.
  return <div ref={box} className={`nokey ${styles.monaco}`} style={{ height: lineHeight + 2 * padding }} />;
}
