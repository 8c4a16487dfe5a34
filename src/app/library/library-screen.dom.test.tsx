import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { LibraryScreen } from './library-screen.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test('what is clicked before the store and the kinds have come is done when they are there, and the project is listed', async () => {
  const place = memoryLocation({ path: '/', record: true });
  const screenOf = () => (
    <Router hook={place.hook}>
      <LibraryScreen />
    </Router>
  );
  const first = renderUi(screenOf());
  fireEvent.click(screen.getByRole('button', { name: 'Start empty' }));
  await waitFor(() => expect(place.history.at(-1)).toMatch(/^\/p\//), { timeout: 20_000 });
  first.unmount();
  renderUi(screenOf());
  expect(await screen.findByText('New project', {}, { timeout: 20_000 })).toBeTruthy();
});
