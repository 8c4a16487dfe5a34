/** Renders a component the way the app would, without portals and transitions. */
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { Language } from '../language.tsx';
import { UiProvider } from '../ui-provider.tsx';

export function renderUi(element: ReactElement, language: Language = 'en') {
  return render(
    <UiProvider env="test" language={language}>
      {element}
    </UiProvider>,
  );
}
