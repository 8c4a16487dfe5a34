/** Names in journeys: in the props of steps and in the header. Formulas there see the customers' columns and the journey's variables. */
import type { Catalog } from '../contracts/catalog.ts';
import { customersPort, variablesPort } from '../contracts/step-kind.ts';
import type { Bilingual, Span } from '../problem/problem.ts';
import { isJourney, type JourneyDesign, type Project } from '../project/project.ts';
import type { Path } from './at-path.ts';
import type { Edit } from './edit.ts';
import { Capture, renaming, sameName, type Followed } from './follow-name.ts';
import type { Inputs } from './plan-shapes.ts';
import { renameInProps } from './rename-props.ts';

export interface JourneyUse {
  /** The step it stands in; absent: the header. */
  readonly node?: string;
  /** Inside the step's props, or inside the design. */
  readonly path: Path;
  readonly was: string;
  readonly value: string;
  readonly spans: readonly Span[];
  readonly field: Bilingual;
}

const words = {
  customers: { en: 'Customers', 'zh-CN': '客户表' },
  id: { en: 'Their id', 'zh-CN': '客户编号' },
  goals: { en: 'Goals from outside', 'zh-CN': '外部目标' },
  exits: { en: 'Leaving early', 'zh-CN': '提前离开' },
  variables: { en: 'Variables', 'zh-CN': '变量' },
} as const;

/** Every place that names what is followed, under its old and its new name. Throws `Capture` where the new name means a variable there. */
export function namesInJourney(
  project: Project,
  journey: JourneyDesign,
  target: Followed,
  catalog: Catalog,
): readonly JourneyUse[] {
  if (target.what === 'made') return [];
  const { header } = journey;
  const ofCustomers = target.what === 'column' && target.table === header.customers;
  if (ofCustomers && header.variables.some((one) => sameName(one.key, target.to))) throw new Capture(journey.name);
  const table = project.tables.find((one) => one.key === header.customers);
  const variables = header.variables.map(({ key, type }) => ({ key, type }));
  const customers = (table?.columns ?? []).map(({ id: _id, ...column }) => column);
  const was: Inputs = new Map([
    [customersPort, [{ step: '', columns: [...customers, ...variables] }]],
    [variablesPort, [{ step: '', columns: variables }]],
  ]);
  const maps = new Map(ofCustomers ? [[customersPort, new Map([[target.from, target.to]])]] : []);
  const around = (where: string) => renaming({ project, target, was, maps, where, maker: false });
  const uses: JourneyUse[] = [];
  for (const [key, node] of Object.entries(journey.nodes)) {
    const fields = catalog.steps.get(node.kind)?.inspector ?? [];
    for (const change of renameInProps(fields, node.props, around(node.label ?? key))) {
      const [prop] = change.path;
      const field = fields.find((one) => one.prop === prop)?.words ?? { en: String(prop), 'zh-CN': String(prop) };
      if (typeof change.was === 'string' && typeof change.value === 'string')
        uses.push({ node: key, path: change.path, was: change.was, value: change.value, spans: change.spans, field });
    }
  }
  const rename = around(journey.name);
  const formula = (path: Path, text: string | undefined, field: Bilingual) => {
    if (text === undefined) return;
    const { text: value, spans } = rename.formula(text, customersPort, [], []);
    if (value !== text) uses.push({ path: ['header', ...path], was: text, value, spans, field });
  };
  if (target.what === 'table' && header.customers === target.from)
    uses.push({ path: ['header', 'customers'], was: target.from, value: target.to, spans: [], field: words.customers });
  if (ofCustomers && header.id === target.from)
    uses.push({ path: ['header', 'id'], was: target.from, value: target.to, spans: [], field: words.id });
  for (const part of ['goals', 'exits'] as const)
    header[part].forEach((one, i) => {
      formula([part, i, 'when'], one.when, words[part]);
      formula([part, i, 'at'], one.at, words[part]);
    });
  header.variables.forEach((one, i) => formula(['variables', i, 'initial'], one.initial, words.variables));
  return uses;
}

/** Renames of tables, columns and parameters reach journeys too. Without a catalog the props of steps cannot be read. */
export function renameInJourneys(project: Project, target: Followed, catalog: Catalog | undefined): Edit[] {
  if (!catalog) return [];
  return project.designs
    .filter(isJourney)
    .flatMap((journey) =>
      namesInJourney(project, journey, target, catalog).map(({ node, path, value }): Edit =>
        node === undefined
          ? { op: 'design.set', design: journey.id, path, value }
          : { op: 'node.prop', design: journey.id, node, path, value },
      ),
    );
}
