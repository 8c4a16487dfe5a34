/** The first screen: the sample, one's own rows, the templates that exist, the projects there are. */
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { useWords } from '#ui/language.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Logo } from '../shell/logo.tsx';
import { usePageActions } from '../shell/page-actions.tsx';
import { PageTools } from '../shell/page-tools.tsx';
import cards from './cards.module.css';
import { FileDrop } from './file-drop.tsx';
import { Hero } from './hero.tsx';
import type { LibraryProps, TemplateShown } from './library-props.ts';
import styles from './library.module.css';
import { libraryWords } from './library.words.ts';
import { OwnData } from './own-data.tsx';
import { ProjectCard } from './project-card.tsx';
import { TemplateCard } from './template-card.tsx';
import { useLibraryActions } from './use-library-actions.ts';

/** Kinds that templates have, in the order of the templates, with how many. */
export function countKinds(templates: readonly TemplateShown[]): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const template of templates)
    for (const kind of new Set(template.kinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}

export function Library(props: LibraryProps) {
  const { templates, projects = [] } = props;
  const say = useWords(libraryWords);
  const { openPalette, openKeys, dialogs } = usePageActions();
  useLibraryActions(props);
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<string>();

  const fits = (...texts: readonly string[]) =>
    texts.some((text) => text.toLowerCase().includes(query.trim().toLowerCase()));
  const shownTemplates = templates.filter(
    (one) => fits(one.name, one.summary) && (kind === undefined || one.kinds.includes(kind)),
  );
  const shownProjects = projects.filter((one) => fits(one.name));
  const searchable = templates.length > 1 || projects.length > 6;
  const kinds = countKinds(templates);

  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <Logo />
        <span className={styles['product']}>{say.title}</span>
        <span className={styles['space']} />
        <PageTools onFind={openPalette} onKeys={openKeys} />
      </header>
      <main className={styles['main']}>
        <div className={styles['first']}>
          <Hero {...props} />
          <OwnData {...props} />
        </div>

        {shownProjects.length > 0 || query !== '' ? (
          <section aria-labelledby="projects-title">
            <div className={styles['bar']}>
              <h2 id="projects-title">{say.yourProjects}</h2>
            </div>
            <ul className={cards['grid']}>
              {shownProjects.map((project) => (
                <ProjectCard key={project.id} project={project} {...props} />
              ))}
            </ul>
            {shownProjects.length === 0 ? <p className={styles['none']}>{say.nothingFound(query)}</p> : null}
          </section>
        ) : null}

        {templates.length === 0 ? null : (
          <section aria-labelledby="templates-title">
            <div className={styles['bar']}>
              <h2 id="templates-title">{say.templates}</h2>
              {templates.length > 1 && kinds.length > 1 ? (
                <div className={styles['filters']} role="group" aria-label={say.templates}>
                  {[[undefined, templates.length] as const, ...kinds].map(([one, count]) => (
                    <button
                      key={one ?? 'all'}
                      type="button"
                      aria-pressed={one === kind}
                      className={classNames(styles['filter'], one === kind && styles['on'])}
                      onClick={() => setKind(one)}
                    >
                      {one === undefined ? say.all : (say.kinds[one] ?? one)}
                      <span className={styles['number']}>{count}</span>
                    </button>
                  ))}
                </div>
              ) : null}
              <span className={styles['space']} />
              {searchable ? (
                <div className={styles['search']}>
                  <TextField
                    label={say.search}
                    hideLabel
                    placeholder={say.search}
                    icon="search"
                    type="search"
                    value={query}
                    onChange={setQuery}
                  />
                </div>
              ) : null}
            </div>
            <ul className={cards['grid']}>
              {shownTemplates.map((template) => (
                <TemplateCard
                  key={template.slug}
                  template={template}
                  onOpen={() => props.onOpenTemplate(template.slug)}
                />
              ))}
            </ul>
            {shownTemplates.length === 0 ? (
              <p className={styles['none']}>
                {say.nothingFound(query)}{' '}
                <Button size="small" onClick={() => setQuery('')}>
                  {say.clearSearch}
                </Button>
              </p>
            ) : null}
          </section>
        )}
        <p className={styles['stays']}>{say.stays}</p>
      </main>
      <FileDrop onFiles={props.onFiles} />
      {dialogs}
    </div>
  );
}
