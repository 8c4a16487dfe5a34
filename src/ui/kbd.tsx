/** Keys as this machine writes them: `Mod` is ⌘ on a Mac and Ctrl elsewhere. Written as `Mod+Shift+z`. */
import styles from './kbd.module.css';

export const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const names: Readonly<Record<string, string>> = onMac
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Backspace: '⌫', ArrowUp: '↑', ArrowDown: '↓' }
  : { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

export function keysText(keys: string): string {
  const parts = keys.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return parts.join(onMac ? '' : ' ');
}

export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles['kbd']}>{keysText(keys)}</kbd>;
}
