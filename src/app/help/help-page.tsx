/** The help as a page with an address of its own: to be linked, printed, and kept beside the work. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useLanguage, useWords } from '#ui/language.tsx';
import { entryOf, titleOf } from '#core/formula/reference/entries.ts';
import { Logo } from '../shell/logo.tsx';
import { usePageActions } from '../shell/page-actions.tsx';
import { PageTools } from '../shell/page-tools.tsx';
import { routePath } from '../shell/routes.ts';
import { shellWords } from '../shell/shell.words.ts';
import { HelpBrowser } from './help-browser.tsx';
import { closeHelp, useHelpRequest } from './help-requests.ts';
import styles from './help.module.css';
import { helpWords } from './help.words.ts';

export function HelpPage({ entry }: { readonly entry: string | undefined }) {
  const say = useWords(helpWords);
  const { home } = useWords(shellWords);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const { openPalette, openKeys, dialogs } = usePageActions();
  const asked = useHelpRequest();
  const shown = entry === undefined ? undefined : entryOf(entry);

  // Help is here already: asking for it again leads to its search.
  useEffect(() => {
    if (!asked) return;
    closeHelp();
    document.querySelector<HTMLInputElement>('#help-page input')?.focus();
  }, [asked]);
  useEffect(() => {
    const before = document.title;
    document.title = shown ? `${titleOf(shown)[language]} · ${say.title}` : say.title;
    return () => {
      document.title = before;
    };
  }, [shown, language, say]);

  return (
    <div className={styles['page']} id="help-page">
      <header className={styles['header']}>
        <a href="#/" className={styles['home']} aria-label={home} title={home}>
          <Logo />
        </a>
        <h1>{say.title}</h1>
        <PageTools onFind={openPalette} onKeys={openKeys} />
      </header>
      <HelpBrowser
        entry={entry}
        onEntry={(next, walked) => go(routePath({ screen: 'help', entry: next }), { replace: walked })}
      />
      {dialogs}
    </div>
  );
}
