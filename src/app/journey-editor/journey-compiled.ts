/** Journeys compiled once for each state they are in: every screen that asks gets the same object. */
import type { CompiledJourney } from '#core/compile/compiled-journey.ts';
import { compileJourney } from '#core/compile/compile-journey.ts';
import type { Catalog } from '#core/contracts/catalog.ts';
import type { JourneyDesign, Project } from '#core/project/project.ts';

interface Kept {
  readonly tables: Project['tables'];
  readonly parameters: Project['parameters'];
  readonly compiled: CompiledJourney;
}
const kept = new WeakMap<JourneyDesign, Kept>();

export function compiledJourney(project: Project, catalog: Catalog, design: JourneyDesign): CompiledJourney {
  const before = kept.get(design);
  if (before && before.tables === project.tables && before.parameters === project.parameters) return before.compiled;
  const compiled = compileJourney(project, catalog, design.id);
  kept.set(design, { tables: project.tables, parameters: project.parameters, compiled });
  return compiled;
}
