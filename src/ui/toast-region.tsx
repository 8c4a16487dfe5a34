/** Where toasts stand, and the live region that reads them and every `announce` out. */
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './language.tsx';
import styles from './toast-region.module.css';
import { closeToast, useAnnounced, useToasts, type Toast } from './toast.ts';

const words = { en: { close: 'Close', region: 'Messages' }, 'zh-CN': { close: '关闭', region: '消息' } };
const icons = { plain: 'info-circle', good: 'circle-check', bad: 'alert-triangle' };

function ToastCard({ toast }: { toast: Toast }) {
  const say = useWords(words);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (toast.ms === 0 || held) return;
    const timer = setTimeout(() => closeToast(toast.id), toast.ms);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <li
      className={classNames(styles['toast'], styles[toast.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={icons[toast.tone]} />
      <span className={styles['text']}>{toast.text}</span>
      {toast.action ? (
        <Button
          size="small"
          onClick={() => {
            toast.action?.run();
            closeToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton icon="x" size="small" label={say.close} onClick={() => closeToast(toast.id)} />
    </li>
  );
}

export function ToastRegion() {
  const say = useWords(words);
  const toasts = useToasts();
  const announced = useAnnounced();
  return (
    <>
      <section className={styles['region']} aria-label={say.region}>
        <ol aria-live="polite" aria-relevant="additions">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} />
          ))}
        </ol>
      </section>
      <div className="only-read" role="status">
        {announced}
      </div>
    </>
  );
}
