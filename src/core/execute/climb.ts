/** Climbs a hierarchy of dated links from every person, level by level. On any day one person stands above another once: at the nearest level. */
import type { StepId } from '../program/table-program.ts';
import type { Work } from './operation.ts';

/** People are numbers below `people`; links are rows; -1: no one. Days are half-open, infinite where open; null: links hold always. */
export interface Hierarchy {
  readonly people: number;
  readonly children: Int32Array;
  readonly parents: Int32Array;
  readonly from: Float64Array | null;
  readonly to: Float64Array | null;
}

/** One row for each way up: who, who is above, how many levels, and when. */
export interface Paths {
  readonly person: Int32Array;
  readonly above: Int32Array;
  readonly level: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The last link of the way; -1 for oneself. */
  readonly link: Int32Array;
  /** The row of the way without its last link; -1: none. */
  readonly before: Int32Array;
  /** Each circle once, as the people along it. */
  readonly circles: readonly (readonly number[])[];
}

interface Way {
  readonly above: number;
  readonly level: number;
  readonly from: number;
  readonly to: number;
  readonly link: number;
  readonly before: number;
  readonly below: Way | null;
}

const SLICE = 1 << 14;

export function* climb(step: StepId, hierarchy: Hierarchy, includeSelf: boolean, maxLevel: number | null): Work<Paths> {
  const linksOf = linksByChild(hierarchy);
  const ways: Way[] = [];
  const people: number[] = [];
  const circles = new Map<string, readonly number[]>();
  let steps = 0;
  for (let person = 0; person < hierarchy.people; person++) {
    /** Days on which someone already stands above this person. */
    const taken = new Map<number, (readonly [number, number])[]>();
    const keep = (way: Way): number => {
      people.push(person);
      return ways.push(way) - 1;
    };
    const self: Way = { above: person, level: 0, from: -Infinity, to: Infinity, link: -1, before: -1, below: null };
    let frontier: { way: Way; row: number }[] = [{ way: self, row: includeSelf ? keep(self) : -1 }];
    for (let level = 1; frontier.length > 0 && (maxLevel === null || level <= maxLevel); level++) {
      const next: typeof frontier = [];
      for (const { way, row } of frontier) {
        for (const link of linksOf[way.above] ?? []) {
          if (++steps % SLICE === 0) yield { step, rows: ways.length };
          const above = hierarchy.parents[link] as number;
          const from = Math.max(way.from, hierarchy.from?.[link] ?? -Infinity);
          const to = Math.min(way.to, hierarchy.to?.[link] ?? Infinity);
          if (above < 0 || from >= to) continue;
          if (above === person) {
            noteCircle(circles, way, person);
            continue;
          }
          for (const [start, end] of without(from, to, taken.get(above) ?? [])) {
            const higher: Way = { above, level, from: start, to: end, link, before: row, below: way };
            next.push({ way: higher, row: keep(higher) });
            const days = taken.get(above);
            if (days) days.push([start, end]);
            else taken.set(above, [[start, end]]);
          }
        }
      }
      frontier = next;
    }
  }
  return {
    person: Int32Array.from(people),
    above: Int32Array.from(ways, (way) => way.above),
    level: Int32Array.from(ways, (way) => way.level),
    from: Float64Array.from(ways, (way) => way.from),
    to: Float64Array.from(ways, (way) => way.to),
    link: Int32Array.from(ways, (way) => way.link),
    before: Int32Array.from(ways, (way) => way.before),
    circles: [...circles.values()],
  };
}

function linksByChild({ people, children }: Hierarchy): readonly (readonly number[])[] {
  const links: number[][] = Array.from({ length: people }, () => []);
  children.forEach((child, link) => {
    if (child >= 0) links[child]?.push(link);
  });
  return links;
}

/** The parts of `[from, to)` outside all of `taken`, in order. */
function without(from: number, to: number, taken: readonly (readonly [number, number])[]): [number, number][] {
  let free: [number, number][] = [[from, to]];
  for (const [start, end] of taken) {
    free = free.flatMap(([low, high]): [number, number][] => {
      if (end <= low || start >= high) return [[low, high]];
      const parts: [number, number][] = [];
      if (low < start) parts.push([low, start]);
      if (end < high) parts.push([end, high]);
      return parts;
    });
  }
  return free;
}

/** The same circle is met from each of its people: it is kept from the first of them. */
function noteCircle(circles: Map<string, readonly number[]>, way: Way, person: number): void {
  const people: number[] = [];
  for (let at: Way | null = way; at; at = at.below) people.unshift(at.above);
  const start = people.indexOf(Math.min(...people));
  const turned = [...people.slice(start), ...people.slice(0, start)];
  if (people[0] !== person) throw new Error('a way up begins at its person');
  const name = turned.join(' ');
  if (!circles.has(name)) circles.set(name, turned);
}
