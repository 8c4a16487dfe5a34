/** All recipes, by topic. */
import type { Bilingual } from '../../../problem/problem.ts';
import { customerRecipes } from './customers.ts';
import { dealRecipes } from './deals.ts';
import { payRecipes } from './pay.ts';
import { teamRecipes } from './teams.ts';
import type { Recipe, Topic } from './recipe.ts';

export const recipes: readonly Recipe[] = [...payRecipes, ...dealRecipes, ...customerRecipes, ...teamRecipes];

export const topicNames: { readonly [T in Topic]: Bilingual } = {
  pay: { en: 'Recipes: pay', 'zh-CN': '示例：薪酬' },
  deals: { en: 'Recipes: deals and money', 'zh-CN': '示例：订单与账款' },
  customers: { en: 'Recipes: customers', 'zh-CN': '示例：客户' },
  teams: { en: 'Recipes: teams and time', 'zh-CN': '示例：团队与时间' },
};
