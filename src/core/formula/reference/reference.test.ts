import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isError, type Value } from '../../data/value.ts';
import { hasErrors } from '../../problem/problem.ts';
import { functions } from '../functions/registry.ts';
import { LET } from '../syntax.ts';
import { chapters } from './chapters/chapters.ts';
import { differences } from './chapters/differences.ts';
import { entries, entryOf, examplesOf, functionsIn, recipesWith, sections, summaryOf, titleOf } from './entries.ts';
import { nothingAround, type Example } from './example.ts';
import { findEntries } from './find-entries.ts';
import { functionEntries } from './function-entries.ts';
import { noted } from './notes/function-notes.ts';
import { printReference } from './print-reference.ts';
import { recipes } from './recipes/recipes.ts';
import { runExample } from './run-example.ts';

function same(actual: Value, wanted: Value): boolean {
  if (typeof actual === 'number' && typeof wanted === 'number')
    return Math.abs(actual - wanted) <= Math.max(1e-12, Math.abs(wanted) * 1e-12);
  if (isError(actual) && isError(wanted)) return actual.error === wanted.error;
  return actual === wanted;
}

function expectItsValues({ formula, sample = nothingAround, values }: Example): void {
  const ran = runExample(formula, sample);
  expect(hasErrors(ran.problems), `${formula}: ${ran.problems.map((one) => one.code).join(', ')}`).toBe(false);
  const all = ran.values.length === values.length && ran.values.every((value, at) => same(value, values[at] ?? null));
  expect(all, `${formula} gives ${JSON.stringify(ran.values)}, not ${JSON.stringify(values)}`).toBe(true);
}

describe('the reference', () => {
  test('every function of the language has an entry, with a note and functions it is related to', () => {
    const names = [...functions.map((spec) => spec.name), LET];
    expect(functionEntries.map((entry) => entry.name).sort()).toEqual([...names].sort());
    expect([...noted].sort()).toEqual([...names].sort());
    for (const entry of functionEntries) {
      expect(entry.related.length, entry.name).toBeGreaterThan(0);
      for (const other of entry.related) {
        const id = other.includes('/') ? other : `function/${other}`;
        expect(entryOf(id), `${entry.name} is related to ${other}`).toBeDefined();
        expect(other).not.toBe(entry.name);
      }
    }
  });

  test('the example of every function parses, checks and has its value', () => {
    for (const entry of functionEntries) {
      expect(entry.example.formula).toContain(`${entry.name}(`);
      expectItsValues(entry.example);
    }
  });

  test('every recipe runs on its rows and gives the values it states', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(20);
    for (const recipe of recipes) {
      expectItsValues(recipe.example);
      expect(recipe.example.sample, recipe.id).toBeDefined();
    }
  });

  test('every example of every chapter gives the value it states', () => {
    for (const chapter of chapters) {
      const examples = examplesOf(chapter);
      expect(examples.length, chapter.id).toBeGreaterThan(0);
      examples.forEach(expectItsValues);
    }
  });

  test('examples are free of warnings, save those that show one', () => {
    const warned = entries.flatMap((entry) =>
      examplesOf(entry).flatMap(({ formula, sample = nothingAround }) =>
        runExample(formula, sample).problems.map((one) => `${formula}: ${one.code}`),
      ),
    );
    const shown = warned.filter((one) => /text-as-number|constant-condition|zero-divisor/.test(one));
    expect(warned).toEqual(shown);
  });

  test('everything is said in both languages', () => {
    const missing: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('en' in value || 'zh-CN' in value) {
        const { en, 'zh-CN': zh } = value as { en?: unknown; 'zh-CN'?: unknown };
        if (typeof en !== 'string' || en.trim() === '' || typeof zh !== 'string' || zh.trim() === '')
          missing.push(path);
        // Sentences must be Chinese; what is typed, names of functions and signs may be the same in both.
        else if (/[a-z]{3,} [a-z]{2,} /.test(en.replace(/`[^`]*`/g, '')) && !/\p{Script=Han}/u.test(zh))
          missing.push(path);
        return;
      }
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(sections, 'sections');
    expect(missing).toEqual([]);
    for (const entry of entries) expect(entry.words, entry.id).toMatch(/\p{Script=Han}/u);
  });

  test('ids are unique and lead to their entries; function names in any case', () => {
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    for (const entry of entries) expect(entryOf(entry.id)).toBe(entry);
    expect(entryOf('function/sumifs')?.id).toBe('function/SUMIFS');
    expect(entryOf('function/NOSUCH')).toBeUndefined();
  });

  test('functions and recipes know each other', () => {
    expect(recipesWith('ALLOCATE').map((recipe) => recipe.id)).toContain('recipe/split-credit');
    // SUM is a part of the names SUMIFS and SUMPRODUCT.
    expect(recipesWith('SUM').every((recipe) => /(^|[^A-Z])SUM\(/.test(recipe.example.formula))).toBe(true);
    for (const recipe of recipes)
      for (const entry of functionsIn(recipe)) expect(recipesWith(entry.name)).toContain(recipe);
  });

  test('the differences from Excel are those of the README, word for word', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rows = readme
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      )
      .slice(2);
    expect(rows).toEqual(differences.map(({ where, why }) => [where[0], why[0]]));
  });

  test('the whole reference can be printed in each language', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const text = printReference(language);
      for (const entry of entries) {
        expect(text).toContain(`### ${titleOf(entry)[language]}\n`);
        expect(text).toContain(summaryOf(entry)[language]);
      }
      expect(text).not.toContain('undefined');
    }
    expect(printReference('en')).toContain('| Bo | 120000 | 3500 |');
  });
});

describe('search in the reference', () => {
  const first = (query: string) => findEntries(entries, query)[0]?.id;
  const among = (query: string) => findEntries(entries, query).map((entry) => entry.id);

  test('finds by English name, the exact one first', () => {
    expect(first('sum')).toBe('function/SUM');
    expect(first('SUMIFS(')).toBe('function/SUMIFS');
    expect(among('ceil').slice(0, 2)).toEqual(['function/CEILING', 'function/CEILING.MATH']);
  });

  test('finds by Chinese help and purpose', () => {
    expect(first('求和')).toBe('function/SUM');
    expect(first('四舍五入')).toBe('function/ROUND');
    expect(among('条件求和')).toEqual(['function/SUMIF', 'function/SUMIFS']);
    expect(first('阶梯提成')).toBe('recipe/commission-by-tier');
    expect(among('逾期')[0]).toBe('recipe/days-overdue');
    expect(first('通配符')).toBe('chapter/criteria');
  });

  test('finds Chinese that nobody wrote in one piece', () => {
    expect(among('查找客户总额')).toContain('recipe/customer-total');
    expect(among('天地玄黄')).toEqual([]);
  });

  test('finds by several words and by what a thing is for', () => {
    expect(first('year to date')).toBe('recipe/year-to-date');
    expect(among('working days')).toContain('function/NETWORKDAYS');
    expect(first('distinct')).toBe('function/COUNTUNIQUE');
    expect(among('cap')).toContain('recipe/cap-and-floor');
    expect(among('zzz')).toEqual([]);
    expect(among('  ')).toEqual([]);
  });
});
