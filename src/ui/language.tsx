/** The language of the screen: the browser's first, then what was chosen; switched at once, without a reload. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { recall, remember } from './remembered.ts';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** A words table: the same shape in each language, so that a missing word does not compile. */
export type Words<T> = { readonly [L in Language]: T };

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const storageKey = 'saleswright.language';
const LanguageContext = createContext<LanguageChoice>({ language: 'en', setLanguage: () => undefined });

/** The remembered language, else the first of the browser's that we speak, else English. */
export function firstLanguage(asked: readonly string[] = navigator.languages): Language {
  const chosen = recall(storageKey);
  const known = languages.find((one) => one === chosen);
  if (known) return known;
  for (const tag of asked) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, setLanguage] = useState<Language>(() => initial ?? firstLanguage());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        remember(storageKey, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The words of a table in the language on the screen. */
export function useWords<T>(words: Words<T>): T {
  return words[useContext(LanguageContext).language];
}
