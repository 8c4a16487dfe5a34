import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fillSmall, type SmallForm } from '#kinds/testing/small-form.ts';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { FormView } from './form-view.tsx';
import { ValueField } from './value-field.tsx';

afterEach(cleanup);

const order: SmallForm = {
  fields: {
    customer: { kind: 'text', label: 'Customer', required: 'TRUE' },
    mode: {
      kind: 'choice',
      label: 'Mode',
      props: {
        choices: [
          { id: 'a', label: 'Air' },
          { id: 's', label: 'Sea' },
        ],
      },
    },
    lines: { kind: 'repeat', label: 'Lines', props: { item: 'line' } },
    amount: { kind: 'number', label: 'Amount', in: 'lines' },
    total: { kind: 'computed', label: 'Total', props: { formula: 'SUM(amount)' } },
    reason: { kind: 'long-text', label: 'Reason', visible: 'total>100', required: 'TRUE' },
  },
};

function open(answers: unknown = {}, language: 'en' | 'zh-CN' = 'en') {
  const { form } = fillSmall(order, answers);
  const onSend = vi.fn();
  renderUi(<FormView form={form} title="Order" language={language} onSend={onSend} />, language);
  return { form, onSend };
}
const type = (name: string, text: string, at = 0) =>
  fireEvent.change(screen.getAllByRole('textbox', { name })[at] as HTMLElement, { target: { value: text } });

describe('a form to fill in', () => {
  test('rows are added and add up, and a question shows when it matters', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: 'Add line' }));
    type('Amount', '60');
    fireEvent.click(screen.getByRole('button', { name: 'Add line' }));
    type('Amount', '60.5', 1);
    expect(screen.getByRole('status', { name: 'Total' }).textContent).toBe('120.5');
    expect(screen.getByRole('textbox', { name: 'Reason' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Remove line 1' }));
    expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull();
  });

  test('what is wrong stands at the field and on top after a try to send, in the language of the screen', () => {
    const { onSend } = open({}, 'zh-CN');
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(onSend).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Customer：请填写。');
    expect(screen.getByRole('textbox', { name: 'Customer' }).getAttribute('aria-invalid')).toBe('true');
    type('Customer', 'Ann');
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(onSend).toHaveBeenCalledTimes(1);
  });

  test('what cannot be read stays as it was typed, and says why when it is left', () => {
    open({ lines: [{}] });
    type('Amount', '12a');
    const amount = screen.getByRole<HTMLInputElement>('textbox', { name: 'Amount' });
    expect(amount.value).toBe('12a');
    expect(screen.queryByText(/not a number/)).toBeNull();
    fireEvent.blur(amount);
    expect(screen.getByText(/“12a” is not a number/)).toBeTruthy();
  });

  test('one key draws its own field and those that hang on it, no other', () => {
    const { form, compiled } = fillSmall(order, { customer: 'A', lines: [{ amount: 1 }] });
    const drawn: string[] = [];
    const values = compiled.program.root.filter((node) => node.node === 'value');
    const fields = values.map((node) => (
      <Profiler key={node.id} id={node.key} onRender={(id) => drawn.push(id)}>
        <ValueField node={node} form={form} language="en" showAll={false} />
      </Profiler>
    ));
    renderUi(<>{fields}</>, 'en');
    drawn.length = 0;
    act(() => form.set('f_amount', 2, form.rows('f_lines')[0]));
    expect(drawn).toEqual(['total']);
    drawn.length = 0;
    act(() => form.set('f_customer', 'B'));
    expect(drawn).toEqual(['customer']);
  });
});
