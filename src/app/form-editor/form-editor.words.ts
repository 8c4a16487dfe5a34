import type { Bilingual } from '#core/problem/problem.ts';
import type { Words } from '#ui/language.tsx';

export interface FormEditorWords {
  readonly page: string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly preview: string;
  readonly previewHelp: string;
  readonly hidePreview: string;
  readonly showPreview: string;
  readonly handle: (label: string) => string;
  readonly up: string;
  readonly down: string;
  readonly top: string;
  readonly bottom: string;
  readonly into: (label: string) => string;
  readonly out: string;
  readonly duplicate: string;
  readonly remove: string;
  readonly required: string;
  readonly sometimes: string;
  readonly when: (formula: string) => string;
  readonly startsWith: (formula: string) => string;
  readonly nothingInside: string;
  readonly keys: string;
  readonly added: (label: string) => string;
  readonly removed: (label: string) => string;
  readonly moved: (label: string, place: number, of: number, within: string | null) => string;
  readonly cannotMove: (label: string) => string;
  readonly noRowsInRows: string;
  readonly field: string;
  readonly name: string;
  readonly key: string;
  readonly rename: (key: string) => string;
  readonly more: string;
  readonly form: string;
  readonly description: string;
  readonly answers: string;
  readonly answersHelp: string;
  readonly noTable: string;
  readonly makeTable: string;
  readonly addColumns: string;
  readonly fills: (table: string) => string;
  readonly drawer: string;
  readonly problems: string;
  readonly noProblems: string;
  readonly noAnswers: string;
  readonly noAnswersHelp: string;
  readonly show: string;
  readonly fill: string;
  readonly sent: string;
  readonly sentRow: (row: number, table: string) => string;
  readonly again: string;
  readonly openTable: string;
  readonly notKept: string;
  readonly whatWasSent: string;
  readonly previewSent: string;
  readonly find: string;
  readonly palette: string;
  readonly found: (count: number) => string;
  readonly nothing: (query: string) => string;
  readonly hint: string;
  readonly unknownKind: (kind: string) => string;
  readonly unknownKindHelp: string;
}

