export function countsOf(
  runner: 'vitest' | 'playwright',
  file: string,
  exit: number | null,
): { passed: number; failed: number };
