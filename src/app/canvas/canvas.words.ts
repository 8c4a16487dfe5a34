import type { Words } from '#ui/language.tsx';

export interface CanvasWords {
  readonly canvas: string;
  readonly outline: string;
  readonly view: string;
  readonly graph: string;
  readonly node: string;
  readonly edge: string;
  readonly edgeOf: (from: string, to: string) => string;
  readonly rows: (count: string) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly layout: string;
  readonly remove: string;
  readonly duplicate: string;
  readonly connect: string;
  readonly connectFrom: (label: string) => string;
  readonly fits: string;
  readonly fitsNot: string;
  readonly noTarget: string;
  readonly to: (label: string, port: string) => string;
  readonly more: (count: number) => string;
  readonly moved: (label: string) => string;
  readonly selected: (label: string) => string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly reads: string;
  readonly nothing: string;
  readonly legendRows: string;
  readonly legendPeople: string;
  readonly legendNumber: string;
  readonly keys: string;
  readonly unchanged: string;
  readonly close: string;
  /** Of people in a journey. */
  readonly out: string;
  readonly waiting: string;
  readonly failed: string;
}

export const canvasWords: Words<CanvasWords> = {
  en: {
    canvas: 'Canvas',
    outline: 'Outline',
    view: 'How the plan is shown',
    graph: 'Plan',
    node: 'node',
    edge: 'connection',
    edgeOf: (from, to) => `${from} feeds ${to}`,
    rows: (count) => `${count} rows`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to view',
    layout: 'Tidy up',
    remove: 'Delete',
    duplicate: 'Duplicate',
    connect: 'Connect to…',
    connectFrom: (label) => `Connect “${label}” to`,
    fits: 'Fits',
    fitsNot: 'Does not fit',
    noTarget: 'There is no other node to connect to yet. Add one from the palette.',
    to: (label, port) => `${label} · ${port}`,
    more: (count) => `and ${count} more`,
    moved: (label) => `${label} moved`,
    selected: (label) => `${label} selected`,
    empty: 'An empty plan',
    emptyHelp: 'Start with a table: drag one from the left, or press Enter on “Table” in the palette.',
    reads: 'reads',
    nothing: 'nothing yet',
    legendRows: 'rows',
    legendPeople: 'one per person',
    legendNumber: 'number',
    keys: 'Arrow keys walk between nodes, Alt and arrows move one, C connects, Delete removes, Ctrl D duplicates.',
    unchanged: 'unchanged',
    close: 'Close',
    out: 'out',
    waiting: 'waiting',
    failed: 'failed',
  },
  'zh-CN': {
    canvas: '画布',
    outline: '大纲',
    view: '方案的显示方式',
    graph: '方案',
    node: '节点',
    edge: '连线',
    edgeOf: (from, to) => `${from}连接到${to}`,
    rows: (count) => `${count} 行`,
    zoomIn: '放大',
    zoomOut: '缩小',
    fit: '适应窗口',
    layout: '整理布局',
    remove: '删除',
    duplicate: '复制',
    connect: '连接到…',
    connectFrom: (label) => `将“${label}”连接到`,
    fits: '可以连接',
    fitsNot: '不能连接',
    noTarget: '还没有可连接的节点，请先从左侧添加。',
    to: (label, port) => `${label} · ${port}`,
    more: (count) => `另有 ${count} 个`,
    moved: (label) => `已移动${label}`,
    selected: (label) => `已选中${label}`,
    empty: '空白方案',
    emptyHelp: '从一张数据表开始：从左侧拖入，或在节点列表的“数据表”上按回车。',
    reads: '读取',
    nothing: '尚无',
    legendRows: '明细行',
    legendPeople: '每人一值',
    legendNumber: '数值',
    keys: '方向键在节点间移动，Alt 加方向键挪动节点，C 连接，Delete 删除，Ctrl D 复制。',
    unchanged: '无变化',
    close: '关闭',
    out: '已离开',
    waiting: '等待中',
    failed: '失败',
  },
};
