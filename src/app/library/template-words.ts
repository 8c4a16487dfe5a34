/** Titles of the templates in both languages; a template that is not named here shows its document's own name and description. */
import type { Language } from '#core/problem/problem.ts';

interface TemplateTexts {
  readonly name: string;
  readonly summary: string;
}

const texts: Readonly<Record<string, Readonly<Record<Language, TemplateTexts>>>> = {
  'commission-plan': {
    en: {
      name: 'Quarterly commission',
      summary:
        'Credit splits, attainment, retroactive rate bands, an accelerator and a cap; managers earn on their teams.',
    },
    'zh-CN': {
      name: '季度销售提成',
      summary: '业绩拆分、达成率、追溯阶梯费率、超额加速与封顶；经理按团队业绩计提。',
    },
  },
  'discount-limits': {
    en: {
      name: 'Discount limits',
      summary: 'A decision table says who may grant which discount; gaps and overlaps are found before anybody asks.',
    },
    'zh-CN': { name: '折扣授权', summary: '用决策表规定谁可以批多少折扣；遗漏与重叠在使用前就能发现。' },
  },
  'welcome-journey': {
    en: {
      name: 'Welcome journey',
      summary:
        'New customers are welcomed, reminded and called until they start; try it on 800 of them and ask any one why.',
    },
    'zh-CN': {
      name: '欢迎旅程',
      summary: '对新客户欢迎、提醒、致电，直到开始使用；在 800 位客户上模拟，并追问任何一位的原因。',
    },
  },
  'visit-report': {
    en: {
      name: 'Visit report',
      summary: 'Order lines that add up, questions that show when they matter; each answer becomes rows of two tables.',
    },
    'zh-CN': { name: '拜访报告', summary: '明细自动合计，问题按需显示；每份回答写入两张表。' },
  },
  'rep-scorecard': {
    en: {
      name: 'Rep scorecard',
      summary:
        'Revenue, renewals and customer voice on curves, weighted into a ranking that moves as you drag the weights.',
    },
    'zh-CN': { name: '销售绩效评分', summary: '业绩、续约与客户评价按曲线计分，加权排名；拖动权重，名次即时变化。' },
  },
};

export function templateTexts(slug: string, language: Language): TemplateTexts | undefined {
  return texts[slug]?.[language];
}
