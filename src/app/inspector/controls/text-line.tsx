/** One line of text that is an edit a moment after it is typed. */
import { classNames } from '#ui/class-names.ts';
import styles from './controls.module.css';
import { useSettled } from './use-settled.ts';

interface TextLineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string, typing: boolean) => void;
  /** Waits for Enter or leaving: for keys, whose every letter would be a rename. */
  readonly onLeave?: boolean | undefined;
  /** Empty text is taken back. */
  readonly required?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly bad?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly className?: string | undefined;
}

export function TextLine(props: TextLineProps) {
  const settled = useSettled(props.value, (text, last) => {
    if (text === props.value || (props.onLeave && !last) || (props.required && text.trim() === '')) return false;
    props.onChange(text, !last);
    return true;
  });
  return (
    <input
      id={props.id}
      className={classNames(styles.input, props.mono && styles.mono, props.bad && styles.bad, props.className)}
      aria-label={props.label}
      aria-invalid={props.bad || undefined}
      aria-describedby={props.describedBy}
      autoComplete="off"
      spellCheck={false}
      placeholder={props.placeholder}
      value={settled.text}
      onChange={(event) => settled.change(event.target.value)}
      onBlur={() => settled.settle()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') settled.settle();
        if (event.key === 'Escape' && settled.typing) {
          event.stopPropagation();
          settled.revert();
        }
      }}
    />
  );
}
