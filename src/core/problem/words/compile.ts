import type { Bilingual } from '../problem.ts';
import type { WordsOf } from './words-of.ts';

type Port = { readonly node: string; readonly port: Bilingual };

export interface CompileProblems {
  'compile.unknown-design': { readonly design: string };
  'compile.not-a-plan': { readonly design: string };
  'compile.not-a-form': { readonly design: string };
  /** Labels of the fields that need each other, in the order of need. */
  'compile.form-circle': { readonly fields: readonly string[] };
  'compile.nested-repeat': { readonly field: string; readonly within: string };
  'compile.field-not-shown': { readonly field: string };
  'compile.nothing-shown': { readonly node: string };
  'compile.no-answers-table': { readonly form: string };
  'compile.field-without-column': { readonly field: string; readonly table: string };
  'compile.fill-gone': { readonly form: string };
  /** Every node of the circle, in the order of its connections. */
  'compile.cycle': { readonly nodes: readonly string[] };
  /** Keys of formula columns, in the order of use. */
  'compile.circular-formulas': { readonly columns: readonly string[] };
  'compile.missing-input': Port;
  'compile.port-taken': Port;
  'compile.port-types': Port & { readonly from: string };
  'compile.needs-people': Port & { readonly from: string };
  'compile.to-itself': { readonly node: string };
  'compile.wrong-way': Port;
  'compile.unknown-table': { readonly table: string; readonly nearest?: string };
  'compile.unknown-column': { readonly column: string; readonly nearest?: string };
  /** `field`: what the setting is called on the screen. */
  'compile.not-chosen': { readonly field: Bilingual };
}

export const compileWords: WordsOf<CompileProblems> = {
  en: {
    'compile.unknown-design': (p) => `There is no design “${p.design}” in this project.`,
    'compile.not-a-plan': (p) => `“${p.design}” is not a plan, so it cannot be run here.`,
    'compile.not-a-form': (p) => `“${p.design}” is not a form, so it cannot be filled in.`,
    'compile.form-circle': (p) =>
      `${p.fields.join(' → ')} → ${p.fields[0] ?? ''} need each other in a circle. Change a formula or a condition of one of them.`,
    'compile.nested-repeat': (p) =>
      `“${p.field}” stands inside “${p.within}”, but a repeat cannot stand in another. Move it out.`,
    'compile.field-not-shown': (p) =>
      `“${p.field}” is part of the data but stands nowhere on the page, so nobody can fill it in. Add it or delete it.`,
    'compile.nothing-shown': (p) => `The place “${p.node}” shows a field that is not there. Delete it.`,
    'compile.no-answers-table': (p) =>
      `The answers of “${p.form}” go nowhere yet. Make a table for them, or choose one.`,
    'compile.field-without-column': (p) =>
      `“${p.field}” has no column in the table “${p.table}”, so its answers would be lost. Add a column for it.`,
    'compile.fill-gone': (p) => `A table that “${p.form}” fills is no longer there. Choose another one.`,
    'compile.cycle': (p) =>
      `${p.nodes.join(' → ')} → ${p.nodes[0] ?? ''} go round in a circle, so none of them can be computed. Remove one of their connections.`,
    'compile.circular-formulas': (p) =>
      `The formulas of ${p.columns.join(' → ')} → ${p.columns[0] ?? ''} need each other in a circle, so none of them can be computed. Change one of them.`,
    'compile.missing-input': (p) => `“${p.node}” needs ${p.port.en}. Connect a node to that input.`,
    'compile.port-taken': (p) =>
      `${p.port.en} of “${p.node}” takes one connection and has one already. Remove the other one first.`,
    'compile.port-types': (p) =>
      `${p.port.en} of “${p.node}” takes a single number; “${p.from}” gives a table. Connect a node that gives a number.`,
    'compile.needs-people': (p) =>
      `${p.port.en} of “${p.node}” needs a table that says who each row is for; “${p.from}” does not. Put “Credit split” or “Attainment” between them, or mark a column of the table as the person.`,
    'compile.to-itself': (p) => `“${p.node}” cannot be connected to itself.`,
    'compile.wrong-way': (p) => `Connections go from an output to an input; ${p.port.en} of “${p.node}” is not one.`,
    'compile.unknown-table': (p) =>
      `There is no table “${p.table}”.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Choose another table.'}`,
    'compile.unknown-column': (p) =>
      `There is no column “${p.column}” here.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Choose another column.'}`,
    'compile.not-chosen': (p) => `${p.field.en}: nothing is chosen yet. Choose one in the panel.`,
  },
  'zh-CN': {
    'compile.unknown-design': (p) => `本项目中没有设计“${p.design}”。`,
    'compile.not-a-plan': (p) => `“${p.design}”不是激励方案，无法在此运行。`,
    'compile.not-a-form': (p) => `“${p.design}”不是表单，无法填写。`,
    'compile.form-circle': (p) =>
      `${p.fields.join(' → ')} → ${p.fields[0] ?? ''} 相互循环引用。请修改其中一个字段的公式或条件。`,
    'compile.nested-repeat': (p) => `“${p.field}”位于“${p.within}”之内，重复行不能嵌套。请把它移出来。`,
    'compile.field-not-shown': (p) => `“${p.field}”属于数据，但页面上没有它的位置，无法填写。请添加或删除它。`,
    'compile.nothing-shown': (p) => `位置“${p.node}”所显示的字段已不存在，请删除该位置。`,
    'compile.no-answers-table': (p) => `“${p.form}”的回答尚无去处。请为其新建或选择一张表。`,
    'compile.field-without-column': (p) => `“${p.field}”在表“${p.table}”中没有对应的列，其回答会丢失。请为它添加一列。`,
    'compile.fill-gone': (p) => `“${p.form}”要写入的表已不存在，请选择另一张表。`,
    'compile.cycle': (p) => `${p.nodes.join(' → ')} → ${p.nodes[0] ?? ''} 构成循环，都无法计算。请删除其中一条连线。`,
    'compile.circular-formulas': (p) =>
      `公式列 ${p.columns.join(' → ')} → ${p.columns[0] ?? ''} 相互循环引用，无法计算。请修改其中一个。`,
    'compile.missing-input': (p) => `“${p.node}”缺少“${p.port['zh-CN']}”。请把一个节点连到该输入。`,
    'compile.port-taken': (p) => `“${p.node}”的“${p.port['zh-CN']}”只能有一条连线，且已被占用。请先删除另一条。`,
    'compile.port-types': (p) =>
      `“${p.node}”的“${p.port['zh-CN']}”需要单个数值，而“${p.from}”给出的是表。请连接给出数值的节点。`,
    'compile.needs-people': (p) =>
      `“${p.node}”的“${p.port['zh-CN']}”需要知道每一行属于谁，而“${p.from}”没有说明。请在中间加入“业绩拆分”或“达成率”，或在表中标记人员列。`,
    'compile.to-itself': (p) => `“${p.node}”不能连到自己。`,
    'compile.wrong-way': (p) => `连线应从输出连到输入；“${p.node}”的“${p.port['zh-CN']}”不符合。`,
    'compile.unknown-table': (p) =>
      `没有表“${p.table}”。${p.nearest ? `是否想用“${p.nearest}”？` : '请选择另一张表。'}`,
    'compile.unknown-column': (p) =>
      `这里没有列“${p.column}”。${p.nearest ? `是否想用“${p.nearest}”？` : '请选择另一列。'}`,
    'compile.not-chosen': (p) => `${p.field['zh-CN']}：尚未选择。请在面板中选择。`,
  },
};
