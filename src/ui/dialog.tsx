/** A window over the page that keeps the focus until it is closed. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { useWords } from './language.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: number;
  readonly children: ReactNode;
  /** Buttons at the lower right. */
  readonly actions?: ReactNode;
}

const words = { en: { close: 'Close' }, 'zh-CN': { close: '关闭' } };

export function Dialog({ open, title, onClose, width = 480, children, actions }: DialogProps) {
  const say = useWords(words);
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={width}
      closeButtonProps={{ 'aria-label': say.close, size: 28 }}
      overlayProps={{ backgroundOpacity: 0.4 }}
      classNames={{
        header: styles['header'] ?? '',
        title: styles['title'] ?? '',
        body: styles['body'] ?? '',
        content: styles['content'] ?? '',
      }}
    >
      {children}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </Modal>
  );
}
