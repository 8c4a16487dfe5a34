import type { Words } from '#ui/language.tsx';

export interface FormViewWords {
  readonly required: string;
  readonly choose: string;
  readonly clear: string;
  readonly yes: string;
  readonly no: string;
  readonly add: (item: string) => string;
  readonly row: (item: string, n: number) => string;
  readonly removeRow: (item: string, n: number) => string;
  readonly remove: string;
  readonly item: string;
  readonly noRows: string;
  readonly send: string;
  readonly sending: string;
  readonly toMend: (count: number) => string;
  readonly nothing: string;
  readonly cannotFill: string;
  readonly rowsAdded: (item: string, n: number) => string;
}

export const formViewWords: Words<FormViewWords> = {
  en: {
    required: 'required',
    choose: 'Choose…',
    clear: 'Clear',
    yes: 'Yes',
    no: 'No',
    add: (item) => `Add ${item}`,
    row: (item, n) => `${item} ${n}`,
    removeRow: (item, n) => `Remove ${item} ${n}`,
    remove: 'Remove',
    item: 'row',
    noRows: 'Nothing here yet.',
    send: 'Send',
    sending: 'Saving…',
    toMend: (count) =>
      count === 1 ? 'One thing is still missing or not right:' : `${count} things are still missing or not right:`,
    nothing: 'This form has no fields yet.',
    cannotFill: 'This kind of question cannot be filled in here.',
    rowsAdded: (item, n) => `${item} ${n} added`,
  },
  'zh-CN': {
    required: '必填',
    choose: '请选择…',
    clear: '清除',
    yes: '是',
    no: '否',
    add: (item) => (/^[ -~]/.test(item) ? `添加 ${item}` : `添加${item}`),
    row: (item, n) => `${item} ${n}`,
    removeRow: (item, n) => `删除${item} ${n}`,
    remove: '删除',
    item: '一行',
    noRows: '暂无内容。',
    send: '提交',
    sending: '正在保存…',
    toMend: (count) => `还有 ${count} 处未填或有误：`,
    nothing: '该表单还没有字段。',
    cannotFill: '此处无法填写这种问题。',
    rowsAdded: (item, n) => `已添加${item} ${n}`,
  },
};
