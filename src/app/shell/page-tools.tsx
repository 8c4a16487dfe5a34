/** What stands at the right of every header: find, language, theme, keys. */
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useLanguage, useWords, type Language } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { themeModes, useThemeMode } from '#ui/theme-mode.ts';
import styles from './page-tools.module.css';
import { shellWords } from './shell.words.ts';

/** Each language by its own name: who cannot read the present one must find theirs. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文（简体）' };
const shortNames: Readonly<Record<Language, string>> = { en: 'EN', 'zh-CN': '中文' };
export const themeIcons = { light: 'sun', dark: 'moon', system: 'device-desktop' } as const;

interface PageToolsProps {
  readonly onFind: () => void;
  readonly onKeys: () => void;
}

export function PageTools({ onFind, onKeys }: PageToolsProps) {
  const say = useWords(shellWords);
  const { language, setLanguage } = useLanguage();
  const { mode, theme, setMode } = useThemeMode();
  return (
    <>
      <button
        type="button"
        className={styles['find']}
        onClick={onFind}
        aria-label={say.findOrDo}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="search" size={14} />
        <span className={styles['words']}>{say.findOrDo}</span>
        <Kbd keys="Mod+k" />
      </button>
      <Menu
        align="end"
        items={(['en', 'zh-CN'] as const).map((one) => ({
          id: one,
          label: languageNames[one],
          checked: one === language,
          run: () => setLanguage(one),
        }))}
      >
        <button type="button" className={styles['language']} aria-label={`${say.language}: ${languageNames[language]}`}>
          <Icon name="language" />
          <span aria-hidden="true">{shortNames[language]}</span>
        </button>
      </Menu>
      <Menu
        align="end"
        items={themeModes.map((one) => ({
          id: one,
          label: say.themes[one],
          icon: themeIcons[one],
          checked: one === mode,
          run: () => setMode(one),
        }))}
      >
        <button
          type="button"
          className={styles['square']}
          aria-label={`${say.theme}: ${say.themes[mode]}`}
          title={say.theme}
        >
          <Icon name={themeIcons[theme]} />
        </button>
      </Menu>
      <IconButton icon="help" label={say.keys} keys="?" onClick={onKeys} />
    </>
  );
}
