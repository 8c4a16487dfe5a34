/** One step, opened: its props as fields, and what came of it in the last simulation. */
import { useMemo } from 'react';
import type { CompiledNode } from '#core/compile/compiled.ts';
import { customersPort, variablesPort } from '#core/contracts/step-kind.ts';
import { isJourney } from '#core/project/project.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import inspectorStyles from '../inspector/inspector.module.css';
import { inspectorWords } from '../inspector/inspector.words.ts';
import { NodeEditingProvider, nodeVerbs, type NodeEditing } from '../inspector/node-editing.ts';
import { Settings } from '../inspector/settings.tsx';
import { TitleRow } from '../inspector/title-row.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import styles from './journey-editor.module.css';
import { journeyWords } from './journey-editor.words.ts';
import type { Journey } from './use-journey.ts';

interface StepInspectorProps {
  readonly journey: Journey;
  readonly node: string;
  readonly onSelect: (node: string | null) => void;
}

export function StepInspector({ journey, node, onSelect }: StepInspectorProps) {
  const session = useSessionVerbs();
  const words = useWords(inspectorWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const { design, compiled, problems } = journey;
  const value = design.nodes[node];
  const kind = catalog.steps.get(value?.kind ?? '');
  const verbs = useMemo(
    () =>
      nodeVerbs(session, design.id, node, () => {
        const now = session.state.getState().project.designs.find((one) => one.id === design.id);
        return now && isJourney(now) ? (now.nodes[node]?.props ?? {}) : {};
      }),
    [session, design.id, node],
  );
  const editing = useMemo((): NodeEditing | null => {
    if (!value || !kind) return null;
    const shape = (columns: typeof compiled.columns) => [{ step: '', columns }];
    const inputs: CompiledNode['inputs'] = {
      [customersPort]: shape(compiled.columns),
      [variablesPort]: shape(compiled.variables),
    };
    return {
      project,
      design,
      node,
      kind,
      props: value.props,
      compiled: { inputs, outputs: {}, parameters: [] },
      tables: new Map(project.tables.map((table) => [table.key, table.columns])),
      problems: problems.filter((one) => one.at.node === node),
      language,
      currency: undefined,
      ...verbs,
    };
  }, [project, design, node, kind, value, compiled, problems, language, verbs]);
  if (!value) return null;
  return (
    <section className={inspectorStyles.inspector} aria-label={words.inspector}>
      <TitleRow key={node} design={design} node={node} onSelect={onSelect} />
      {editing ? (
        <div className={styles.scroll}>
          <NodeEditingProvider value={editing}>
            <Settings key={node} />
          </NodeEditingProvider>
          <Outcome journey={journey} node={node} />
        </div>
      ) : (
        <EmptyState icon="box" title={words.unknownKind(value.kind)} text={words.unknownKindHelp} />
      )}
    </section>
  );
}

/** Who left by which way, and why some were not sent to. */
function Outcome({ journey, node }: { readonly journey: Journey; readonly node: string }) {
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  const view = journey.views.find((one) => one.node === node);
  const ports = journey.simulation?.ports[node] ?? {};
  const refusals = journey.simulation?.result?.refusals[node] ?? {};
  if (!view?.flow) return null;
  const lines = [
    ...view.outputs.flatMap((port) =>
      ports[port.key] === undefined ? [] : [[port.label, ports[port.key] ?? 0] as const],
    ),
    ...Object.entries(refusals).map(
      ([reason, count]) => [words.refused[reason as keyof typeof words.refused] ?? reason, count ?? 0] as const,
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <div className={inspectorStyles.section}>
      <h3 className={inspectorStyles.heading}>{words.simulation}</h3>
      <dl className={styles.facts}>
        {lines.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(count, undefined, language)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
