/** Everything the parts of the journey editor share about one design: the graph, its cards, its simulation, and verbs that are edits. */
import { useCallback, useMemo } from 'react';
import type { CompiledJourney } from '#core/compile/compiled-journey.ts';
import { explainStepConnection } from '#core/compile/explain-step-connection.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import { simulationSpan } from '#core/compile/simulation-span.ts';
import type { StepKind } from '#core/contracts/step-kind.ts';
import type { Edit } from '#core/edit/edit.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Bilingual, Problem } from '#core/problem/problem.ts';
import { isJourney, type Edge, type JourneyDesign, type NodePosition } from '#core/project/project.ts';
import type { FlowInput } from '#engine/protocol.ts';
import { useLanguage } from '#ui/language.tsx';
import { announce } from '#ui/toast.ts';
import { autoLayout } from '../canvas/auto-layout.ts';
import * as acts from '../canvas/graph-edits.ts';
import type { NodeView } from '../canvas/node-view.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { today } from '../workbench/today.ts';
import { compiledJourney } from './journey-compiled.ts';
import { journeyWords, steps } from './journey-editor.words.ts';
import { stepView } from './journey-views.ts';
import { setJourneyView } from './journey-view-state.ts';
import { useSimulations, type Simulation, type StoryAsked } from './simulation-state.ts';

export interface Journey {
  readonly design: JourneyDesign;
  readonly compiled: CompiledJourney;
  readonly views: readonly NodeView[];
  readonly problems: readonly Problem[];
  /** What a simulation of the journey as it stands would start from; absent where nobody could come in. */
  readonly input: FlowInput | null;
  readonly simulation: Simulation | undefined;
  readonly story: StoryAsked | undefined;
  readonly refusal: (edge: Edge) => string | null;
  readonly edit: (edits: readonly Edit[], label: Bilingual, group?: string) => void;
  readonly add: (kind: StepKind, where?: { readonly after?: string; readonly at?: NodePosition }) => void;
  readonly dropOnEdge: (kind: StepKind, edge: Edge, at: NodePosition) => boolean;
  readonly connect: (edge: Edge) => void;
  readonly remove: (nodes: readonly string[], edges: readonly Edge[]) => void;
  readonly duplicate: (nodes: readonly string[]) => void;
  readonly move: (positions: Readonly<Record<string, NodePosition>>) => void;
  readonly tidy: () => void;
}

/** Two inputs that simulate alike. */
export function sameInput(a: FlowInput | null | undefined, b: FlowInput | null | undefined): boolean {
  return a === b || (!!a && !!b && JSON.stringify(a) === JSON.stringify(b));
}

/** null where the design is not there (any more). */
export function useJourney(id: string): Journey | null {
  const session = useSessionVerbs();
  const { language } = useLanguage();
  const words = journeyWords[language];
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const simulation = useSimulations((state) => state.byDesign[id]);
  const story = useSimulations((state) => state.stories[id]);
  const any = project.designs.find((one) => one.id === id);
  const design = any && isJourney(any) ? any : null;
  const compiled = useMemo(
    () => (design ? compiledJourney(project, catalog, design) : null),
    [project, catalog, design],
  );
  const input = useMemo((): FlowInput | null => {
    if (!design || !compiled?.program) return null;
    return { program: compiled.program, parameters: parameterValues(project), ...simulationSpan(design, today()) };
  }, [project, design, compiled]);

  const written = compiled?.problems;
  const found = simulation?.result?.problems;
  const fresh = useMemo(() => sameInput(simulation?.input, input), [simulation?.input, input]);
  const problems = useMemo(() => [...(written ?? []), ...(fresh ? (found ?? []) : [])], [written, found, fresh]);
  const told = story && sameInput(story.input, input) ? story : undefined;
  const trace = told?.trace;
  const views = useMemo(() => {
    if (!design) return [];
    const shown = { design, catalog, problems, simulation, stale: !fresh, story: trace, language };
    return acts.readingOrder(design).flatMap((node) => stepView(shown, node) ?? []);
  }, [design, catalog, problems, simulation, fresh, trace, language]);

  const refusal = useCallback(
    (edge: Edge) => {
      const problem = design ? explainStepConnection(design, catalog, project.locale, edge) : null;
      return problem && problem.severity === 'error' ? sayProblem(problem, language) : null;
    },
    [design, catalog, project.locale, language],
  );

  if (!design || !compiled) return null;
  const graph: acts.Graph = { project, design, catalog, compiled: undefined, columns: compiled.columns };
  const labelOf = (node: string) => views.find((view) => view.node === node)?.label ?? node;
  const edit: Journey['edit'] = (edits, label, group) => {
    if (edits.length > 0) session.edit(edits, label, group);
  };
  const show = (kind: StepKind, added: acts.Added) => {
    edit(added.edits, steps.add);
    setJourneyView(id, { selected: [added.node], side: 'design' });
    announce(words.added(kind.words[language].label));
  };
  return {
    design,
    compiled,
    views,
    problems,
    input,
    simulation,
    story: told,
    refusal,
    edit,
    add: (kind, where = {}) => show(kind, acts.addNode(graph, kind, where)),
    dropOnEdge(kind, edge, at) {
      const added = acts.insertOnEdge(graph, kind, edge, at);
      if (added) show(kind, added);
      return added !== null;
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
      setJourneyView(id, { selected: [] });
      if (nodes[0] !== undefined) announce(words.removed(labelOf(nodes[0])));
    },
    duplicate(nodes) {
      const copied = acts.duplicate(graph, nodes);
      edit(copied.edits, steps.duplicate);
      setJourneyView(id, { selected: copied.nodes });
    },
    move(positions) {
      edit([{ op: 'node.move', design: id, positions }], steps.move, `move.${Object.keys(positions).join('.')}`);
    },
    tidy() {
      void autoLayout(design).then((move) => edit([move], steps.tidy));
    },
  };
}
