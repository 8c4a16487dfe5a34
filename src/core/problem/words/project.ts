import type { Bilingual } from '../problem.ts';
import type { WordsOf } from './words-of.ts';

/** What a problem of the document or of an edit is about. */
export type Thing = 'project' | 'table' | 'column' | 'parameter' | 'design' | 'node' | 'edge' | 'calendar' | 'field';

/** Why a value does not fit where it stands, in both languages (from the schema's own message). */
export type Misfit = Bilingual;

export interface ProjectProblems {
  'project.too-large': { readonly megabytes: number; readonly limit: number };
  'project.bad-json': { readonly line: number; readonly column: number };
  'project.not-a-project': Record<never, never>;
  'project.newer-version': { readonly found: number; readonly known: number };
  'project.bad-version': { readonly found: string };
  'project.migrated': { readonly from: number; readonly to: number };
  'project.bad-shape': { readonly path: string; readonly misfit: Misfit };
  'project.unknown-kind': { readonly node: string; readonly kind: string };
  'project.newer-kind': {
    readonly node: string;
    readonly kind: string;
    readonly found: number;
    readonly known: number;
  };
  'project.bad-props': { readonly node: string; readonly path: string; readonly misfit: Misfit };
  'project.duplicate-id': { readonly what: Thing; readonly id: string; readonly given: string };
  'project.duplicate-key': { readonly what: Thing; readonly key: string; readonly free: string };
  'project.bad-key': { readonly what: Thing; readonly key: string; readonly free: string };
  'project.edge-without-node': { readonly node: string };
  'project.edge-without-port': { readonly node: string; readonly port: string };
  'project.duplicate-edge': { readonly from: string; readonly to: string };
  'edit.not-found': { readonly what: Thing; readonly id: string };
  'edit.id-taken': { readonly what: Thing; readonly id: string };
  'edit.key-taken': { readonly what: Thing; readonly key: string };
  'edit.rows-changed': { readonly table: string };
  'edit.bad-key': { readonly what: Thing; readonly key: string };
  'edit.bad-value': { readonly path: string; readonly misfit: Misfit };
  'edit.no-such-place': { readonly path: string };
  'edit.captures': { readonly from: string; readonly to: string; readonly where: string };
  'edit.into-itself': { readonly node: string };
  'edit.fixed-name': { readonly column: string };
  'edit.bad-edit': { readonly index: number; readonly misfit: Misfit };
}

const things: Record<Thing, Bilingual> = {
  project: { en: 'project', 'zh-CN': '项目' },
  table: { en: 'table', 'zh-CN': '表' },
  column: { en: 'column', 'zh-CN': '列' },
  parameter: { en: 'parameter', 'zh-CN': '参数' },
  design: { en: 'design', 'zh-CN': '设计' },
  node: { en: 'node', 'zh-CN': '节点' },
  edge: { en: 'connection', 'zh-CN': '连线' },
  calendar: { en: 'calendar', 'zh-CN': '日历' },
  field: { en: 'field', 'zh-CN': '字段' },
};
const en = (thing: Thing): string => things[thing].en;
const zh = (thing: Thing): string => things[thing]['zh-CN'];

