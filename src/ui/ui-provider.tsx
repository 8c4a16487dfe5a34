/** What every screen stands in: tokens, theme, language and the place where short messages appear. */
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { LanguageProvider, type Language } from './language.tsx';
import { cssVariables, theme } from './theme.ts';
import { useThemeMode } from './theme-mode.ts';
import { ToastRegion } from './toast-region.tsx';

interface UiProviderProps {
  readonly children: ReactNode;
  /** The language to start with, instead of the remembered one. */
  readonly language?: Language;
  /** `test` turns transitions and portals off. */
  readonly env?: 'default' | 'test';
}

export function UiProvider({ children, language, env = 'default' }: UiProviderProps) {
  const { theme: scheme } = useThemeMode();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme} env={env}>
      <LanguageProvider {...(language ? { initial: language } : {})}>
        {children}
        <ToastRegion />
      </LanguageProvider>
    </MantineProvider>
  );
}
