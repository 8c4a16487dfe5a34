import type { WordsOf } from './words-of.ts';

/** `label`: what the field is called. Numbers and dates of bounds stand as text in each language's own manner (`told`). */
export interface InteractProblems {
  'interact.required': { readonly label: string };
  'interact.not-a-number': { readonly label: string; readonly text: string };
  'interact.not-a-date': { readonly label: string; readonly text: string };
  'interact.not-a-time': { readonly label: string; readonly text: string };
  'interact.not-yes-or-no': { readonly label: string };
  'interact.not-text': { readonly label: string };
  'interact.not-a-choice': { readonly label: string; readonly text: string };
  'interact.cannot-be-read': { readonly label: string };
  'interact.too-long': { readonly label: string; readonly most: number };
  'interact.too-short': { readonly label: string; readonly least: number };
  'interact.too-small': { readonly label: string; readonly least: string };
  'interact.too-large': { readonly label: string; readonly most: string };
  'interact.other-pattern': { readonly label: string; readonly like: string };
  'interact.too-few-rows': { readonly label: string; readonly least: number };
  'interact.too-many-rows': { readonly label: string; readonly most: number };
  'interact.cannot-compute': { readonly label: string; readonly error: string };
  'interact.check': { readonly en: string; readonly zh: string };
  'interact.unknown-field': { readonly field: string };
  'interact.computed-given': { readonly label: string };
  'interact.not-answers': Record<never, never>;
  'interact.not-rows': { readonly label: string };
}

export const interactWords: WordsOf<InteractProblems> = {
  en: {
    'interact.required': (p) => `${p.label}: please fill this in.`,
    'interact.not-a-number': (p) => `${p.label}: “${p.text}” is not a number. Use digits, such as 1,250.50.`,
    'interact.not-a-date': (p) => `${p.label}: “${p.text}” is not a date. Write it as 2026-03-31.`,
    'interact.not-a-time': (p) => `${p.label}: “${p.text}” is not a time. Write it as 14:30.`,
    'interact.not-yes-or-no': (p) => `${p.label}: choose yes or no.`,
    'interact.not-text': (p) => `${p.label}: this must be text.`,
    'interact.not-a-choice': (p) => `${p.label}: “${p.text}” is not one of the choices. Choose one of the list.`,
    'interact.cannot-be-read': (p) => `${p.label}: this kind of answer cannot be read here.`,
    'interact.too-long': (p) => `${p.label}: at most ${p.most} characters, please.`,
    'interact.too-short': (p) => `${p.label}: at least ${p.least} characters, please.`,
    'interact.too-small': (p) => `${p.label}: ${p.least} or more, please.`,
    'interact.too-large': (p) => `${p.label}: ${p.most} or less, please.`,
    'interact.other-pattern': (p) => `${p.label}: this must look like ${p.like}.`,
    'interact.too-few-rows': (p) => `${p.label}: at least ${p.least} ${p.least === 1 ? 'row' : 'rows'}, please.`,
    'interact.too-many-rows': (p) => `${p.label}: at most ${p.most} ${p.most === 1 ? 'row' : 'rows'}, please.`,
    'interact.cannot-compute': (p) =>
      `${p.label} cannot be computed from these answers (${p.error}). Check what it is made of.`,
    'interact.check': (p) => p.en,
    'interact.unknown-field': (p) => `The form has no field “${p.field}”. Its answer was left out.`,
    'interact.computed-given': (p) => `${p.label} is computed by the form. The value that was given was left out.`,
    'interact.not-answers': () => 'This is no set of answers. Give an object with one value for each field.',
    'interact.not-rows': (p) =>
      `${p.label}: this must be a list of rows, each an object with one value for each field.`,
  },
  'zh-CN': {
    'interact.required': (p) => `${p.label}：请填写。`,
    'interact.not-a-number': (p) => `${p.label}：“${p.text}”不是数字，请填写如 1,250.50 的数字。`,
    'interact.not-a-date': (p) => `${p.label}：“${p.text}”不是日期，请按 2026-03-31 的格式填写。`,
    'interact.not-a-time': (p) => `${p.label}：“${p.text}”不是时间，请按 14:30 的格式填写。`,
    'interact.not-yes-or-no': (p) => `${p.label}：请选择是或否。`,
    'interact.not-text': (p) => `${p.label}：此处应为文字。`,
    'interact.not-a-choice': (p) => `${p.label}：“${p.text}”不在选项之中，请从列表中选择。`,
    'interact.cannot-be-read': (p) => `${p.label}：此处无法读取这种回答。`,
    'interact.too-long': (p) => `${p.label}：最多 ${p.most} 个字符。`,
    'interact.too-short': (p) => `${p.label}：至少 ${p.least} 个字符。`,
    'interact.too-small': (p) => `${p.label}：不得小于 ${p.least}。`,
    'interact.too-large': (p) => `${p.label}：不得大于 ${p.most}。`,
    'interact.other-pattern': (p) => `${p.label}：格式应为 ${p.like}。`,
    'interact.too-few-rows': (p) => `${p.label}：至少 ${p.least} 行。`,
    'interact.too-many-rows': (p) => `${p.label}：最多 ${p.most} 行。`,
    'interact.cannot-compute': (p) => `无法根据这些回答计算${p.label}（${p.error}），请检查其来源。`,
    'interact.check': (p) => p.zh,
    'interact.unknown-field': (p) => `表单中没有字段“${p.field}”，其回答未采用。`,
    'interact.computed-given': (p) => `${p.label}由表单计算，所给的值未采用。`,
    'interact.not-answers': () => '这不是一组回答，请给出每个字段一个值的对象。',
    'interact.not-rows': (p) => `${p.label}：此处应为行的列表，每行是每个字段一个值的对象。`,
  },
};
