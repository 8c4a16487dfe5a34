/** One icon by its kebab-case Tabler name. Decorative: the name of a control stands beside it or in its `aria-label`. */
import { controlIcons } from './icons-of-controls.ts';
import { kindIcons } from './icons-of-kinds.ts';

const icons = { ...kindIcons, ...controlIcons };
export type IconName = keyof typeof icons;

export function hasIcon(name: string): name is IconName {
  return Object.hasOwn(icons, name);
}

export function Icon({ name, size = 16, className }: { name: string; size?: number; className?: string | undefined }) {
  const Drawn = hasIcon(name) ? icons[name] : icons.circle;
  return <Drawn size={size} stroke={1.75} aria-hidden="true" focusable="false" className={className} style={still} />;
}

const still = { display: 'block', flex: 'none' } as const;
