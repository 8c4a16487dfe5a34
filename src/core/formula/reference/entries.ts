/** Everything the reference holds, in the order in which it is listed: chapters, functions by group, recipes by topic. */
import type { Bilingual } from '../../problem/problem.ts';
import { chapters } from './chapters/chapters.ts';
import type { Block, Chapter } from './chapters/chapter.ts';
import { functionEntries, groupNames, type FunctionEntry } from './function-entries.ts';
import type { Example } from './example.ts';
import { recipes, topicNames } from './recipes/recipes.ts';
import type { Recipe } from './recipes/recipe.ts';

export type Entry = FunctionEntry | Chapter | Recipe;

export interface Section {
  readonly id: string;
  readonly title: Bilingual;
  readonly entries: readonly Entry[];
}

const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as K[];

/** Sales first: what is ours is least known. */
const groups = ['sales', ...keysOf(groupNames).filter((group) => group !== 'sales')] as const;

export const sections: readonly Section[] = [
  { id: 'chapters', title: { en: 'The language', 'zh-CN': '语言' }, entries: chapters },
  ...keysOf(topicNames).map((topic) => ({
    id: `recipes-${topic}`,
    title: topicNames[topic],
    entries: recipes.filter((recipe) => recipe.topic === topic),
  })),
  ...groups.map((group) => ({
    id: `functions-${group}`,
    title: groupNames[group],
    entries: functionEntries.filter((entry) => entry.group === group),
  })),
];

export const entries: readonly Entry[] = sections.flatMap((section) => section.entries);

const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** The entry of an id (`function/SUMIFS`, `chapter/criteria`, `recipe/rfm`); function names in any case. */
export function entryOf(id: string): Entry | undefined {
  const [kind, ...rest] = id.split('/');
  const name = rest.join('/');
  return byId.get(kind === 'function' ? `function/${name.toUpperCase()}` : id);
}

/** What an entry is called. */
export function titleOf(entry: Entry): Bilingual {
  return entry.kind === 'function' ? { en: entry.name, 'zh-CN': entry.name } : entry.title;
}

/** One line: what it is about. */
export function summaryOf(entry: Entry): Bilingual {
  if (entry.kind === 'function') return entry.help;
  return entry.kind === 'chapter' ? entry.summary : entry.purpose;
}

const exampleIn = (block: Block): readonly Example[] => (block.kind === 'example' ? [block.example] : []);

/** All examples of an entry. */
export function examplesOf(entry: Entry): readonly Example[] {
  return entry.kind === 'chapter' ? entry.blocks.flatMap(exampleIn) : [entry.example];
}

/** Whether a formula calls a function: by its name before a bracket. */
function calls(formula: string, name: string): boolean {
  const at = formula.toUpperCase().indexOf(`${name}(`);
  return at >= 0 && !/[\p{L}\p{N}_.]/u.test(formula[at - 1] ?? ' ');
}

/** Recipes that use a function, in order. */
export function recipesWith(name: string): readonly Recipe[] {
  return recipes.filter((recipe) => calls(recipe.example.formula, name));
}

/** Functions that a recipe uses. */
export function functionsIn({ example }: Recipe): readonly FunctionEntry[] {
  return functionEntries.filter((entry) => calls(example.formula, entry.name));
}
