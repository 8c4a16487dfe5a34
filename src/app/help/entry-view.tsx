/** One entry of the reference: a function, a chapter or a recipe. */
import type { ReactNode } from 'react';
import { printNumber } from '#core/formula/evaluate/number-text.ts';
import type { Value } from '#core/data/value.ts';
import type { Block, Chapter } from '#core/formula/reference/chapters/chapter.ts';
import { entryOf, functionsIn, recipesWith, summaryOf, titleOf, type Entry } from '#core/formula/reference/entries.ts';
import { groupNames, type FunctionEntry, type ParameterEntry } from '#core/formula/reference/function-entries.ts';
import { topicNames } from '#core/formula/reference/recipes/recipes.ts';
import type { Recipe } from '#core/formula/reference/recipes/recipe.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { EntryLink } from './entry-link.tsx';
import styles from './entry-view.module.css';
import type { FormulaAsking } from './help-requests.ts';
import { helpWords } from './help.words.ts';
import { InlineText } from './inline-text.tsx';
import { LiveExample } from './live-example.tsx';

export interface EntryViewProps {
  readonly entry: Entry;
  readonly asking: FormulaAsking | undefined;
  readonly onOpen: (id: string) => void;
  readonly onInserted: () => void;
}

export function EntryView(props: EntryViewProps) {
  const { entry } = props;
  const { language } = useLanguage();
  const say = useWords(helpWords);
  const family =
    entry.kind === 'function' ? groupNames[entry.group] : entry.kind === 'recipe' ? topicNames[entry.topic] : undefined;
  return (
    <article className={styles['entry']} aria-labelledby="help-entry">
      <header>
        <p className={styles['kind']}>
          {say.kinds[entry.kind]}
          {family && entry.kind === 'function' ? ` · ${family[language]}` : ''}
        </p>
        <h2 id="help-entry" className={styles['title']} tabIndex={-1} data-autofocus>
          {titleOf(entry)[language]}
        </h2>
        <p className={styles['summary']}>
          <InlineText text={summaryOf(entry)[language]} />
        </p>
      </header>
      {entry.kind === 'function' ? (
        <FunctionBody {...props} entry={entry} />
      ) : entry.kind === 'chapter' ? (
        <ChapterBody {...props} entry={entry} />
      ) : (
        <RecipeBody {...props} entry={entry} />
      )}
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function FunctionBody({ entry, asking, onOpen, onInserted }: EntryViewProps & { readonly entry: FunctionEntry }) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  const recipes = recipesWith(entry.name);
  return (
    <>
      <p className={styles['signature']}>
        <code>{entry.signature.en}</code>
      </p>
      <Part title={say.try}>
        <LiveExample example={entry.example} asking={asking} onInserted={onInserted} />
      </Part>
      <Part title={say.arguments}>
        <Parameters of={entry} />
        <p className={styles['gives']}>
          {say.gives}
          {language === 'en' ? ': ' : '：'}
          {entry.gives[language]}
        </p>
      </Part>
      {entry.remarks.length > 0 ? (
        <Part title={say.good}>
          <ul className={styles['list']}>
            {entry.remarks.map((remark) => (
              <li key={remark.en}>
                <InlineText text={remark[language]} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {recipes.length > 0 ? (
        <Part title={say.practice}>
          {recipes.slice(0, 2).map((recipe) => (
            <div key={recipe.id} className={styles['recipe']}>
              <h4>
                <EntryLink id={recipe.id} onOpen={onOpen}>
                  {recipe.title[language]}
                </EntryLink>
              </h4>
              <p>
                <InlineText text={recipe.purpose[language]} />
              </p>
              <LiveExample example={recipe.example} asking={asking} onInserted={onInserted} />
            </div>
          ))}
          {recipes.length > 2 ? (
            <ul className={styles['links']}>
              {recipes.slice(2).map((recipe) => (
                <li key={recipe.id}>
                  <EntryLink id={recipe.id} onOpen={onOpen}>
                    {recipe.title[language]}
                  </EntryLink>
                </li>
              ))}
            </ul>
          ) : null}
        </Part>
      ) : null}
      <Part title={say.related}>
        <FunctionLinks names={entry.related} onOpen={onOpen} />
      </Part>
    </>
  );
}

function Parameters({ of: { parameters } }: { readonly of: FunctionEntry }) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  if (parameters.length === 0) return <p>{say.noArguments}</p>;
  const notes = ({ optional, standard, repeats }: ParameterEntry) =>
    [
      optional && standard === undefined ? say.optional : undefined,
      standard === undefined ? undefined : say.standard(written(standard)),
      repeats ? say.repeats : undefined,
    ].filter((note) => note !== undefined);
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{say.argument}</th>
          <th scope="col">{say.takes}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr key={parameter.name.en}>
            <th scope="row">
              <code>{parameter.name.en}</code>
              {language === 'en' || parameter.name['zh-CN'] === parameter.name.en ? null : (
                <span className={styles['chinese']}>{parameter.name['zh-CN']}</span>
              )}
            </th>
            <td>
              {parameter.takes[language]}
              {notes(parameter).map((note) => (
                <span key={note} className={styles['note']}>
                  {note}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function written(value: Value): string {
  if (typeof value === 'string') return `"${value}"`;
  return typeof value === 'number' ? printNumber(value) : value === true ? 'TRUE' : 'FALSE';
}

function FunctionLinks({
  names,
  onOpen,
}: {
  readonly names: readonly string[];
  readonly onOpen: (id: string) => void;
}) {
  const { language } = useLanguage();
  return (
    <ul className={styles['related']}>
      {names.map((name) => {
        const entry = entryOf(name.includes('/') ? name : `function/${name}`);
        return entry ? (
          <li key={name}>
            <EntryLink id={entry.id} onOpen={onOpen} className={styles[entry.kind]}>
              {titleOf(entry)[language]}
            </EntryLink>
            <span>{summaryOf(entry)[language]}</span>
          </li>
        ) : null;
      })}
    </ul>
  );
}

function RecipeBody({ entry, asking, onOpen, onInserted }: EntryViewProps & { readonly entry: Recipe }) {
  const say = useWords(helpWords);
  return (
    <>
      <Part title={say.try}>
        <LiveExample example={entry.example} asking={asking} onInserted={onInserted} />
      </Part>
      <Part title={say.uses}>
        <FunctionLinks names={functionsIn(entry).map((one) => one.name)} onOpen={onOpen} />
      </Part>
    </>
  );
}

function ChapterBody({ entry, asking, onInserted }: EntryViewProps & { readonly entry: Chapter }) {
  return (
    <div className={styles['chapter']}>
      {entry.blocks.map((block, at) =>
        block.kind === 'example' ? (
          <LiveExample key={at} example={block.example} asking={asking} onInserted={onInserted} />
        ) : (
          <Written key={at} block={block} />
        ),
      )}
    </div>
  );
}

function Written({ block }: { readonly block: Exclude<Block, { kind: 'example' }> }) {
  const { language } = useLanguage();
  switch (block.kind) {
    case 'heading':
      return <h3>{block.words[language]}</h3>;
    case 'text':
      return (
        <p>
          <InlineText text={block.words[language]} />
        </p>
      );
    case 'list':
      return (
        <ul className={styles['list']}>
          {block.items.map((item) => (
            <li key={item.en}>
              <InlineText text={item[language]} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className={styles['wide']} tabIndex={-1}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell.en} scope="col">
                    {cell[language]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, i) => (
                    <td key={i}>
                      <InlineText text={cell[language]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}
