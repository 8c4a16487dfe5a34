/** Our own fault never takes the work with it: what was last known of the project can be downloaded, and the screen tried again. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useWords } from '#ui/language.tsx';
import { saveFile } from '../results/save-file.ts';
import styles from './error-boundary.module.css';

import { shellWords } from './shell.words.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** The project's document as it is now, for the download; `undefined` where none is open. */
  readonly document?: (() => { readonly name: string; readonly json: string } | undefined) | undefined;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Broken
        error={this.state.error}
        document={this.props.document}
        onRetry={() => this.setState({ error: undefined })}
      />
    );
  }
}

interface BrokenProps extends Pick<ErrorBoundaryProps, 'document'> {
  readonly error: unknown;
  readonly onRetry: () => void;
}

function Broken({ error, document: read, onRetry }: BrokenProps) {
  const say = useWords(shellWords);
  const open = readSafely(read);
  return (
    <main className={styles['broken']} role="alert">
      <EmptyState icon="alert-triangle" title={say.brokenTitle} text={say.brokenText}>
        {open ? (
          <Button
            look="primary"
            icon="download"
            onClick={() => saveFile(`${open.name}.saleswright.json`, open.json, 'application/json')}
          >
            {say.brokenDownload}
          </Button>
        ) : null}
        <Button icon="refresh" onClick={onRetry}>
          {say.brokenRetry}
        </Button>
        <Button
          onClick={() => {
            location.hash = '/';
            onRetry();
          }}
        >
          {say.brokenLibrary}
        </Button>
      </EmptyState>
      <pre className={styles['detail']}>{error instanceof Error ? error.message : String(error)}</pre>
    </main>
  );
}

/** What broke the screen may break this too; then there is no download, but still the other two ways out. */
function readSafely(read: ErrorBoundaryProps['document']) {
  try {
    return read?.();
  } catch {
    return undefined;
  }
}
