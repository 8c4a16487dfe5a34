import type { Bilingual } from '#core/problem/problem.ts';
import type { Words } from '#ui/language.tsx';

export interface NamesWords {
  readonly columnOf: (table: string) => string;
  readonly madeBy: (node: string) => string;
  readonly parameter: string;
  readonly table: string;
  readonly goTo: string;
  readonly uses: string;
  readonly rename: string;
  readonly tools: (name: string) => string;
  readonly renameTitle: (name: string) => string;
  readonly newName: string;
  readonly cancel: string;
  readonly usedIn: (count: number) => string;
  readonly usedNowhere: string;
  readonly renamed: (from: string, to: string, count: number) => string;
  readonly usesTitle: (name: string, count: number) => string;
  readonly noUses: string;
  readonly grain: string;
  readonly generator: string;
  readonly test: (name: string) => string;
  readonly made: string;
  readonly close: string;
}

const places = (count: number) => (count === 1 ? '1 place' : `${count} places`);

export const namesWords: Words<NamesWords> = {
  en: {
    columnOf: (table) => `column of ${table}`,
    madeBy: (node) => `column made by ${node}`,
    parameter: 'parameter',
    table: 'table',
    goTo: 'Go to where it is defined',
    uses: 'Where it is used',
    rename: 'Rename everywhere',
    tools: (name) => `The name ${name}`,
    renameTitle: (name) => `Rename ${name} everywhere`,
    newName: 'New name',
    cancel: 'Cancel',
    usedIn: (count) => `It is named in ${places(count)}; all of them change with it, in one step that can be undone.`,
    usedNowhere: 'Nothing else names it.',
    renamed: (from, to, count) => `${from} is now ${to}${count > 0 ? `, in ${places(count)}` : ''}`,
    usesTitle: (name, count) => `${name}: used in ${places(count)}`,
    noUses: 'Nothing names it.',
    grain: 'Key of the table',
    generator: 'Rule for generated rows',
    test: (name) => `Test “${name}”`,
    made: 'defined here',
    close: 'Close',
  },
  'zh-CN': {
    columnOf: (table) => `${table}的列`,
    madeBy: (node) => `由“${node}”生成的列`,
    parameter: '参数',
    table: '表',
    goTo: '转到定义',
    uses: '查找用处',
    rename: '全部改名',
    tools: (name) => `名称 ${name}`,
    renameTitle: (name) => `把 ${name} 全部改名`,
    newName: '新名称',
    cancel: '取消',
    usedIn: (count) => `共有 ${count} 处使用，会一起改名；这是一步操作，可以撤销。`,
    usedNowhere: '没有其他地方使用它。',
    renamed: (from, to, count) => `${from} 已改名为 ${to}${count > 0 ? `，共 ${count} 处` : ''}`,
    usesTitle: (name, count) => `${name}：用于 ${count} 处`,
    noUses: '没有地方使用它。',
    grain: '表的主键',
    generator: '生成数据的规则',
    test: (name) => `测试“${name}”`,
    made: '在此定义',
    close: '关闭',
  },
};

/** The undo step of a rename. */
export const renameStep = (from: string, to: string): Bilingual => ({
  en: `Rename ${from} to ${to}`,
  'zh-CN': `${from} 改名为 ${to}`,
});
