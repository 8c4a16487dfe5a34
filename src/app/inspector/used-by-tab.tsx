/** Who reads this node, directly and further on, and what it reads itself: each a way to go there. */
import type { PlanDesign } from '#core/project/project.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useSession } from '../session/session-context.tsx';
import { FamilyTile } from './family-tile.tsx';
import { inspectorWords } from './inspector.words.ts';
import styles from './inspector.module.css';

/** Nodes fed by a node: those one edge away, and the rest of what lies behind them. */
export function readersOf(
  design: PlanDesign,
  node: string,
): { readonly direct: readonly string[]; readonly further: readonly string[] } {
  const next = (from: string) => design.edges.filter((edge) => edge.from.node === from).map((edge) => edge.to.node);
  const direct = [...new Set(next(node))];
  const seen = new Set([node, ...direct]);
  const further: string[] = [];
  for (const from of [...direct]) walk(from);
  return { direct, further };

  function walk(from: string) {
    for (const to of next(from)) {
      if (seen.has(to)) continue;
      seen.add(to);
      further.push(to);
      walk(to);
    }
  }
}

interface UsedByProps {
  readonly design: PlanDesign;
  readonly node: string;
  readonly onSelect: (node: string) => void;
}

export function UsedByTab({ design, node, onSelect }: UsedByProps) {
  const words = useWords(inspectorWords);
  const { direct, further } = readersOf(design, node);
  const feeds = [...new Set(design.edges.filter((edge) => edge.to.node === node).map((edge) => edge.from.node))];
  return (
    <>
      {direct.length === 0 && <EmptyState icon="arrow-right" title={words.noUsers} text={words.noUsersHelp} />}
      <NodeLinks title={words.directly} design={design} nodes={direct} onSelect={onSelect} />
      <NodeLinks title={words.further} design={design} nodes={further} onSelect={onSelect} />
      <NodeLinks title={words.readsFrom} design={design} nodes={feeds} onSelect={onSelect} />
    </>
  );
}

interface NodeLinksProps {
  readonly title: string;
  readonly design: PlanDesign;
  readonly nodes: readonly string[];
  readonly onSelect: (node: string) => void;
}

function NodeLinks({ title, design, nodes, onSelect }: NodeLinksProps) {
  const catalog = useSession((state) => state.catalog);
  const { language } = useLanguage();
  if (nodes.length === 0) return null;
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.links}>
        {nodes.map((key) => {
          const value = design.nodes[key];
          const kind = catalog.nodes.get(value?.kind ?? '');
          return (
            <li key={key}>
              <button type="button" className={styles.link} onClick={() => onSelect(key)}>
                <FamilyTile family={kind?.family ?? 'shape'} icon={kind?.icon ?? 'box'} size="small" />
                {value?.label ?? kind?.words[language].label ?? key}
                <code className={styles.code}>{key}</code>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
