/** What can go wrong with keeping things, as answers with words: never an exception a screen must guess at. */
import type { Bilingual, Language } from '#core/problem/problem.ts';

export type StoreProblemCode =
  | 'store.full'
  | 'store.blocked'
  | 'store.newer'
  | 'store.replaced'
  | 'store.unavailable'
  | 'store.may-be-cleared'
  | 'store.not-found'
  | 'store.taken'
  | 'store.damaged'
  | 'store.unreadable'
  | 'store.failed';

export interface StoreProblem {
  readonly code: StoreProblemCode;
  /** What the browser said, for people who help. */
  readonly detail: string;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: StoreProblem };

export function answer<T>(value: T): Answer<T> {
  return { ok: true, value };
}
export function failure(code: StoreProblemCode, detail = ''): { readonly ok: false; readonly problem: StoreProblem } {
  return { ok: false, problem: { code, detail } };
}

const words: { readonly [C in StoreProblemCode]: Bilingual } = {
  'store.full': {
    en: 'This browser has no room left, so the last changes are only in this window. Download the project now, then delete projects you no longer need.',
    'zh-CN': '浏览器空间已满，最近的更改只在当前窗口中。请立即下载项目，再删除不需要的项目。',
  },
  'store.blocked': {
    en: 'Another tab holds an older Saleswright open. Close the other Saleswright tabs; this one then continues by itself.',
    'zh-CN': '另一个标签页打开着旧版 Saleswright。请关闭其他 Saleswright 标签页，当前页会自动继续。',
  },
  'store.newer': {
    en: 'What is stored here was written by a newer Saleswright. Reload the page to get it.',
    'zh-CN': '此处的数据由更新版本的 Saleswright 写入。请刷新页面获取新版本。',
  },
  'store.replaced': {
    en: 'A newer Saleswright was opened in another tab. Reload this page to go on; download the project first if the last change is not yet saved.',
    'zh-CN': '另一个标签页打开了更新版本的 Saleswright。请刷新本页继续；如最近的更改尚未保存，请先下载项目。',
  },
  'store.unavailable': {
    en: 'This browser does not let Saleswright keep anything here (private window, or site data switched off). You can work, but download the project before you close the window.',
    'zh-CN': '浏览器不允许在此保存数据（无痕窗口，或已关闭网站数据）。可以继续使用，但关闭窗口前请下载项目。',
  },
  'store.may-be-cleared': {
    en: 'The browser may clear this data when the disk is nearly full. Download a copy of important projects from time to time.',
    'zh-CN': '磁盘快满时浏览器可能清除这些数据。请不时下载重要项目的副本。',
  },
  'store.not-found': {
    en: 'This project is no longer in this browser. It may have been deleted in another tab; look in the bin.',
    'zh-CN': '此浏览器中已没有这个项目。可能已在另一个标签页删除；请到回收站查看。',
  },
  'store.taken': {
    en: 'A project with this id is already here. Import it as a copy.',
    'zh-CN': '已有相同 id 的项目。请作为副本导入。',
  },
  'store.damaged': {
    en: 'Some stored rows cannot be read. Import the table’s file again; the rest of the project is unharmed.',
    'zh-CN': '部分已存的数据行无法读取。请重新导入该表的文件；项目其余部分不受影响。',
  },
  'store.unreadable': {
    en: 'The stored project cannot be read. Download it as it is and send it to whoever helps you; nothing was deleted.',
    'zh-CN': '存储的项目无法读取。请按原样下载并交给协助您的人；没有删除任何内容。',
  },
  'store.failed': {
    en: 'The last changes could not be saved, and are only in this window. They are tried again with the next change; download the project to be safe.',
    'zh-CN': '最近的更改未能保存，只在当前窗口中。下次更改时会重试；为安全起见请下载项目。',
  },
};

export function sayStoreProblem(problem: StoreProblem, language: Language): string {
  return words[problem.code][language];
}

/** The names of everything that went wrong inside: Dexie wraps what the browser threw. */
function namesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner } = error as { readonly name?: unknown; readonly inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...(inner === error ? [] : namesOf(inner))];
}

/** What an exception of the database means to people. */
export function storeProblem(error: unknown): StoreProblem {
  const names = namesOf(error);
  const has = (...some: string[]): boolean => some.some((name) => names.includes(name));
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (has('QuotaExceededError')) return { code: 'store.full', detail };
  if (has('VersionError')) return { code: 'store.newer', detail };
  if (has('MissingAPIError', 'SecurityError', 'InvalidStateError')) return { code: 'store.unavailable', detail };
  if (has('DatabaseClosedError')) return { code: 'store.replaced', detail };
  return { code: 'store.failed', detail };
}

/** Whether adding met a key that is taken: another tab was first. */
export function isTaken(error: unknown): boolean {
  const failures = (error as { readonly failures?: readonly unknown[] } | null)?.failures ?? [];
  return [error, ...failures].some((one) => namesOf(one).includes('ConstraintError'));
}
