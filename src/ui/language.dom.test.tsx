import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatNumber } from './format-value.ts';
import { firstLanguage, useLanguage, useWords } from './language.tsx';
import { renderUi } from './testing/render-ui.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const words = { en: { rows: 'rows' }, 'zh-CN': { rows: '行' } };

function Shown() {
  const { language, setLanguage } = useLanguage();
  const say = useWords(words);
  return (
    <button onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
      {formatNumber(5000, undefined, language)} {say.rows}
    </button>
  );
}

test('the language switches at once, is written on the page and is remembered', async () => {
  renderUi(<Shown />);
  expect(document.documentElement.lang).toBe('en');
  await userEvent.click(screen.getByRole('button'));
  expect(screen.getByRole('button').textContent).toBe('5,000 行');
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(firstLanguage(['en-GB'])).toBe('zh-CN');
});

test('the first language is the first of the browser that we speak', () => {
  expect(firstLanguage(['fr', 'zh-TW', 'en'])).toBe('zh-CN');
  expect(firstLanguage(['de', 'en-GB'])).toBe('en');
  expect(firstLanguage(['ja'])).toBe('en');
});
