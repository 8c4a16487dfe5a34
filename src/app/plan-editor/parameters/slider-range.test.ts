import { expect, test } from 'vitest';
import type { Parameter } from '#core/project/project.ts';
import { canSlide, sliderRange } from './slider-range.ts';

const parameter = (value: number, more: Partial<Parameter> = {}) => ({
  id: 'p',
  key: 'p',
  label: 'P',
  type: 'number' as const,
  ...more,
  value,
});

test('a slider without limits goes from zero to twice the value, in round steps', () => {
  expect(sliderRange(parameter(1.5))).toEqual({ min: 0, max: 3, step: 0.02 });
  expect(sliderRange(parameter(25_000))).toEqual({ min: 0, max: 50_000, step: 500 });
  expect(sliderRange(parameter(0))).toEqual({ min: 0, max: 1, step: 0.01 });
  expect(sliderRange(parameter(-10))).toEqual({ min: -20, max: 20, step: 0.2 });
});

test('its own limits and step hold, and the saved value is always inside', () => {
  expect(sliderRange(parameter(1.5, { min: 1, max: 2.5, step: 0.05 }))).toEqual({ min: 1, max: 2.5, step: 0.05 });
  expect(sliderRange(parameter(3, { min: 1, max: 2.5 }))).toMatchObject({ min: 1, max: 3 });
});

test('only numbers slide', () => {
  expect(canSlide(parameter(1))).toBe(true);
  expect(canSlide({ id: 'p', key: 'p', label: 'P', type: 'text', value: 'x' })).toBe(false);
});
