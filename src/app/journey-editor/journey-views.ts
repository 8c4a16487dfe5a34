/** What the cards of a journey show, put together from the design, its problems, its counts and the customer whose story is open. */
import type { Catalog } from '#core/contracts/catalog.ts';
import type { StepKind } from '#core/contracts/step-kind.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Language, Problem } from '#core/problem/problem.ts';
import type { JourneyDesign } from '#core/project/project.ts';
import type { CustomerTrace } from '#core/simulate/customer-trace.ts';
import type { NodeView } from '../canvas/node-view.ts';
import type { Simulation } from './simulation-state.ts';

export interface JourneyShown {
  readonly design: JourneyDesign;
  readonly catalog: Catalog;
  readonly problems: readonly Problem[];
  readonly simulation: Simulation | undefined;
  /** The counts are of another state of the journey. */
  readonly stale: boolean;
  readonly story: CustomerTrace | undefined;
  readonly language: Language;
}

export function stepView(shown: JourneyShown, node: string): NodeView | null {
  const { design, catalog, simulation, language, stale } = shown;
  const value = design.nodes[node];
  if (!value) return null;
  const kind = catalog.steps.get(value.kind);
  const problems = shown.problems.filter((one) => one.at.node === node && one.severity !== 'info');
  const worst = problems.find((one) => one.severity === 'error') ?? problems[0];
  const counts = simulation?.nodes[node];
  const words = kind?.words[language];
  const ports = (side: 'inputs' | 'outputs') =>
    (kind?.[side] ?? []).map((port) => ({ ...port, label: portLabel(value.props, port.key, port.words[language]) }));
  return {
    node,
    label: value.label ?? words?.label ?? value.kind,
    kindLabel: words?.label ?? value.kind,
    family: kind?.family ?? 'shape',
    icon: kind?.icon ?? 'question-mark',
    inputs: ports('inputs'),
    outputs: ports('outputs'),
    namePorts: namesPorts(design, node, kind),
    unit: words?.unit ?? '',
    spark: [],
    stale: stale || simulation?.status === 'running',
    ...(counts ? { value: counts.in, rows: counts.in, flow: counts } : {}),
    ...(shown.story ? { lit: litNodes(shown.story).has(node) } : {}),
    ...(worst
      ? { problem: { severity: worst.severity, words: sayProblem(worst, language), more: problems.length - 1 } }
      : {}),
  };
}

/** Ways that differ are named; one that may stay open is, once it leads somewhere. */
function namesPorts(design: JourneyDesign, node: string, kind: StepKind | undefined): boolean {
  const ways = kind?.outputs.filter(
    (port) =>
      !kind.open?.includes(port.key) ||
      design.edges.some((edge) => edge.from.node === node && edge.from.port === port.key),
  );
  return (ways?.length ?? 0) > 1;
}

/** A way by chance says its share. */
function portLabel(props: Readonly<Record<string, unknown>>, port: string, label: string): string {
  const { share } = props;
  if (typeof share !== 'number' || (port !== 'a' && port !== 'b')) return label;
  return `${label} ${Math.round((port === 'a' ? share : 1 - share) * 1000) / 10}%`;
}

export function litNodes(story: CustomerTrace): ReadonlySet<string> {
  return new Set(story.entries.filter((entry) => entry.what !== 'away').map((entry) => entry.node));
}

/** The ways that a customer took, as `node.port`: a step that follows a wait says where it left from. */
export function litPorts(story: CustomerTrace, design: JourneyDesign): ReadonlySet<string> {
  const lit = new Set<string>();
  const steps = story.entries.filter((entry) => entry.what !== 'away');
  steps.forEach((entry, index) => {
    if (entry.port !== undefined) lit.add(`${entry.node}.${entry.port}`);
    const next = steps[index + 1];
    if (entry.what !== 'waits' || !next || next.node === entry.node) return;
    const edge = design.edges.find((one) => one.from.node === entry.node && one.to.node === next.node);
    if (edge) lit.add(`${edge.from.node}.${edge.from.port}`);
  });
  return lit;
}

/** A line as wide as people took it: from a hair to 14 pixels. */
export function widthOf(people: number, most: number): number {
  if (people <= 0 || most <= 0) return 1.75;
  return 2 + 12 * Math.sqrt(people / most);
}
