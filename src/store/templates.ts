/** The projects that come with the product: the one place that looks into `templates/`. Nothing of a template is loaded before it is asked for. */
import { parseProject } from '#core/project/parse-project.ts';
import type { Project } from '#core/project/project.ts';

export interface LoadedTemplate {
  readonly project: Project;
  /** The text of `data/<table key>.csv`, by table key. */
  readonly csv: ReadonlyMap<string, string>;
}

export interface Template {
  /** The folder's name. */
  readonly slug: string;
  /** The document alone, for names and pictures. */
  readonly loadProject: () => Promise<Project>;
  readonly load: () => Promise<LoadedTemplate>;
}

const documents = import.meta.glob<unknown>('/templates/*/project.json', { import: 'default' });
const rows = import.meta.glob<string>('/templates/*/data/*.csv', { query: '?raw', import: 'default' });

/** Every folder of `templates/` with a document, by name. */
export const templates: readonly Template[] = Object.entries(documents).map(([path, read]): Template => {
  const slug = path.split('/').at(-2) ?? path;
  const loadProject = async (): Promise<Project> => {
    const { project, problems } = parseProject(await read());
    if (!project) throw new Error(`The template ${slug} cannot be read: ${problems.map((one) => one.code).join(', ')}`);
    return project;
  };
  const loadRows = async (): Promise<ReadonlyMap<string, string>> => {
    const folder = path.replace(/project\.json$/, 'data/');
    const files = Object.entries(rows).filter(([file]) => file.startsWith(folder));
    const texts = files.map(async ([file, text]) => [file.slice(folder.length, -'.csv'.length), await text()] as const);
    return new Map(await Promise.all(texts));
  };
  return {
    slug,
    loadProject,
    load: async () => {
      const [project, csv] = await Promise.all([loadProject(), loadRows()]);
      return { project, csv };
    },
  };
});
