/** The head of the inspector: tile, name, key, and what can be done with the whole node. */
import { useState } from 'react';
import { isNodeKey } from '#core/project/key.ts';
import { graphKinds } from '#core/contracts/graph-kinds.ts';
import type { GraphDesign } from '#core/project/project.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { showToast } from '#ui/toast.ts';
import { duplicate, removeNodes } from '../canvas/graph-edits.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { TextLine } from './controls/text-line.tsx';
import { FamilyTile } from './family-tile.tsx';
import { editLabels, inspectorWords } from './inspector.words.ts';
import styles from './inspector.module.css';

interface TitleRowProps {
  readonly design: GraphDesign;
  readonly node: string;
  readonly onSelect: (node: string | null) => void;
}

export function TitleRow({ design, node, onSelect }: TitleRowProps) {
  const session = useSessionVerbs();
  const words = useWords(inspectorWords);
  const { language } = useLanguage();
  const catalog = useSession((state) => state.catalog);
  const project = useSession((state) => state.project);
  const compiled = useSession((state) => state.compiled[design.id]);
  const [renaming, setRenaming] = useState(false);
  const value = design.nodes[node];
  if (!value) return null;
  const kind = graphKinds(catalog, design).get(value.kind);
  const own = kind?.words[language].label ?? value.kind;
  const graph = { project, design, catalog, compiled };

  function renameKey(to: string) {
    const key = to.trim();
    setRenaming(false);
    if (key === '' || key === node) return;
    const done = session.edit([{ op: 'rename', what: 'node', design: design.id, id: node, to: key }], editLabels.key);
    if (done) onSelect(key);
    else
      showToast(
        session.state
          .getState()
          .refused.map((one) => sayProblem(one, language))
          .join(' '),
        { tone: 'bad' },
      );
  }

  return (
    <header className={styles.title}>
      <FamilyTile family={kind?.family ?? 'shape'} icon={kind?.icon ?? 'box'} />
      <TextLine
        label={words.label}
        value={value.label ?? own}
        className={styles.name}
        placeholder={own}
        onChange={(label, typing) => {
          const next = label.trim() === '' || label === own ? null : label;
          const edit = { op: 'node.set', design: design.id, node, patch: { label: next } } as const;
          session.edit([edit], editLabels.name, typing ? `${node}.label` : undefined);
        }}
      />
      {renaming ? (
        <KeyInput node={node} label={words.key} onDone={renameKey} />
      ) : (
        <button type="button" className={styles.key} aria-label={words.rename(node)} onClick={() => setRenaming(true)}>
          {node}
        </button>
      )}
      <Menu
        align="end"
        items={[
          [
            {
              id: 'duplicate',
              label: words.duplicate,
              icon: 'copy',
              run: () => {
                const copied = duplicate(graph, [node]);
                const done = session.edit(copied.edits, editLabels.duplicate);
                if (done && copied.nodes[0] !== undefined) onSelect(copied.nodes[0]);
              },
            },
          ],
          [
            {
              id: 'remove',
              label: words.remove,
              icon: 'trash',
              tone: 'bad',
              run: () => {
                onSelect(null);
                session.edit(removeNodes(graph, [node]), editLabels.remove);
              },
            },
          ],
        ]}
      >
        <IconButton icon="dots" label={words.more} />
      </Menu>
    </header>
  );
}

function KeyInput(props: { readonly node: string; readonly label: string; readonly onDone: (key: string) => void }) {
  const [text, setText] = useState(props.node);
  const bad = text.trim() !== '' && !isNodeKey(text.trim());
  return (
    <input
      className={styles.keyInput}
      aria-label={props.label}
      aria-invalid={bad || undefined}
      autoFocus
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => props.onDone(bad ? props.node : text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') props.onDone(text);
        if (event.key === 'Escape') {
          event.stopPropagation();
          props.onDone(props.node);
        }
      }}
    />
  );
}