export const formEditorWords: Words<FormEditorWords> = {
  en: {
    page: 'Page of the form',
    empty: 'What do you want to ask?',
    emptyHelp: 'Drag a field here from the left, or click one to add it.',
    preview: 'Preview',
    previewHelp: 'You can fill it in; nothing is kept.',
    hidePreview: 'Hide the preview',
    showPreview: 'Show the preview',
    handle: (label) => `Move ${label}`,
    up: 'Up',
    down: 'Down',
    top: 'To the top',
    bottom: 'To the bottom',
    into: (label) => `Into ${label}`,
    out: 'Out of its group',
    duplicate: 'Duplicate',
    remove: 'Delete',
    required: 'required',
    sometimes: 'sometimes required',
    when: (formula) => `Only when ${formula}`,
    startsWith: (formula) => `Starts as ${formula}`,
    nothingInside: 'Nothing inside yet. Drag fields here.',
    keys: 'Arrows walk, Alt and arrows move, Enter opens the panel, Delete deletes.',
    added: (label) => `${label} added`,
    removed: (label) => `${label} deleted`,
    moved: (label, place, of, within) =>
      within === null ? `${label} moved to ${place} of ${of}` : `${label} moved to ${place} of ${of} in ${within}`,
    cannotMove: (label) => `${label} cannot go further there`,
    noRowsInRows: 'A repeat cannot stand in another repeat.',
    field: 'Field',
    name: 'Question',
    key: 'Key',
    rename: (key) => `Key ${key}: change it`,
    more: 'More',
    form: 'Form',
    description: 'Introduction',
    answers: 'Answers',
    answersHelp: 'Each accepted answer becomes a row.',
    noTable: 'The answers go nowhere yet.',
    makeTable: 'Make a table for the answers',
    addColumns: 'Add the missing columns',
    fills: (table) => `Fills ${table}`,
    drawer: 'Answers and problems',
    problems: 'Problems',
    noProblems: 'No problems. The form can be filled in.',
    noAnswers: 'No answers yet',
    noAnswersHelp: 'Make a table for the answers, then fill in the form.',
    show: 'Show',
    fill: 'Fill in',
    sent: 'Saved',
    sentRow: (row, table) => `Row ${row} of ${table}`,
    again: 'Fill in another',
    openTable: 'Open the table',
    notKept: 'The answer could not be kept. Nothing you typed is lost: try again.',
    whatWasSent: 'What was saved',
    previewSent: 'This answer would be accepted. In the preview nothing is kept.',
    find: 'Add a field',
    palette: 'Fields that can be added',
    found: (count) => (count === 1 ? '1 field found' : `${count} fields found`),
    nothing: (query) => `No field is called “${query}”.`,
    hint: 'Enter adds it after the selected field; dragging puts it where the line shows.',
    unknownKind: (kind) => `“${kind}” is not known here`,
    unknownKindHelp: 'This field was made with a newer version. It is kept as it is.',
  },
  'zh-CN': {
    page: '表单页面',
    empty: '想问些什么？',
    emptyHelp: '从左侧拖入字段，或点击字段添加。',
    preview: '预览',
    previewHelp: '可直接填写，不会保存。',
    hidePreview: '隐藏预览',
    showPreview: '显示预览',
    handle: (label) => `移动${label}`,
    up: '上移',
    down: '下移',
    top: '移到最前',
    bottom: '移到最后',
    into: (label) => `放入${label}`,
    out: '移出所在分组',
    duplicate: '复制',
    remove: '删除',
    required: '必填',
    sometimes: '有条件必填',
    when: (formula) => `仅当 ${formula}`,
    startsWith: (formula) => `初始为 ${formula}`,
    nothingInside: '里面还没有内容，可将字段拖到这里。',
    keys: '方向键移动焦点，Alt 加方向键移动字段，回车打开面板，Delete 删除。',
    added: (label) => `已添加${label}`,
    removed: (label) => `已删除${label}`,
    moved: (label, place, of, within) =>
      within === null
        ? `${label}已移到第 ${place} 位，共 ${of} 位`
        : `${label}已移到${within}中第 ${place} 位，共 ${of} 位`,
    cannotMove: (label) => `${label}不能再往那边移动`,
    noRowsInRows: '重复行不能放在另一个重复行里。',
    field: '字段',
    name: '问题',
    key: '名称',
    rename: (key) => `名称 ${key}：修改`,
    more: '更多',
    form: '表单',
    description: '说明',
    answers: '回答',
    answersHelp: '每份通过的回答成为一行。',
    noTable: '回答尚无去处。',
    makeTable: '为回答新建数据表',
    addColumns: '补上缺少的列',
    fills: (table) => `写入${table}`,
    drawer: '回答与问题',
    problems: '问题',
    noProblems: '没有问题，可以填写。',
    noAnswers: '还没有回答',
    noAnswersHelp: '请先为回答新建数据表，然后填写表单。',
    show: '查看',
    fill: '填写',
    sent: '已保存',
    sentRow: (row, table) => `${table}第 ${row} 行`,
    again: '再填一份',
    openTable: '打开数据表',
    notKept: '回答未能保存。您填写的内容没有丢失，请重试。',
    whatWasSent: '已保存的内容',
    previewSent: '这份回答可以通过。预览中不会保存。',
    find: '添加字段',
    palette: '可添加的字段',
    found: (count) => `找到 ${count} 个字段`,
    nothing: (query) => `没有名为“${query}”的字段。`,
    hint: '按回车添加到所选字段之后；拖动时放到横线所示位置。',
    unknownKind: (kind) => `无法识别“${kind}”`,
    unknownKindHelp: '该字段由更新的版本创建，已原样保留。',
  },
};

/** Names of undo steps. */
export const formSteps = {
  add: { en: 'Add a field', 'zh-CN': '添加字段' },
  remove: { en: 'Delete a field', 'zh-CN': '删除字段' },
  move: { en: 'Move a field', 'zh-CN': '移动字段' },
  duplicate: { en: 'Duplicate a field', 'zh-CN': '复制字段' },
  name: { en: 'Rename a field', 'zh-CN': '重命名字段' },
  form: { en: 'Change the form', 'zh-CN': '修改表单' },
  answers: { en: 'Make room for answers', 'zh-CN': '为回答准备数据表' },
  send: { en: 'An answer', 'zh-CN': '一份回答' },
  fix: { en: 'Fix a problem', 'zh-CN': '修复问题' },
} as const satisfies Record<string, Bilingual>;
