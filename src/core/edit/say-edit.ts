/** An edit in words, for history, comparison and reviews: what was touched, and from what to what. */
import type { Catalog } from '../contracts/catalog.ts';
import type { Bilingual } from '../problem/problem.ts';
import { isGraph, type DesignNode, type Project } from '../project/project.ts';
import { atPath } from './at-path.ts';
import type { Edit } from './edit.ts';
import { formOf } from './form-edits.ts';

const both = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
const changed = (what: Bilingual, path: string, was: unknown, is: unknown): Bilingual =>
  both(
    `${what.en}: ${path} ${show(was)} → ${show(is)}`.trim(),
    `${what['zh-CN']}：${path} ${show(was)} → ${show(is)}`.trim(),
  );
const added = (what: Bilingual, thing: Bilingual): Bilingual =>
  both(`${thing.en} added: ${what.en}`, `新增${thing['zh-CN']}：${what['zh-CN']}`);
const gone = (what: Bilingual, thing: Bilingual): Bilingual =>
  both(`${thing.en} removed: ${what.en}`, `删除${thing['zh-CN']}：${what['zh-CN']}`);
const same = (text: string): Bilingual => both(text, text);

const things = {
  table: both('Table', '表'),
  column: both('Column', '列'),
  parameter: both('Parameter', '参数'),
  design: both('Design', '设计'),
  node: both('Node', '节点'),
  edge: both('Connection', '连线'),
  field: both('Field', '字段'),
} as const;

/** A value in few characters: numbers and texts as they are, structures as JSON cut short. */
function show(value: unknown): string {
  if (value === undefined || value === null) return '–';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '–');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** `project`: as it was before the edit. Nothing is said of what changes no meaning and no name (moves on the canvas, order). */
export function sayEdit(project: Project, edit: Edit, catalog?: Catalog): Bilingual | undefined {
  switch (edit.op) {
    case 'project.set':
      return sayPatch(both('Project', '项目'), project, edit.patch);
    case 'table.add':
      return added(same(edit.table.label || edit.table.key), things.table);
    case 'table.remove':
      return gone(tableName(project, edit.table), things.table);
    case 'table.set':
      return sayPatch(tableName(project, edit.table), tableOf(project, edit.table), edit.patch);
    case 'table.rows': {
      const name = tableName(project, edit.table);
      return both(`${name.en}: rows changed`, `${name['zh-CN']}：已更改数据行`);
    }
    case 'column.add':
      return added(
        both(
          `${tableName(project, edit.table).en} · ${edit.column.key}`,
          `${tableName(project, edit.table)['zh-CN']} · ${edit.column.key}`,
        ),
        things.column,
      );
    case 'column.remove':
      return gone(columnName(project, edit.table, edit.column), things.column);
    case 'column.set': {
      const column = tableOf(project, edit.table)?.columns.find((one) => one.id === edit.column);
      return sayPatch(columnName(project, edit.table, edit.column), column, edit.patch);
    }
    case 'parameter.add':
      return added(same(`${edit.parameter.key} = ${show(edit.parameter.value)}`), things.parameter);
    case 'parameter.remove':
      return gone(same(parameterOf(project, edit.parameter)?.key ?? edit.parameter), things.parameter);
    case 'parameter.set': {
      const parameter = parameterOf(project, edit.parameter);
      return sayPatch(same(parameter?.key ?? edit.parameter), parameter, edit.patch);
    }
    case 'design.add':
      return added(same(edit.design.name), things.design);
    case 'design.remove':
      return gone(designName(project, edit.design), things.design);
    case 'design.set': {
      const design = project.designs.find((one) => one.id === edit.design);
      return changed(designName(project, edit.design), edit.path.join('.'), atPath(design, edit.path), edit.value);
    }
    case 'node.add':
      return added(nodeName(edit.node, edit.value, catalog), things.node);
    case 'node.remove':
      return gone(nameOfNode(project, edit.design, edit.node, catalog), things.node);
    case 'node.set':
      return sayPatch(
        nameOfNode(project, edit.design, edit.node, catalog),
        nodeOf(project, edit.design, edit.node),
        edit.patch,
      );
    case 'node.prop': {
      const was =
        edit.index === undefined ? atPath(nodeOf(project, edit.design, edit.node)?.props, edit.path) : undefined;
      return changed(nameOfNode(project, edit.design, edit.node, catalog), edit.path.join('.'), was, edit.value);
    }
    case 'field.add': {
      const { field, place } = edit;
      const own = field ? field.value.label || field.key : place.label;
      return added(
        own === undefined || own === '' ? kindOf(field?.value.kind ?? place.kind, catalog) : same(own),
        things.field,
      );
    }
    case 'field.remove':
      return gone(nameOfFormNode(project, edit.design, edit.node, catalog), things.field);
    case 'edge.add':
    case 'edge.remove': {
      const { from, to } = edit.edge;
      const a = nameOfNode(project, edit.design, from.node, catalog);
      const b = nameOfNode(project, edit.design, to.node, catalog);
      const name = both(`${a.en} → ${b.en}`, `${a['zh-CN']} → ${b['zh-CN']}`);
      return edit.op === 'edge.add' ? added(name, things.edge) : gone(name, things.edge);
    }
    case 'rename':
    case 'key.set':
      return changed(things[edit.what === 'made' ? 'column' : edit.what], '', keyOf(project, edit), edit.to);
    case 'table.move':
    case 'design.move':
    case 'node.move':
    case 'field.move':
    case 'batch':
      return undefined;
  }
}

