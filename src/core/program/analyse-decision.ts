/**
 * What a decision table leaves open and where its rules meet, found on its conditions alone, without data: regions that no rule covers, pairs of rules
 * that match the same rows, rules that never decide. Exact for conditions that compare one thing with constants (`x >= 10`, ranges by AND, choices by
 * OR, NOT, texts by `=` and `<>`, booleans); others are taken as something that may hold or not. Blanks stand with 0, "" and FALSE, as in comparisons.
 */
import type { Value } from '../data/value.ts';
import { regionsOf, type DecisionRegions, type Part, type Subject } from './decision-regions.ts';
import type { Deciding } from './judging-steps.ts';
import { rulesInOrder } from './rule-order.ts';

/** One of the conditions that together make a region. */
export interface Limit {
  /** The column's or parameter's key, or the formula's text. */
  readonly subject: string;
  readonly set: LimitSet;
}

export type LimitSet =
  /** null: without an end. */
  | {
      readonly of: 'numbers';
      readonly from: number | null;
      readonly fromIn: boolean;
      readonly to: number | null;
      readonly toIn: boolean;
    }
  | { readonly of: 'texts'; readonly texts: readonly string[] }
  | { readonly of: 'other-texts'; readonly except: readonly string[] }
  | { readonly of: 'truth'; readonly is: boolean };

export interface Found {
  /** What is not named may be anything. */
  readonly limits: readonly Limit[];
  /** A value of every subject, inside the region. */
  readonly witness: Readonly<Record<string, Value>>;
  /** False where formulas are limited: whether they can come to this together is not known. */
  readonly certain: boolean;
}

export interface DecisionAnalysis {
  readonly gaps: readonly Found[];
  readonly overlaps: readonly (Found & { readonly rules: readonly [number, number] })[];
  /** Rules that never decide: their own conditions exclude each other, or rules asked before them always match (`first`, `priority`). */
  readonly hidden: readonly number[];
  /** Conditions that were not understood. */
  readonly opaque: DecisionRegions['opaque'];
  /** False where there was too much to look at: more may be open or hidden. */
  readonly complete: boolean;
}

/** Regions looked at, and findings told, at most. */
const MOST_LOOKED_AT = 20_000;
const MOST_TOLD = 200;

/** `parameters`: values of those that conditions compare with; others are subjects of their own. */
export function analyseDecision(
  step: Pick<Deciding, 'hit' | 'rules' | 'out'>,
  parameters: Readonly<Record<string, Value>> = {},
): DecisionAnalysis {
  const regions = regionsOf(step.rules, parameters);
  const search = new Search(regions);
  const everywhere = regions.subjects.map((subject) => subject.parts.map(() => true));
  const possible = step.rules.map((_, rule) => isPossible(regions, rule));
  const covering = step.rules.map((_, rule) => rule).filter((rule) => possible[rule]);

  const gaps: Found[] = [];
  search.uncovered(covering, everywhere, (path) => {
    gaps.push(...foundIn(regions.subjects, path, everywhere));
    return gaps.length < MOST_TOLD;
  });

  const overlaps: (Found & { readonly rules: readonly [number, number] })[] = [];
  let told = true;
  for (const a of covering) {
    for (const b of covering) {
      if (b <= a) continue;
      const both = everywhere.map((parts, subject) =>
        parts.map((_, part) => isAllowed(regions, a, subject, part) && isAllowed(regions, b, subject, part)),
      );
      if (!both.every((parts) => parts.includes(true))) continue;
      const [found] = foundIn(regions.subjects, both, everywhere);
      if (overlaps.length === MOST_TOLD) told = false;
      else if (found) overlaps.push({ rules: [a, b], ...found });
    }
  }

  const hidden = step.rules.map((_, rule) => rule).filter((rule) => !possible[rule]);
  if (step.hit === 'first' || step.hit === 'priority') {
    const before: number[] = [];
    for (const rule of rulesInOrder(step)) {
      if (!possible[rule]) continue;
      const own = everywhere.map((parts, subject) => parts.map((_, part) => isAllowed(regions, rule, subject, part)));
      let reached = false;
      const looked = search.uncovered(before, own, () => {
        reached = true;
        return false;
      });
      if (!reached && looked) hidden.push(rule);
      before.push(rule);
    }
  }
  return {
    gaps: gaps.slice(0, MOST_TOLD),
    overlaps,
    hidden: hidden.sort((a, b) => a - b),
    opaque: regions.opaque,
    complete: search.complete && told && gaps.length < MOST_TOLD,
  };
}

function isPossible({ allowed }: DecisionRegions, rule: number): boolean {
  return (allowed[rule] ?? []).every((parts) => parts.includes(true));
}

function isAllowed({ allowed }: DecisionRegions, rule: number, subject: number, part: number): boolean {
  return allowed[rule]?.[subject]?.[part] === true;
}

type Chosen = readonly (readonly boolean[])[];

