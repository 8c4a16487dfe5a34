import type { Bilingual } from '../problem.ts';
import type { WordsOf } from './words-of.ts';

export interface CompileJourneyProblems {
  'compile.not-a-journey': { readonly design: string };
  'compile.no-customers': { readonly table?: string; readonly nearest?: string };
  'compile.no-customer-id': { readonly table: string; readonly column?: string; readonly nearest?: string };
  'compile.no-entry': { readonly journey: string };
  'compile.unreachable-step': { readonly step: string };
  /** People leave a step and nothing is there: a dead end, or an answer nobody thought of. */
  'compile.open-port': { readonly step: string; readonly port: Bilingual; readonly only: boolean };
  'compile.port-branches': { readonly step: string; readonly port: Bilingual };
  'compile.loop-without-wait': { readonly steps: readonly string[] };
  'compile.variable-taken': { readonly variable: string };
  'compile.never-loud': { readonly journey: string };
  'compile.exit-nowhere': { readonly exit: string; readonly step: string };
  'compile.empty-criterion': { readonly name: string };
}

export const compileJourneyWords: WordsOf<CompileJourneyProblems> = {
  en: {
    'compile.not-a-journey': (p) => `“${p.design}” is not a journey, so it cannot be simulated.`,
    'compile.no-customers': (p) =>
      p.table === undefined
        ? 'The journey has no customers yet. Choose their table.'
        : `There is no table “${p.table}” for the customers.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Choose another table.'}`,
    'compile.no-customer-id': (p) =>
      p.column === undefined
        ? `Which column of “${p.table}” names each customer is not known. Choose it, or mark a column of the table as the id.`
        : `The table “${p.table}” has no column “${p.column}” to name each customer.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Choose another one.'}`,
    'compile.no-entry': (p) => `Nobody comes into “${p.journey}”: it has no entry. Add one.`,
    'compile.unreachable-step': (p) => `Nobody can reach “${p.step}”. Connect a step to it, or delete it.`,
    'compile.open-port': (p) =>
      p.only
        ? `“${p.step}” leads nowhere: people would be stuck after it. Connect the next step, or let the journey end there.`
        : `“${p.port.en}” of “${p.step}” leads nowhere: whoever takes that way would be lost. Connect it, or let the journey end there.`,
    'compile.port-branches': (p) =>
      `“${p.port.en}” of “${p.step}” leads to several steps, but a person can take only one. Keep one connection, or put a split between them.`,
    'compile.loop-without-wait': (p) =>
      `${p.steps.join(' → ')} → ${p.steps[0] ?? ''} goes round without ever waiting. Put a wait into the loop.`,
    'compile.variable-taken': (p) =>
      `The variable “${p.variable}” has the name of a column of the customers or of another variable. Give it another name.`,
    'compile.never-loud': (p) =>
      `The quiet hours of “${p.journey}” never end, so nothing could ever be sent. Shorten them.`,
    'compile.exit-nowhere': (p) =>
      `The exit “${p.exit}” leads to “${p.step}”, which is not there. Choose a step, or let the journey end.`,
    'compile.empty-criterion': (p) => `“${p.name}” says neither when nor at which date. Fill in one of them.`,
  },
  'zh-CN': {
    'compile.not-a-journey': (p) => `“${p.design}”不是客户旅程，无法模拟。`,
    'compile.no-customers': (p) =>
      p.table === undefined
        ? '旅程还没有客户。请选择客户表。'
        : `没有客户表“${p.table}”。${p.nearest ? `是否想用“${p.nearest}”？` : '请选择另一张表。'}`,
    'compile.no-customer-id': (p) =>
      p.column === undefined
        ? `不知道“${p.table}”的哪一列是客户编号。请选择，或在表中把一列标记为编号。`
        : `表“${p.table}”没有作为客户编号的列“${p.column}”。${p.nearest ? `是否想用“${p.nearest}”？` : '请选择另一列。'}`,
    'compile.no-entry': (p) => `“${p.journey}”没有进入步骤，没有人会进入。请添加一个。`,
    'compile.unreachable-step': (p) => `没有人能到达“${p.step}”。请把某一步连到它，或删除它。`,
    'compile.open-port': (p) =>
      p.only
        ? `“${p.step}”之后没有下一步，客户会停在这里。请连接下一步，或让旅程在此结束。`
        : `“${p.step}”的“${p.port['zh-CN']}”没有下一步，走这条路的客户会丢失。请连接，或让旅程在此结束。`,
    'compile.port-branches': (p) =>
      `“${p.step}”的“${p.port['zh-CN']}”连到了多个步骤，而一位客户只能走一条。请只保留一条连线，或在中间加入分流。`,
    'compile.loop-without-wait': (p) =>
      `${p.steps.join(' → ')} → ${p.steps[0] ?? ''} 循环中没有等待。请在循环中加入等待。`,
    'compile.variable-taken': (p) => `变量“${p.variable}”与客户表的列或其他变量重名。请改名。`,
    'compile.never-loud': (p) => `“${p.journey}”的免打扰时段没有尽头，什么也发不出去。请缩短。`,
    'compile.exit-nowhere': (p) => `离开条件“${p.exit}”指向不存在的步骤“${p.step}”。请选择步骤，或让旅程结束。`,
    'compile.empty-criterion': (p) => `“${p.name}”既没有条件也没有日期。请填写其中之一。`,
  },
};
