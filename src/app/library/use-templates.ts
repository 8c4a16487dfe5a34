/** The templates that exist, as the library shows them: names and pictures at once, the sample's numbers as soon as they are computed. */
import { useEffect, useMemo, useState } from 'react';
import { isPlan, type Project } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import { summarise } from '#store/project-summary.ts';
import { templates } from '#store/templates.ts';
import { formatHeadline, formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords, type Language } from '#ui/language.tsx';
import type { SampleShown, SmallPicture, TemplateShown } from './library-props.ts';
import { libraryWords } from './library.words.ts';
import { familiesOf, planPicture } from './plan-picture.ts';
import { templateRun, type TemplateRun } from './template-run.ts';
import { templateTexts } from './template-words.ts';
import { smallPicture } from './small-picture.ts';

interface Known {
  readonly slug: string;
  readonly project: Project;
}

export function useTemplates(): {
  readonly sample: SampleShown | undefined;
  readonly templates: readonly TemplateShown[];
} {
  const { language } = useLanguage();
  const say = useWords(libraryWords);
  const known = useDocuments();
  const first = known.find(({ project }) => project.designs.some(isPlan));
  const run = useRun(first?.slug);

  return useMemo(() => {
    const shown = known.map((one) => templateShown(one, language, one === first ? run?.rows : undefined));
    if (!first) return { sample: undefined, templates: shown };
    return { sample: sampleShown(first, run, language, say.rowsOf), templates: shown };
  }, [known, first, run, language, say]);
}

function templateShown({ slug, project }: Known, language: Language, rows: number | undefined): TemplateShown {
  const plans = project.designs.filter(isPlan);
  const texts = templateTexts(slug, language);
  const families = new Map(plans.flatMap((plan) => familiesOf(plan, catalog)).map((one) => [one.family, one]));
  return {
    slug,
    name: texts?.name ?? project.name,
    summary: texts?.summary ?? plans[0]?.header?.description ?? '',
    kinds: [...new Set(project.designs.map((design) => design.kind))],
    tables: project.tables.length,
    rows: rows ?? 0,
    families: [...families.values()],
    picture: pictureOf(project),
  };
}

function pictureOf(project: Project): SmallPicture {
  return smallPicture(summarise(project).thumbnail, catalog);
}

function sampleShown(
  { slug, project }: Known,
  run: TemplateRun | undefined,
  language: Language,
  rowsOf: (rows: string, table: string) => string,
): SampleShown | undefined {
  const plan = project.designs.find(isPlan);
  if (!plan) return undefined;
  const figures = Object.entries(run?.figures ?? {});
  const values = Object.fromEntries(
    figures.map(([node, { value, format }]) => [node, formatHeadline(value, format, language)]),
  );
  const picture = planPicture(plan, { catalog, language, tables: project.tables, values });
  const source = plan.nodes[picture[0]?.key ?? ''];
  const table = project.tables.find((one) => one.key === source?.props['table']);
  const rows = run?.figures[picture[0]?.key ?? '']?.value;
  return {
    slug,
    name: templateTexts(slug, language)?.name ?? project.name,
    rowsText:
      table && typeof rows === 'number' ? rowsOf(formatNumber(rows, undefined, language), table.label) : undefined,
    picture,
  };
}

function useDocuments(): readonly Known[] {
  const [known, setKnown] = useState<readonly Known[]>([]);
  useEffect(() => {
    let left = false;
    const reading = templates.map(async ({ slug, loadProject }) => ({ slug, project: await loadProject() }));
    void Promise.allSettled(reading).then((read) => {
      if (!left) setKnown(read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    });
    return () => {
      left = true;
    };
  }, []);
  return known;
}

function useRun(slug: string | undefined): TemplateRun | undefined {
  const [run, setRun] = useState<{ readonly slug: string; readonly run: TemplateRun | undefined }>();
  useEffect(() => {
    let left = false;
    if (slug !== undefined)
      templateRun(slug).then(
        (done) => {
          if (!left) setRun({ slug, run: done });
        },
        () => undefined, // The picture stays without numbers; opening the sample will say what is wrong.
      );
    return () => {
      left = true;
    };
  }, [slug]);
  return run?.slug === slug ? run?.run : undefined;
}