export const projectWords: WordsOf<ProjectProblems> = {
  en: {
    'project.too-large': (p) =>
      `The file has ${p.megabytes} MB; a project may have at most ${p.limit} MB. Keep rows of data in CSV files beside the project.`,
    'project.bad-json': (p) =>
      `The file is not valid JSON: it stops making sense at line ${p.line}, column ${p.column}. Check what stands there, or export the project again.`,
    'project.not-a-project': () =>
      'This is not a Saleswright project: it does not begin with "format": "saleswright". Choose a file that ends in .saleswright.json.',
    'project.newer-version': (p) =>
      `This project was saved by a newer Saleswright (document version ${p.found}; this one reads up to ${p.known}). Reload the page to get the newer one, then open it again.`,
    'project.bad-version': (p) => `The document version “${p.found}” does not exist. Export the project again.`,
    'project.migrated': (p) => `The project was brought from document version ${p.from} to ${p.to}.`,
    'project.bad-shape': (p) => `${p.path || 'The project'}: ${p.misfit.en}. Correct it in the file and open it again.`,
    'project.unknown-kind': (p) =>
      `Node “${p.node}” is of kind “${p.kind}”, which this Saleswright does not know. It is kept as it is; reload the page for a newer version, or replace the node.`,
    'project.newer-kind': (p) =>
      `Node “${p.node}” (${p.kind}) was made with version ${p.found} of its kind; this Saleswright knows ${p.known}. It is kept as it is; reload the page for a newer version.`,
    'project.bad-props': (p) => `Node “${p.node}”, ${p.path || 'settings'}: ${p.misfit.en}. Set it again in the panel.`,
    'project.duplicate-id': (p) =>
      `Two ${en(p.what)}s have the id “${p.id}”; the second was given “${p.given}”. Nothing else changed.`,
    'project.duplicate-key': (p) =>
      `Two ${en(p.what)}s are called “${p.key}”, so formulas cannot tell them apart. Rename one, for example to “${p.free}”.`,
    'project.bad-key': (p) =>
      `“${p.key}” cannot name a ${en(p.what)}: use letters, digits and _, beginning with a letter. For example “${p.free}”.`,
    'project.edge-without-node': (p) =>
      `A connection ends at “${p.node}”, which does not exist. Remove the connection.`,
    'project.edge-without-port': (p) =>
      `A connection ends at “${p.port}” of “${p.node}”, which has no such port. Remove the connection and draw it again.`,
    'project.duplicate-edge': (p) => `${p.from} is connected to ${p.to} twice. Remove one connection.`,
    'edit.not-found': (p) => `The ${en(p.what)} “${p.id}” is no longer there, so this change could not be made.`,
    'edit.id-taken': (p) => `There already is a ${en(p.what)} with the id “${p.id}”.`,
    'edit.rows-changed': (p) =>
      `These rows of “${p.table}” were changed elsewhere meanwhile. Look at them as they are now and make the change again.`,
    'edit.key-taken': (p) => `There already is a ${en(p.what)} called “${p.key}”. Choose another name.`,
    'edit.bad-key': (p) =>
      `“${p.key}” cannot name a ${en(p.what)}: use letters, digits and _, beginning with a letter, at most 64.`,
    'edit.bad-value': (p) => `${p.path || 'The value'}: ${p.misfit.en}.`,
    'edit.no-such-place': (p) => `There is no “${p.path}” to change any more.`,
    'edit.captures': (p) =>
      `“${p.from}” cannot become “${p.to}”: in ${p.where} that name already means something else. Choose another name.`,
    'edit.fixed-name': (p) =>
      `“${p.column}” is named by the node that makes it, so it cannot be renamed here. Add a column with the name you want: a Column node with the formula ${p.column}.`,
    'edit.into-itself': () => 'A part of a form cannot be moved into itself. Choose another place.',
    'edit.bad-edit': (p) => `Edit ${p.index + 1} cannot be read: ${p.misfit.en}.`,
  },
  'zh-CN': {
    'project.too-large': (p) =>
      `文件有 ${p.megabytes} MB；项目最多 ${p.limit} MB。请把数据行放在项目旁边的 CSV 文件里。`,
    'project.bad-json': (p) =>
      `文件不是有效的 JSON：第 ${p.line} 行第 ${p.column} 列处无法读懂。请检查该处，或重新导出项目。`,
    'project.not-a-project': () =>
      '这不是 Saleswright 项目：开头没有 "format": "saleswright"。请选择以 .saleswright.json 结尾的文件。',
    'project.newer-version': (p) =>
      `此项目由更新版本的 Saleswright 保存（文档版本 ${p.found}，当前最多读到 ${p.known}）。请刷新页面更新后再打开。`,
    'project.bad-version': (p) => `不存在文档版本“${p.found}”。请重新导出项目。`,
    'project.migrated': (p) => `项目已从文档版本 ${p.from} 升级到 ${p.to}。`,
    'project.bad-shape': (p) => `${p.path || '项目'}：${p.misfit['zh-CN']}。请在文件中改正后重新打开。`,
    'project.unknown-kind': (p) =>
      `节点“${p.node}”的类型“${p.kind}”当前版本不认识。节点会原样保留；请刷新页面更新版本，或替换该节点。`,
    'project.newer-kind': (p) =>
      `节点“${p.node}”（${p.kind}）用的是第 ${p.found} 版，当前只认识第 ${p.known} 版。节点会原样保留；请刷新页面更新版本。`,
    'project.bad-props': (p) => `节点“${p.node}”的 ${p.path || '设置'}：${p.misfit['zh-CN']}。请在面板中重新设置。`,
    'project.duplicate-id': (p) => `两个${zh(p.what)}的 id 都是“${p.id}”；第二个已改为“${p.given}”，其余不变。`,
    'project.duplicate-key': (p) =>
      `两个${zh(p.what)}都叫“${p.key}”，公式无法区分。请给其中一个改名，例如“${p.free}”。`,
    'project.bad-key': (p) =>
      `“${p.key}”不能用作${zh(p.what)}的名称：请用文字、数字和下划线，以文字开头。例如“${p.free}”。`,
    'project.edge-without-node': (p) => `有一条连线连到不存在的节点“${p.node}”。请删除这条连线。`,
    'project.edge-without-port': (p) =>
      `有一条连线连到“${p.node}”的端口“${p.port}”，但没有这个端口。请删除后重新连接。`,
    'project.duplicate-edge': (p) => `${p.from} 与 ${p.to} 连了两次。请删除其中一条。`,
    'edit.not-found': (p) => `${zh(p.what)}“${p.id}”已不存在，这个更改无法完成。`,
    'edit.id-taken': (p) => `已经有 id 为“${p.id}”的${zh(p.what)}。`,
    'edit.rows-changed': (p) => `“${p.table}”的这些行已在别处更改。请查看最新内容后重新修改。`,
    'edit.key-taken': (p) => `已经有名为“${p.key}”的${zh(p.what)}。请换一个名称。`,
    'edit.bad-key': (p) =>
      `“${p.key}”不能用作${zh(p.what)}的名称：请用文字、数字和下划线，以文字开头，最多 64 个字符。`,
    'edit.bad-value': (p) => `${p.path || '该值'}：${p.misfit['zh-CN']}。`,
    'edit.no-such-place': (p) => `“${p.path}”已不存在，无法更改。`,
    'edit.captures': (p) => `“${p.from}”不能改为“${p.to}”：在${p.where}中这个名称已有别的含义。请换一个名称。`,
    'edit.fixed-name': (p) =>
      `列“${p.column}”的名称由生成它的节点决定，不能在这里改名。可添加一个“公式列”节点，用公式 ${p.column} 得到你要的名称。`,
    'edit.into-itself': () => '表单的一部分不能移到它自己里面，请选择其他位置。',
    'edit.bad-edit': (p) => `第 ${p.index + 1} 个编辑无法读取：${p.misfit['zh-CN']}。`,
  },
};
