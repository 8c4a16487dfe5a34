/** Every place that names a column, a parameter or a table: each a way to go there. */
import { usesOf, type NameUsed } from '#core/edit/uses.ts';
import type { Span } from '#core/problem/problem.ts';
import { graphKinds } from '#core/contracts/graph-kinds.ts';
import { isGraph } from '#core/project/project.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { FamilyTile } from '../../inspector/family-tile.tsx';
import { useSession } from '../../session/session-context.tsx';
import styles from './names.module.css';
import { namesWords } from './names.words.ts';
import type { NameHere } from './use-name-tools.tsx';

interface UsesDialogProps {
  readonly name: NameHere;
  readonly onClose: () => void;
  readonly onGo: (use: NameUsed) => void;
}

export function UsesDialog({ name, onClose, onGo }: UsesDialogProps) {
  const words = useWords(namesWords);
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const uses = usesOf(project, catalog, name.ref);
  return (
    <Dialog open title={words.usesTitle(name.key, uses.length)} width={560} onClose={onClose}>
      {uses.length === 0 && <p className={styles.quiet}>{words.noUses}</p>}
      <ul className={styles.uses}>
        {uses.map((use, index) => (
          <li key={index}>
            <button
              type="button"
              className={styles.use}
              onClick={() => onGo(use)}
              data-autofocus={index === 0 || undefined}
            >
              <UsedAt use={use} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function UsedAt({ use }: { readonly use: NameUsed }) {
  const words = useWords(namesWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  if ('table' in use) {
    const table = project.tables.find((one) => one.id === use.table);
    return (
      <>
        <Icon name="table" size={16} />
        <span className={styles.where}>
          <b>{table?.label || table?.key}</b> {use.at === 'grain' ? words.grain : words.generator}
        </span>
      </>
    );
  }
  const plan = project.designs.filter(isGraph).find((one) => one.id === use.design);
  if (use.at === 'test') {
    return (
      <>
        <Icon name="test-pipe" size={16} />
        <span className={styles.where}>
          <b>{plan?.name}</b> {words.test(use.test)}
        </span>
      </>
    );
  }
  const node = plan?.nodes[use.node];
  const kind = plan && graphKinds(catalog, plan).get(node?.kind ?? '');
  return (
    <>
      <FamilyTile family={kind?.family ?? 'shape'} icon={kind?.icon ?? 'box'} size="small" />
      <span className={styles.where}>
        <b>{node?.label ?? kind?.words[language].label ?? (use.node || plan?.name)}</b> {use.field[language]}
        <small>{plan?.name}</small>
        {use.at === 'formula' && <Marked text={use.text} spans={use.spans} />}
      </span>
    </>
  );
}

/** A formula with the places that name the thing. */
function Marked({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  const parts = spans.map(({ start, end }, index) => ({
    before: text.slice(spans[index - 1]?.end ?? 0, start),
    name: text.slice(start, end),
  }));
  return (
    <code className={styles.formula}>
      {parts.map(({ before, name }, index) => (
        <span key={index}>
          {before}
          <mark>{name}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </code>
  );
}
