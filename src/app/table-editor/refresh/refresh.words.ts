import type { Bilingual } from '#core/problem/problem.ts';
import type { Words } from '#ui/language.tsx';

export interface RefreshWords {
  readonly title: (table: string) => string;
  readonly from: (file: string) => string;
  readonly mode: string;
  readonly modes: Readonly<Record<'append' | 'replace' | 'upsert', string>>;
  readonly modeHelp: Readonly<Record<'append' | 'replace' | 'upsert', string>>;
  readonly key: string;
  readonly keyHelp: string;
  readonly removeMissing: string;
  readonly fileColumn: string;
  readonly tableColumn: string;
  readonly first: string;
  readonly asNew: string;
  readonly leftOut: string;
  readonly targetOf: (column: string) => string;
  readonly compare: string;
  readonly comparing: string;
  readonly take: string;
  readonly back: string;
  readonly cancel: string;
  readonly failed: string;
  readonly drift: string;
  readonly fresh: (columns: string) => string;
  readonly missing: (columns: string) => string;
  readonly retyped: (column: string, was: string, is: string) => string;
  readonly counts: Readonly<
    Record<'added' | 'changed' | 'removed' | 'same' | 'kept' | 'doubled' | 'keyless', (count: string) => string>
  >;
  readonly nothing: string;
  readonly changedIn: (column: string, count: string) => string;
  readonly changedRows: string;
  readonly addedRows: string;
  readonly removedRows: string;
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly firstOf: (shown: string) => string;
  readonly done: (table: string) => string;
  readonly undo: string;
}

export const refreshStep = (file: string): Bilingual => ({ en: `Refresh from ${file}`, 'zh-CN': `用 ${file} 更新` });

export const refreshWords: Words<RefreshWords> = {
  en: {
    title: (table) => `Refresh ${table}`,
    from: (file) => `From “${file}”`,
    mode: 'What happens to the rows there are',
    modes: { upsert: 'Update by key', append: 'Add below', replace: 'Replace all' },
    modeHelp: {
      upsert: 'Rows with the same key get the new cells; others are added.',
      append: 'All rows of the file come below those there are.',
      replace: 'Only the rows of the file remain.',
    },
    key: 'A row is known by',
    keyHelp: 'Choose the columns that together name each row once.',
    removeMissing: 'Remove rows that the file does not have',
    fileColumn: 'Column of the file',
    tableColumn: 'Goes to',
    first: 'First rows',
    asNew: 'A new column',
    leftOut: 'Left out',
    targetOf: (column) => `Where ${column} goes`,
    compare: 'Show what changes',
    comparing: 'Comparing…',
    take: 'Take it over',
    back: 'Back',
    cancel: 'Cancel',
    failed: 'The file could not be read. It may have been moved or changed; choose it again.',
    drift: 'The columns differ',
    fresh: (columns) => `New in the file: ${columns}`,
    missing: (columns) =>
      `Not in the file: ${columns}. Their cells stay in rows that are updated and are blank in new ones.`,
    retyped: (column, was, is) => `${column}: ${was} here, ${is} in the file. It is read as ${was}.`,
    counts: {
      added: (count) => `${count} added`,
      changed: (count) => `${count} changed`,
      removed: (count) => `${count} removed`,
      same: (count) => `${count} the same`,
      kept: (count) => `${count} not in the file, kept`,
      doubled: (count) => `${count} left out: a later row has the same key`,
      keyless: (count) => `${count} without a key, added`,
    },
    nothing: 'Nothing changes: the table holds just these rows.',
    changedIn: (column, count) => `${column}: ${count}`,
    changedRows: 'Changed cells',
    addedRows: 'Added rows',
    removedRows: 'Removed rows',
    row: 'Row',
    column: 'Column',
    before: 'Before',
    after: 'After',
    firstOf: (shown) => `the first ${shown}`,
    done: (table) => `${table} refreshed`,
    undo: 'Undo',
  },
  'zh-CN': {
    title: (table) => `更新${table}`,
    from: (file) => `来自“${file}”`,
    mode: '如何处理已有的行',
    modes: { upsert: '按键更新', append: '追加在下方', replace: '全部替换' },
    modeHelp: {
      upsert: '键相同的行更新单元格，其余的行追加。',
      append: '文件中的所有行追加在已有行之后。',
      replace: '只保留文件中的行。',
    },
    key: '用哪些列识别一行',
    keyHelp: '请选择合起来能唯一确定一行的列。',
    removeMissing: '删除文件中没有的行',
    fileColumn: '文件中的列',
    tableColumn: '对应',
    first: '前几行',
    asNew: '新列',
    leftOut: '不导入',
    targetOf: (column) => `${column}对应`,
    compare: '查看变化',
    comparing: '正在比较…',
    take: '应用更新',
    back: '返回',
    cancel: '取消',
    failed: '无法读取该文件，它可能已被移动或更改，请重新选择。',
    drift: '列有差异',
    fresh: (columns) => `文件中新增：${columns}`,
    missing: (columns) => `文件中没有：${columns}。更新的行保留原值，新行留空。`,
    retyped: (column, was, is) => `${column}：此处为${was}，文件中为${is}。按${was}读取。`,
    counts: {
      added: (count) => `新增 ${count} 行`,
      changed: (count) => `更改 ${count} 行`,
      removed: (count) => `删除 ${count} 行`,
      same: (count) => `${count} 行相同`,
      kept: (count) => `${count} 行文件中没有，已保留`,
      doubled: (count) => `${count} 行因后面有相同的键而略去`,
      keyless: (count) => `${count} 行没有键，已追加`,
    },
    nothing: '没有变化：表中已是这些行。',
    changedIn: (column, count) => `${column}：${count}`,
    changedRows: '更改的单元格',
    addedRows: '新增的行',
    removedRows: '删除的行',
    row: '行',
    column: '列',
    before: '之前',
    after: '之后',
    firstOf: (shown) => `前 ${shown} 个`,
    done: (table) => `已更新${table}`,
    undo: '撤销',
  },
};
