/** One node, opened: what it reads, what it does, what that gives. Every change is an edit that can be undone. */
import { useMemo } from 'react';
import { isPlan } from '#core/project/project.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { AnswerTab } from './answer-tab.tsx';
import styles from './inspector.module.css';
import { useInspectorTab } from './inspector-tab.ts';
import { inspectorWords } from './inspector.words.ts';
import { NodeEditingProvider, nodeVerbs, type NodeEditing } from './node-editing.ts';
import { Settings } from './settings.tsx';
import { TitleRow } from './title-row.tsx';
import { readersOf, UsedByTab } from './used-by-tab.tsx';

interface NodeInspectorProps {
  /** The plan's id. */
  readonly design: string;
  readonly node: string;
  /** Selects another node; null where the selected one is gone. */
  readonly onSelect: (node: string | null) => void;
}

export function NodeInspector({ design: id, node, onSelect }: NodeInspectorProps) {
  const session = useSessionVerbs();
  const words = useWords(inspectorWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const compiled = useSession((state) => state.compiled[id]);
  const onData = useSession((state) => state.runs[id]?.current?.result.problems);
  const { tab, setTab } = useInspectorTab();
  const found = project.designs.find((one) => one.id === id);
  const design = found && isPlan(found) ? found : undefined;
  const value = design?.nodes[node];
  const kind = value && catalog.nodes.get(value.kind);

  const verbs = useMemo(
    () =>
      nodeVerbs(session, id, node, () => {
        const now = session.state.getState().project.designs.find((one) => one.id === id);
        return now && isPlan(now) ? (now.nodes[node]?.props ?? {}) : {};
      }),
    [session, id, node],
  );
  const editing = useMemo((): NodeEditing | null => {
    if (!design || !value || !kind) return null;
    const problems = [...(compiled?.problems ?? []), ...(onData ?? [])];
    return {
      project,
      design,
      node,
      kind,
      props: value.props,
      compiled: compiled?.nodes[node],
      tables: compiled?.tables ?? new Map(),
      problems: problems.filter((one) => one.at.node === node),
      language,
      currency: design.header?.currency,
      ...verbs,
    };
  }, [project, design, node, kind, value, compiled, onData, language, verbs]);

  if (!design || !value) return null;
  const readers = readersOf(design, node).direct.length;
  return (
    <section className={styles.inspector} aria-label={words.inspector}>
      <TitleRow key={node} design={design} node={node} onSelect={onSelect} />
      {!editing ? (
        <EmptyState icon="box" title={words.unknownKind(value.kind)} text={words.unknownKindHelp} />
      ) : (
        <NodeEditingProvider value={editing}>
          <Tabs
            label={words.inspector}
            current={tab}
            onChange={(next) => setTab(next === 'answer' || next === 'used-by' ? next : 'settings')}
            className={styles.tabs}
            panelClassName={styles.panel}
            tabs={[
              { id: 'settings', label: words.settings },
              { id: 'answer', label: words.answer },
              { id: 'used-by', label: readers > 0 ? `${words.usedBy} ${readers}` : words.usedBy },
            ]}
          >
            {tab === 'settings' ? (
              <Settings key={node} />
            ) : tab === 'answer' ? (
              <AnswerTab />
            ) : (
              <UsedByTab design={design} node={node} onSelect={onSelect} />
            )}
          </Tabs>
        </NodeEditingProvider>
      )}
    </section>
  );
}
