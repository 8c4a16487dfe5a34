/** One field, opened: what it asks, when it is shown and required. Drawn from its kind, like every node; every change is an edit that can be undone. */
import { useState } from 'react';
import { z } from 'zod';
import { atPath } from '#core/edit/at-path.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { FormItem } from '#core/project/form-tree.ts';
import { isKey } from '#core/project/key.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { showToast } from '#ui/toast.ts';
import { TextLine } from '../inspector/controls/text-line.tsx';
import { FamilyTile } from '../inspector/family-tile.tsx';
import styles from '../inspector/inspector.module.css';
import { editLabels } from '../inspector/inspector.words.ts';
import { NodeEditingProvider, type NodeEditing } from '../inspector/node-editing.ts';
import { pathParts } from '../inspector/problems-at.ts';
import { Settings } from '../inspector/settings.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { editedFields, editedProps, fieldEdit } from './field-props.ts';
import { tileOf } from './field-tile.ts';
import { formEditorWords, formSteps } from './form-editor.words.ts';
import type { FormEditing } from './use-form.ts';

interface FieldInspectorProps {
  readonly form: FormEditing;
  readonly item: FormItem;
}

const anyProps = z.record(z.string(), z.unknown());

export function FieldInspector({ form, item }: FieldInspectorProps) {
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const kind = catalog.fields.get(item.kind);
  const { design } = form;
  if (!kind) return <EmptyState icon="box" title={words.unknownKind(item.kind)} text={words.unknownKindHelp} />;

  const props = editedProps(item);
  const set: NodeEditing['set'] = (path, value, name, typing = false) => {
    const edit = fieldEdit(design, item, kind, path, value);
    if (edit) form.edit([edit], editLabels.change(name), typing ? `${item.node}.${path.join('.')}` : undefined);
  };
  const editing: NodeEditing = {
    project,
    design,
    node: item.node,
    kind: { props: anyProps, inspector: editedFields(kind), outputs: [], words: kind.words },
    props,
    compiled: undefined,
    tables: form.compiled.scopeOf(item.node).tables,
    scope: form.compiled.scopeOf(item.node),
    problems: form.problems.filter((one) => one.at.node === item.node),
    language,
    currency: undefined,
    set,
    fix(problem, fix) {
      if (fix.edits) return void form.edit(fix.edits as Parameters<typeof form.edit>[0], formSteps.fix);
      const path = pathParts(props, problem.at.path ?? '');
      const text = atPath(props, path);
      if (!fix.replace || typeof text !== 'string') return;
      const { span, text: into } = fix.replace;
      const edit = fieldEdit(design, item, kind, path, text.slice(0, span.start) + into + text.slice(span.end));
      if (edit) form.edit([edit], formSteps.fix);
    },
  };
  return (
    <section className={styles.inspector} aria-label={words.field} data-form-panel>
      <Head form={form} item={item} />
      <div className={styles.panel}>
        <NodeEditingProvider value={editing}>
          <Settings key={item.node} />
        </NodeEditingProvider>
      </div>
    </section>
  );
}

function Head({ form, item }: FieldInspectorProps) {
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  const catalog = useSession((state) => state.catalog);
  const session = useSessionVerbs();
  const [renaming, setRenaming] = useState(false);
  const { design } = form;
  const kind = catalog.fields.get(item.kind);
  const { field } = item;
  const setLabel = (label: string, typing: boolean) => {
    const path = field ? ['fields', field.key, 'label'] : ['nodes', item.node, 'label'];
    form.edit(
      [{ op: 'design.set', design: design.id, path, value: label }],
      formSteps.name,
      typing ? `${item.node}.label` : undefined,
    );
  };
  function renameKey(to: string) {
    setRenaming(false);
    const key = to.trim();
    if (!field || key === '' || key === field.key) return;
    if (form.edit([{ op: 'rename', what: 'field', design: design.id, id: field.value.id, to: key }], formSteps.name))
      return;
    const why = session.state.getState().refused.map((one) => sayProblem(one, language));
    showToast(why.join(' '), { tone: 'bad' });
  }
  return (
    <header className={styles.title}>
      <FamilyTile family={kind ? tileOf[kind.group] : 'shape'} icon={kind?.icon ?? 'box'} />
      {kind?.holds === 'nothing' ? (
        <span className={styles.name}>{kind.words[language].label}</span>
      ) : (
        <TextLine
          label={words.name}
          value={field?.value.label ?? item.place.label ?? ''}
          className={styles.name}
          placeholder={kind?.words[language].label}
          onChange={setLabel}
        />
      )}
      {field && !renaming && (
        <button
          type="button"
          className={styles.key}
          aria-label={words.rename(field.key)}
          onClick={() => setRenaming(true)}
        >
          {field.key}
        </button>
      )}
      {field && renaming && <KeyInput value={field.key} label={words.key} onDone={renameKey} />}
      {!field && <span className={styles.key} />}
      <Menu
        align="end"
        items={[
          [{ id: 'duplicate', label: words.duplicate, icon: 'copy', run: () => form.duplicate(item.node) }],
          [{ id: 'remove', label: words.remove, icon: 'trash', tone: 'bad', run: () => form.remove(item.node) }],
        ]}
      >
        <IconButton icon="dots" label={words.more} />
      </Menu>
    </header>
  );
}

function KeyInput({
  value,
  label,
  onDone,
}: {
  readonly value: string;
  readonly label: string;
  readonly onDone: (key: string) => void;
}) {
  const [text, setText] = useState(value);
  const bad = text.trim() !== '' && !isKey(text.trim());
  return (
    <input
      className={styles.keyInput}
      aria-label={label}
      aria-invalid={bad || undefined}
      autoFocus
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(bad ? value : text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') onDone(text);
        if (event.key === 'Escape') {
          event.stopPropagation();
          onDone(value);
        }
      }}
    />
  );
}
