import { projectSchema, type Project } from './project.ts';

/** The document as text: the schema's order of keys whatever made the project, two spaces, a line break at the end. Reads back the same. */
export function printProject(project: Project): string {
  return `${JSON.stringify(projectSchema.parse(project), null, 2)}\n`;
}
