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
};

export function templateTexts(slug: string, language: Language): TemplateTexts | undefined {
  return texts[slug]?.[language];
}
