/** The range a parameter's slider covers where the parameter does not say: wide enough to try things, with round steps. */
import type { Parameter } from '#core/project/project.ts';

export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export function canSlide(parameter: Parameter): parameter is Parameter & { readonly value: number } {
  return parameter.type === 'number' && typeof parameter.value === 'number';
}

/** A range that always holds the saved value. */
export function sliderRange(parameter: Parameter & { readonly value: number }): SliderRange {
  const { value } = parameter;
  const reach = value === 0 ? 1 : Math.abs(value) * 2;
  const min = Math.min(value, parameter.min ?? Math.min(0, value * 2));
  const max = Math.max(value, parameter.max ?? Math.max(min + reach, reach));
  return { min, max, step: parameter.step ?? roundStep((max - min) / 100) };
}

/** 1, 2 or 5 × 10ⁿ, at most `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [5, 2, 1].find((one) => one * power <= rough * (1 + 1e-9)) ?? 1;
  return Number((step * power).toPrecision(6));
}
