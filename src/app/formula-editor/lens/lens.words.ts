import type { Words } from '#ui/language.tsx';

export interface LensWords {
  readonly lens: string;
  readonly result: string;
  readonly row: string;
  readonly group: string;
  readonly ofRows: (count: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly nextError: string;
  readonly noErrors: (count: string) => string;
  readonly errorRows: (row: string, count: string) => string;
  readonly blank: string;
  readonly notComputed: string;
  readonly rows: (count: string) => string;
  readonly overRows: (count: string) => string;
  readonly times: (count: string) => string;
  readonly broken: string;
  readonly noRows: string;
  readonly waiting: string;
  readonly show: string;
  readonly hide: string;
  readonly parts: string;
  readonly onRow: (row: string) => string;
}

const rowsEn = (count: string) => (count === '1' ? '1 row' : `${count} rows`);

export const lensWords: Words<LensWords> = {
  en: {
    lens: 'Values on one row',
    result: 'Result',
    row: 'Row',
    group: 'Group',
    ofRows: (count) => `of ${count}`,
    previous: 'Previous row',
    next: 'Next row',
    nextError: 'Next row with an error',
    noErrors: (count) => `No error on any of ${rowsEn(count)}`,
    errorRows: (row, count) => `Row ${row}; ${count === '1' ? '1 row has an error' : `${count} rows have errors`}`,
    blank: 'blank',
    notComputed: 'not computed',
    rows: rowsEn,
    overRows: (count) => `over ${rowsEn(count)}`,
    times: (count) => `computed ${count} times, the last`,
    broken: 'The last values, until the formula is whole again',
    noRows: 'No rows arrive here yet.',
    waiting: 'Values come as soon as the node has an answer.',
    show: 'Show the parts',
    hide: 'Hide the parts',
    parts: 'Parts of the formula with their values',
    onRow: (row) => `On row ${row}:`,
  },
  'zh-CN': {
    lens: '某一行的取值',
    result: '结果',
    row: '行',
    group: '组',
    ofRows: (count) => `共 ${count}`,
    previous: '上一行',
    next: '下一行',
    nextError: '下一个出错的行',
    noErrors: (count) => `${count} 行中没有错误`,
    errorRows: (row, count) => `第 ${row} 行；共 ${count} 行出错`,
    blank: '空',
    notComputed: '未计算',
    rows: (count) => `${count} 行`,
    overRows: (count) => `基于 ${count} 行`,
    times: (count) => `共计算 ${count} 次，此为最后一次`,
    broken: '公式尚不完整，显示的是之前的值',
    noRows: '还没有数据行到达这里。',
    waiting: '节点有结果后即显示取值。',
    show: '显示各部分',
    hide: '隐藏各部分',
    parts: '公式各部分的取值',
    onRow: (row) => `第 ${row} 行：`,
  },
};
