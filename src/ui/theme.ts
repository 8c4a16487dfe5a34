/** Mantine dressed in our tokens: every colour, radius, size and the focus ring is a variable of `tokens.css`. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The accent of `tokens.css`; the real values are only for Mantine's own sums (contrast), the screen gets the variables below. */
const accent: MantineColorsTuple = [
  '#eceefd',
  '#d6d9fa',
  '#aab0f2',
  '#8b92ec',
  '#6f77e2',
  '#5a62e6',
  '#4b53d8',
  '#454dd3',
  '#4149cf',
  '#353cb8',
];

const control = { '--input-height': 'var(--control)', '--input-fz': 'var(--text-13)', '--input-padding': 'var(--s-2)' };

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font-ui)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--text-12)',
    sm: 'var(--text-13)',
    md: 'var(--text-14)',
    lg: 'var(--text-16)',
    xl: 'var(--text-18)',
  },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.4' },
  spacing: { xs: 'var(--s-1)', sm: 'var(--s-2)', md: 'var(--s-3)', lg: 'var(--s-4)', xl: 'var(--s-6)' },
  radius: { xs: 'var(--r-1)', sm: 'var(--r-2)', md: 'var(--r-3)', lg: 'var(--r-4)', xl: 'var(--r-full)' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-3)',
    lg: 'var(--shadow-3)',
    xl: 'var(--shadow-3)',
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Input: { defaultProps: { size: 'xs' }, vars: () => ({ wrapper: control, input: {} }) },
    Button: {
      defaultProps: { size: 'compact-sm', variant: 'default' },
      vars: () => ({ root: { '--button-height': 'var(--control)', '--button-fz': 'var(--text-13)' } }),
    },
    ActionIcon: {
      defaultProps: { size: 28, variant: 'subtle', color: 'gray' },
    },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 120 } } },
    Combobox: { defaultProps: { shadow: 'md', radius: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, radius: 'sm', transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 160, transition: 'fade' } } },
  },
});

/** Mantine's own names for what our tokens already say; one map for both themes, since the tokens switch underneath. */
const shared: Record<string, string> = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-success': 'var(--up)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-text': 'var(--accent-text)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent-text)',
  '--mantine-color-accent-outline': 'var(--accent-text)',
  '--mantine-color-accent-outline-hover': 'var(--accent-soft)',
};

const ramp = (name: string, tokens: readonly string[]) =>
  Object.fromEntries(tokens.map((token, shade) => [`--mantine-color-${name}-${shade}`, `var(--${token})`]));

const grays = ['sunken', 'hover', 'line', 'line', 'line-strong', 'text-3', 'text-3', 'text-2', 'text', 'text'];
const darks = ['text', 'text-2', 'text-3', 'text-3', 'line-strong', 'hover', 'surface', 'surface', 'canvas', 'canvas'];

const colours = { ...shared, ...ramp('gray', grays), ...ramp('dark', darks) };

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: colours, dark: colours });