function sayPatch(what: Bilingual, before: object | undefined, patch: object): Bilingual | undefined {
  const parts = Object.entries(patch)
    // Where rows are kept and how a file was read says nothing to people.
    .filter(([key]) => key !== 'data' && key !== 'source')
    .map(([key, value]): string => `${key} ${show(before && atPath(before, [key]))} → ${show(value)}`);
  if (parts.length === 0) {
    return 'data' in patch ? both(`${what.en}: rows replaced`, `${what['zh-CN']}：已替换数据行`) : undefined;
  }
  return both(`${what.en}: ${parts.join(', ')}`, `${what['zh-CN']}：${parts.join('，')}`);
}

function keyOf(project: Project, edit: Extract<Edit, { readonly op: 'rename' | 'key.set' }>): string | undefined {
  if (edit.what === 'node' || edit.what === 'made') return edit.id;
  if (edit.what === 'field') {
    const fields = Object.entries(formOf(project, edit.design)?.fields ?? {});
    return fields.find(([, field]) => field.id === edit.id)?.[0];
  }
  if (edit.what === 'table') return tableOf(project, edit.id)?.key;
  if (!('table' in edit)) return parameterOf(project, edit.id)?.key;
  return tableOf(project, edit.table)?.columns.find((column) => column.id === edit.id)?.key;
}
/** A field's label, or what its kind is called. */
function nameOfFormNode(project: Project, design: string, node: string, catalog: Catalog | undefined): Bilingual {
  const form = formOf(project, design);
  const place = form && Object.hasOwn(form.nodes, node) ? form.nodes[node] : undefined;
  const field = Object.values(form?.fields ?? {}).find((one) => one.id === place?.field);
  const own = field?.label ?? place?.label;
  return own === undefined || own === '' ? kindOf(field?.kind ?? place?.kind, catalog) : same(own);
}
function kindOf(kind: string | undefined, catalog: Catalog | undefined): Bilingual {
  const words = catalog?.fields.get(kind ?? '')?.words;
  return words ? both(words.en.label, words['zh-CN'].label) : same(kind ?? '');
}
function tableOf(project: Project, id: string): Project['tables'][number] | undefined {
  return project.tables.find((table) => table.id === id);
}
function parameterOf(project: Project, id: string): Project['parameters'][number] | undefined {
  return project.parameters.find((parameter) => parameter.id === id);
}
function nodeOf(project: Project, design: string, node: string): DesignNode | undefined {
  const plan = project.designs.filter(isGraph).find((one) => one.id === design);
  return plan && Object.hasOwn(plan.nodes, node) ? plan.nodes[node] : undefined;
}
function tableName(project: Project, id: string): Bilingual {
  const table = tableOf(project, id);
  return same(table?.label || table?.key || id);
}
function columnName(project: Project, tableId: string, id: string): Bilingual {
  const column = tableOf(project, tableId)?.columns.find((one) => one.id === id);
  const table = tableName(project, tableId);
  return same(`${table.en} · ${column?.label || column?.key || id}`);
}
function designName(project: Project, id: string): Bilingual {
  return same(project.designs.find((design) => design.id === id)?.name || id);
}
function nameOfNode(project: Project, design: string, key: string, catalog: Catalog | undefined): Bilingual {
  const node = nodeOf(project, design, key);
  return node ? nodeName(key, node, catalog) : same(key);
}
/** What people called it, else what its kind is called, else its key. */
function nodeName(key: string, node: DesignNode, catalog: Catalog | undefined): Bilingual {
  if (node.label) return same(node.label);
  const words = (catalog?.nodes.get(node.kind) ?? catalog?.steps.get(node.kind))?.words;
  return words ? both(words.en.label, words['zh-CN'].label) : same(key);
}
