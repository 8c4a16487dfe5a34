/** What the library shows of this browser and of the templates. It comes right after the first paint: with it come the store, the kinds and the compiler. */
import { useEffect, useState } from 'react';
import { catalog } from '#kinds/catalog.ts';
import type { ProjectEntry } from '#store/workspace.ts';
import { theWorkspace } from '../workbench/workspace.ts';
import type { ProjectShown, SampleShown, TemplateShown } from './library-props.ts';
import { smallPicture } from './small-picture.ts';
import { useTemplates } from './use-templates.ts';

export interface Fed {
  readonly sample: SampleShown | undefined;
  readonly templates: readonly TemplateShown[];
  /** Undefined until they are known. */
  readonly projects: readonly ProjectShown[] | undefined;
}

export function LibraryFeed({ onFed }: { readonly onFed: (fed: Fed) => void }) {
  const projects = useProjects();
  const { sample, templates } = useTemplates();
  useEffect(() => onFed({ sample, templates, projects }), [onFed, sample, templates, projects]);
  return null;
}

/** A list entry as the cards show it. */
export function projectShown(entry: ProjectEntry): ProjectShown {
  const { id, name, updated, counts, thumbnail } = entry;
  return {
    id,
    name,
    updated,
    tables: counts.tables,
    rows: counts.rows,
    designs: counts.designs,
    picture: smallPicture(thumbnail, catalog),
  };
}

function useProjects(): readonly ProjectShown[] | undefined {
  const [projects, setProjects] = useState<readonly ProjectShown[]>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void theWorkspace().then((workspace) => {
      if (left) return;
      if (!workspace.ok) {
        setProjects([]);
        return;
      }
      const subscription = workspace.value.projects().subscribe((entries) => setProjects(entries.map(projectShown)));
      stop = () => subscription.unsubscribe();
    });
    return () => {
      left = true;
      stop?.();
    };
  }, []);
  return projects;
}
