/** A scorecard as a card: its total node, what it weighs, and the edits that add and remove a metric. */
import type { Catalog } from '#core/contracts/catalog.ts';
import type { Compiled } from '#core/compile/compiled.ts';
import type { Edit } from '#core/edit/edit.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { PlanDesign, Project, TableDefinition } from '#core/project/project.ts';
import { kpi, pointsOf } from '#kinds/metrics/kpi/kpi.ts';
import { rescaled, withWeight, type Weight } from '#kinds/metrics/scorecard/weights.ts';
import type { Language } from '#ui/language.tsx';
import type { CurveShown } from './curve-picture.tsx';

export interface Metric {
  /** The key of its score column. */
  readonly key: string;
  /** The node that scores it; absent where nothing connected gives that score. */
  readonly node: string | undefined;
  readonly label: string;
  readonly weight: number;
  readonly curve: CurveShown | undefined;
}

export interface Card {
  readonly total: string | undefined;
  readonly weights: readonly Weight[];
  readonly metrics: readonly Metric[];
}

export function cardOf(design: PlanDesign, compiled: Compiled | undefined, language: Language): Card {
  const total = Object.keys(design.nodes).find((key) => design.nodes[key]?.kind === 'scorecard');
  const given = total === undefined ? undefined : design.nodes[total]?.props['weights'];
  const weights = (Array.isArray(given) ? (given as readonly Partial<Weight>[]) : []).flatMap(({ key, weight }) =>
    typeof key === 'string' && typeof weight === 'number' ? [{ key, weight }] : [],
  );
  const scores = (total === undefined ? [] : (compiled?.nodes[total]?.inputs['kpis'] ?? [])).flatMap((shape) =>
    shape.columns.filter((column) => column.role === 'score'),
  );
  const metrics = weights.map(({ key, weight }): Metric => {
    const column = scores.find((one) => one.key === key);
    const node = column?.madeBy ?? Object.keys(design.nodes).find((one) => design.nodes[one]?.props['key'] === key);
    const kind = node === undefined ? undefined : design.nodes[node];
    const label = kind?.label ?? column?.label ?? { en: key, 'zh-CN': key }[language];
    return { key, node, label, weight, curve: curveOf(kind?.props) };
  });
  return { total, weights, metrics };
}

/** Of a metric whose settings are a score's, whatever a file holds. */
export function curveOf(props: Readonly<Record<string, unknown>> | undefined): CurveShown | undefined {
  const read = kpi.props.safeParse(props);
  if (!read.success) return undefined;
  const curve = read.data as Parameters<typeof pointsOf>[0];
  return { points: pointsOf(curve), steps: curve.shape === 'bands' };
}

/** A metric counted from a table, its score, and a fair share of the weights; the total comes with the first one. */
export function addMetric(
  project: Project,
  design: PlanDesign,
  catalog: Catalog,
  table: TableDefinition,
  labels: { readonly score: string },
): readonly Edit[] {
  const taken = Object.keys(design.nodes);
  const fresh = (wanted: string) => {
    const key = freeKey(wanted, taken, 'node');
    taken.push(key);
    return key;
  };
  const id = design.id;
  const edits: Edit[] = [];
  const row = Object.values(design.layout).reduce((low, one) => Math.max(low, one.y + 160), 0);
  const add = (kind: string, wanted: string, props: object, x: number, label?: string): string => {
    const key = fresh(wanted);
    const defaults = catalog.nodes.get(kind)?.defaults as object | undefined;
    const value = { kind, props: { ...defaults, ...props }, ...(label === undefined ? {} : { label }) };
    edits.push({ op: 'node.add', design: id, node: key, value, at: { x, y: row } });
    return key;
  };
  const connect = (from: string, to: string, port: string) =>
    edits.push({ op: 'edge.add', design: id, edge: { from: { node: from, port: 'out' }, to: { node: to, port } } });

  const known = Object.keys(design.nodes).find(
    (key) => design.nodes[key]?.kind === 'table' && design.nodes[key].props['table'] === table.key,
  );
  const person = table.columns.find((one) => one.role === 'person') ?? table.columns.find((one) => one.type === 'text');
  const value =
    table.columns.find((one) => one.role === 'amount') ?? table.columns.find((one) => one.type === 'number');
  const source = known ?? add('table', table.key, { table: table.key }, 0);
  const metric = fresh(value?.key ?? 'metric');
  const score = fresh(`${metric}_score`);
  const defaults = (kind: string) => catalog.nodes.get(kind)?.defaults as object;
  edits.push({
    op: 'node.add',
    design: id,
    node: metric,
    value: {
      kind: 'metric',
      label: value?.label ?? table.label,
      props: {
        ...defaults('metric'),
        person: person?.key ?? '',
        measure: value ? 'sum' : 'count',
        value: value?.key ?? '',
        key: metric,
      },
    },
    at: { x: 240, y: row },
  });
  edits.push({
    op: 'node.add',
    design: id,
    node: score,
    value: {
      kind: 'kpi',
      label: labels.score,
      props: { ...defaults('kpi'), person: person?.key ?? '', value: metric, key: score },
    },
    at: { x: 480, y: row },
  });
  connect(source, metric, 'in');
  connect(metric, score, 'in');
  const { total, weights } = cardOf(design, undefined, project.locale);
  const all = [...weights, { key: score, weight: 0 }];
  const shared = weights.length === 0 ? rescaled(all) : withWeight(all, score, 1 / all.length);
  if (total === undefined) connect(score, add('scorecard', 'total', { weights: shared }, 720), 'kpis');
  else {
    edits.push({ op: 'node.prop', design: id, node: total, path: ['weights'], value: shared });
    connect(score, total, 'kpis');
  }
  return edits;
}

/** The score goes with what only it needs; the other weights take its share. */
export function removeMetric(design: PlanDesign, card: Card, metric: Metric): readonly Edit[] {
  const edits: Edit[] = [];
  const gone = new Set<string>();
  const visit = (node: string): void => {
    const readers = design.edges.filter((edge) => edge.from.node === node && !gone.has(edge.to.node));
    if (gone.size > 0 && readers.length > 0) return;
    gone.add(node);
    for (const edge of design.edges) if (edge.to.node === node) visit(edge.from.node);
  };
  if (metric.node !== undefined) visit(metric.node);
  for (const node of gone) edits.push({ op: 'node.remove', design: design.id, node });
  const left = card.weights.filter((one) => one.key !== metric.key);
  if (card.total !== undefined)
    edits.push({
      op: 'node.prop',
      design: design.id,
      node: card.total,
      path: ['weights'],
      value: left.length === 0 ? [] : rescaled(left),
    });
  return edits;
}