/** Looks for regions that no rule covers, subject after subject; parts that leave the same rules are one. */
class Search {
  readonly #regions: DecisionRegions;
  #looked = 0;
  complete = true;

  constructor(regions: DecisionRegions) {
    this.#regions = regions;
  }

  /** Tells every region inside `within` until `tell` answers false. Answers whether all of it was looked at. */
  uncovered(rules: readonly number[], within: Chosen, tell: (path: Chosen) => boolean): boolean {
    this.#looked = 0;
    const closed = new Set<string>();
    const verdict = this.#look(rules, within, 0, [], closed, tell);
    if (verdict === 'gave-up') this.complete = false;
    return verdict !== 'gave-up';
  }

  #look(
    live: readonly number[],
    within: Chosen,
    level: number,
    path: Chosen,
    closed: Set<string>,
    tell: (path: Chosen) => boolean,
  ): 'covered' | 'open' | 'stopped' | 'gave-up' {
    if (live.length === 0) {
      return tell([...path, ...within.slice(level)]) ? 'open' : 'stopped';
    }
    if (live.some((rule) => this.#coversRest(rule, within, level))) return 'covered';
    const name = `${level}:${live.join(',')}`;
    if (closed.has(name)) return 'covered';
    if (++this.#looked > MOST_LOOKED_AT) return 'gave-up';
    const groups = new Map<string, { readonly rules: readonly number[]; readonly parts: boolean[] }>();
    const parts = within[level] ?? [];
    parts.forEach((may, part) => {
      if (!may) return;
      const rules = live.filter((rule) => isAllowed(this.#regions, rule, level, part));
      const key = rules.join(',');
      const group = groups.get(key) ?? { rules, parts: parts.map(() => false) };
      group.parts[part] = true;
      groups.set(key, group);
    });
    let open = false;
    for (const group of groups.values()) {
      const verdict = this.#look(group.rules, within, level + 1, [...path, group.parts], closed, tell);
      if (verdict === 'stopped' || verdict === 'gave-up') return verdict;
      if (verdict === 'open') open = true;
    }
    if (!open) closed.add(name);
    return open ? 'open' : 'covered';
  }

  #coversRest(rule: number, within: Chosen, level: number): boolean {
    return within
      .slice(level)
      .every((parts, i) => parts.every((may, part) => !may || isAllowed(this.#regions, rule, level + i, part)));
  }
}

/** A set of parts for each subject as regions: numbers that do not hang together make several. */
function foundIn(subjects: readonly Subject[], chosen: Chosen, everywhere: Chosen): readonly Found[] {
  let made: readonly { readonly limits: readonly Limit[]; readonly parts: readonly number[]; certain: boolean }[] = [
    { limits: [], parts: [], certain: true },
  ];
  subjects.forEach((subject, at) => {
    const own = chosen[at] ?? [];
    const free = own.every((may, part) => may === everywhere[at]?.[part]);
    const runs = free ? [own] : runsOf(subject, own);
    const more = made.flatMap((so) =>
      runs.map((run) => ({
        limits: free ? so.limits : [...so.limits, { subject: subject.name, set: limitOf(subject.parts, run) }],
        parts: [...so.parts, run.indexOf(true)],
        certain: so.certain && (free || subject.plain),
      })),
    );
    made = more.slice(0, MOST_TOLD);
  });
  return made.map(({ limits, parts, certain }) => ({
    limits,
    witness: Object.fromEntries(subjects.map(({ name, values }, at) => [name, values[parts[at] ?? 0] ?? null])),
    certain,
  }));
}

function runsOf({ parts }: Subject, chosen: readonly boolean[]): readonly (readonly boolean[])[] {
  const [first] = parts;
  if (!first || (first.of !== 'between' && first.of !== 'number')) return [chosen];
  const runs: boolean[][] = [];
  chosen.forEach((may, part) => {
    if (!may) return;
    if (!chosen[part - 1]) runs.push(chosen.map(() => false));
    (runs.at(-1) as boolean[])[part] = true;
  });
  return runs;
}

function limitOf(parts: readonly Part[], run: readonly boolean[]): LimitSet {
  const own = parts.filter((_, part) => run[part]);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) throw new Error('a region without a part');
  switch (first.of) {
    case 'between':
    case 'number':
      return {
        of: 'numbers',
        from: first.of === 'number' ? first.at : first.from,
        fromIn: first.of === 'number',
        to: last.of === 'number' ? last.at : last.of === 'between' ? last.to : null,
        toIn: last.of === 'number',
      };
    case 'truth':
      return { of: 'truth', is: first.is };
    case 'text':
    case 'other-texts': {
      const texts = own.flatMap((part) => (part.of === 'text' ? [part.text] : []));
      if (last.of !== 'other-texts') return { of: 'texts', texts };
      return { of: 'other-texts', except: last.except.filter((text) => !texts.includes(text)) };
    }
  }
}
