/** What is wrong with a design before it runs, by its family. A family without a compiler has nothing to say. */
import type { Catalog } from '../contracts/catalog.ts';
import type { Problem } from '../problem/problem.ts';
import type { Design, Project } from '../project/project.ts';
import { compile } from './compile.ts';
import { compileForm } from './compile-form.ts';
import { compileJourney } from './compile-journey.ts';

type Find = (project: Project, catalog: Catalog, design: string) => readonly Problem[];

const findIn: { readonly [K in Design['kind']]?: Find } = {
  plan: (project, catalog, design) => compile(project, catalog, design).problems,
  scorecard: (project, catalog, design) => compile(project, catalog, design).problems,
  decision: (project, catalog, design) => compile(project, catalog, design).problems,
  form: (project, catalog, design) => compileForm(project, catalog, design).problems,
  journey: (project, catalog, design) => compileJourney(project, catalog, design).problems,
};

export function problemsOfDesign(project: Project, catalog: Catalog, design: Design): readonly Problem[] {
  return findIn[design.kind]?.(project, catalog, design.id) ?? [];
}
