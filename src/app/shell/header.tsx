/** The one line above everything: whose project, whether it is safe, what was computed, and what to do with it. */
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { formatClock, formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import styles from './header.module.css';
import { Logo } from './logo.tsx';
import { PageTools } from './page-tools.tsx';
import type { RunShown, SavedShown, ShellProps } from './shell-props.ts';
import { shellWords } from './shell.words.ts';

type HeaderProps = Pick<
  ShellProps,
  'name' | 'onRename' | 'saved' | 'canUndo' | 'canRedo' | 'onUndo' | 'onRedo' | 'run' | 'onHome' | 'exports'
> & { readonly onFind: () => void; readonly onKeys: () => void };

export function Header(props: HeaderProps) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const { canUndo, canRedo, onUndo, onRedo, run, exports, onHome } = props;
  return (
    <header className={styles['header']}>
      <a
        className={styles['home']}
        href="#/"
        aria-label={say.home}
        title={say.home}
        onClick={(event) => {
          event.preventDefault();
          onHome();
        }}
      >
        <Logo />
      </a>
      <ProjectName name={props.name} onRename={props.onRename} />
      <SavedState saved={props.saved} />
      <span className={styles['rule']} />
      <IconButton
        icon="arrow-back-up"
        label={say.undo(canUndo?.[language] ?? null)}
        keys="Mod+z"
        disabled={canUndo === null}
        onClick={onUndo}
      />
      <IconButton
        icon="arrow-forward-up"
        label={say.redo(canRedo?.[language] ?? null)}
        keys="Mod+Shift+z"
        disabled={canRedo === null}
        onClick={onRedo}
      />
      {run ? (
        <>
          <span className={styles['rule']} />
          <RunState run={run} />
        </>
      ) : null}
      <span className={styles['space']} />
      <PageTools onFind={props.onFind} onKeys={props.onKeys} />
      <ExportButton items={exports} />
    </header>
  );
}

function ExportButton({ items }: { items: ShellProps['exports'] }) {
  const say = useWords(shellWords);
  const only = items.length === 1 ? items[0] : undefined;
  if (items.length === 0) return null;
  const button = (
    <Button icon="file-export" {...(only ? { onClick: only.run } : {})}>
      {say.export}
    </Button>
  );
  return (
    <>
      <span className={styles['rule']} />
      {only ? (
        button
      ) : (
        <Menu items={items} align="end">
          {button}
        </Menu>
      )}
    </>
  );
}

/** A heading that becomes a field when it is clicked. Enter or leaving renames; Escape keeps the old name; an empty name is no name. */
function ProjectName({ name, onRename }: Pick<ShellProps, 'name' | 'onRename'>) {
  const say = useWords(shellWords);
  const [draft, setDraft] = useState<string>();

  function commit() {
    const wanted = draft?.trim();
    setDraft(undefined);
    if (wanted && wanted !== name) onRename(wanted);
  }

  if (draft === undefined) {
    return (
      <h1 className={styles['heading']}>
        <button type="button" className={styles['name']} title={say.rename} onClick={() => setDraft(name)}>
          {name}
        </button>
      </h1>
    );
  }
  return (
    <input
      className={styles['rename']}
      aria-label={say.projectName}
      autoFocus
      maxLength={200}
      style={{ width: `${Math.min(40, Math.max(12, draft.length + 4))}ch` }}
      value={draft}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}

const savedIcons = { saved: 'cloud-check', saving: 'cloud-upload', failed: 'cloud-off' };

function SavedState({ saved }: { saved: SavedShown }) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const text =
    saved.state === 'saved'
      ? say.saved(formatClock(saved.at, language))
      : saved.state === 'saving'
        ? say.saving
        : say.notSaved;
  return (
    <span
      className={styles['saved']}
      data-state={saved.state}
      title={saved.state === 'failed' ? saved.text : undefined}
    >
      <Icon name={savedIcons[saved.state]} size={14} />
      <span>{text}</span>
      {saved.state === 'failed' ? (
        <span className={styles['why']} role="alert">
          {saved.text}
        </span>
      ) : null}
    </span>
  );
}

function RunState({ run }: { run: RunShown }) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const whole = (value: number) => formatNumber(value, { kind: 'number', decimals: 0 }, language);
  switch (run.state) {
    case 'waiting':
      return <span className={styles['run']}>{say.waiting}</span>;
    case 'running':
      return (
        <span className={styles['run']}>
          <Icon name="refresh" size={14} className={styles['turning']} />
          {say.computing(run.rows === undefined ? undefined : whole(run.rows))}
          {run.onCancel ? (
            <Button size="small" look="ghost" onClick={run.onCancel}>
              {say.cancel}
            </Button>
          ) : null}
        </span>
      );
    case 'done':
      return (
        <span className={styles['run']} data-testid="run-state">
          <Icon name="circle-check" size={14} />
          {say.computed(whole(run.rows), run.noun, whole(Math.max(1, run.milliseconds)))}
        </span>
      );
    case 'failed':
      return (
        <span className={styles['run']} data-state="failed" title={run.text}>
          <Icon name="alert-circle" size={14} />
          {say.runFailed}
        </span>
      );
  }
}
