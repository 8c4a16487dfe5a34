/** Everything the parts of the plan editor share about one design: the graph, its node views, and verbs that are edits. */
import { useCallback, useMemo } from 'react';
import { explainConnection } from '#core/compile/explain-connection.ts';
import type { NodeKind } from '#core/contracts/node-kind.ts';
import type { Edit } from '#core/edit/edit.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Bilingual, Problem } from '#core/problem/problem.ts';
import { isPlan, type Edge, type NodePosition, type PlanDesign } from '#core/project/project.ts';
import { useLanguage } from '#ui/language.tsx';
import { announce } from '#ui/toast.ts';
import { autoLayout } from '../canvas/auto-layout.ts';
import * as acts from '../canvas/graph-edits.ts';
import { nodeView, type NodeView, type Shown } from '../canvas/node-view.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import type { Finished } from '../session/session-state.ts';
import { planEditorWords, steps } from './plan-editor.words.ts';
import { setPlanView } from './plan-view-state.ts';

export interface Plan {
  readonly design: PlanDesign;
  readonly views: readonly NodeView[];
  readonly problems: readonly Problem[];
  readonly refusal: (edge: Edge) => string | null;
  readonly edit: (edits: readonly Edit[], label: Bilingual, group?: string) => void;
  readonly add: (
    kind: NodeKind,
    where?: { readonly after?: string; readonly at?: NodePosition; readonly table?: string },
  ) => void;
  readonly dropOnEdge: (kind: NodeKind, edge: Edge, at: NodePosition) => boolean;
  readonly connect: (edge: Edge) => void;
  readonly remove: (nodes: readonly string[], edges: readonly Edge[]) => void;
  readonly duplicate: (nodes: readonly string[]) => void;
  readonly move: (positions: Readonly<Record<string, NodePosition>>) => void;
  readonly tidy: () => void;
}

interface Viewed extends Pick<Shown, 'design' | 'tables' | 'catalog' | 'compiled' | 'language'> {
  readonly current: Finished | undefined;
  readonly before: Finished | undefined;
  readonly slow: boolean;
}

const none: readonly NodeView[] = [];
const kept = new WeakMap<PlanDesign, { readonly of: Viewed; readonly views: readonly NodeView[] }>();

/** The canvas, the drawer, the palette and the inspector show one plan: its views are made once for all of them. */
function viewsOf(of: Viewed): readonly NodeView[] {
  const last = kept.get(of.design);
  if (last && (Object.keys(of) as (keyof Viewed)[]).every((part) => last.of[part] === of[part])) return last.views;
  const { current, before, slow, ...shown } = of;
  const run = {
    status: slow ? 'running' : 'done',
    ...(current ? { current } : {}),
    ...(before ? { before } : {}),
  } as const;
  const problems = [...(of.compiled?.problems ?? []), ...(current?.result.problems ?? [])];
  const views = acts.readingOrder(of.design).flatMap((node) => nodeView({ ...shown, run, problems }, node) ?? []);
  kept.set(of.design, { of, views });
  return views;
}

/** null where the design is not there (any more). */
export function usePlan(id: string): Plan | null {
  const session = useSessionVerbs();
  const { language } = useLanguage();
  const words = planEditorWords[language];
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const compiled = useSession((state) => state.compiled[id]);
  const current = useSession((state) => state.runs[id]?.current);
  const before = useSession((state) => state.runs[id]?.before);
  // Only a run that takes long lets the old answers look old.
  const slow = useSession((state) => state.runs[id]?.status === 'running' && state.progress[id] !== undefined);
  const any = project.designs.find((one) => one.id === id);
  const design = any && isPlan(any) ? any : null;

  const written = compiled?.problems;
  const found = current?.result.problems;
  const problems = useMemo(() => [...(written ?? []), ...(found ?? [])], [written, found]);
  const views = design
    ? viewsOf({ design, tables: project.tables, catalog, compiled, current, before, slow, language })
    : none;

  const refusal = useCallback(
    (edge: Edge) => {
      const problem = explainConnection(project, catalog, id, edge.from, edge.to, compiled);
      // A warning is a port that gives up its old edge: allowed.
      return problem && problem.severity === 'error' ? sayProblem(problem, language) : null;
    },
    [project, catalog, id, compiled, language],
  );

  if (!design) return null;
  const graph: acts.Graph = { project, design, catalog, compiled };
  const labelOf = (node: string) => views.find((view) => view.node === node)?.label ?? node;
  const edit: Plan['edit'] = (edits, label, group) => {
    if (edits.length > 0) session.edit(edits, label, group);
  };
  return {
    design,
    views,
    problems,
    refusal,
    edit,
    add(kind, where = {}) {
      const added = acts.addNode(graph, kind, where);
      edit(added.edits, steps.add);
      setPlanView(id, { selected: [added.node] });
      announce(words.added(kind.words[language].label));
    },
    dropOnEdge(kind, edge, at) {
      const added = acts.insertOnEdge(graph, kind, edge, at);
      if (!added) return false;
      edit(added.edits, steps.add);
      setPlanView(id, { selected: [added.node] });
      announce(words.added(kind.words[language].label));
      return true;
    },
    connect(edge) {
      edit(acts.connect(graph, edge), steps.connect);
      announce(words.connected(labelOf(edge.from.node), labelOf(edge.to.node)));
    },
    remove(nodes, edges) {
      const own = edges.filter((edge) => !nodes.includes(edge.from.node) && !nodes.includes(edge.to.node));
      edit(
        [...own.map((edge): Edit => ({ op: 'edge.remove', design: id, edge })), ...acts.removeNodes(graph, nodes)],
        steps.remove,
      );
      setPlanView(id, { selected: [] });
      if (nodes[0] !== undefined) announce(words.removed(labelOf(nodes[0])));
    },
    duplicate(nodes) {
      const copied = acts.duplicate(graph, nodes);
      edit(copied.edits, steps.duplicate);
      setPlanView(id, { selected: copied.nodes });
    },
    move(positions) {
      edit([{ op: 'node.move', design: id, positions }], steps.move, `move.${Object.keys(positions).join('.')}`);
    },
    tidy() {
      void autoLayout(design).then((move) => edit([move], steps.tidy));
    },
  };
}
