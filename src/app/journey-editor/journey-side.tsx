/** The right side of the journey editor: the selected step, else the journey itself; beside it, one customer's story. */
import { useLanguage, useWords } from '#ui/language.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import styles from './journey-editor.module.css';
import { journeyWords } from './journey-editor.words.ts';
import { JourneyPanel } from './journey-panel.tsx';
import { useJourneyView } from './journey-view-state.ts';
import { StepInspector } from './step-inspector.tsx';
import { useJourney } from './use-journey.ts';

export function JourneySide({ id }: { readonly id: string }) {
  const journey = useJourney(id);
  const [view, setView] = useJourneyView(id);
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  if (!journey) return null;
  const node = view.selected.length === 1 ? view.selected[0] : undefined;
  const step = node !== undefined && journey.design.nodes[node] ? node : undefined;
  const label = journey.views.find((one) => one.node === step)?.label ?? words.selection;
  return (
    <div className={styles.side} lang={language}>
      <Tabs
        label={words.selection}
        current={view.side}
        onChange={(side) => setView({ side: side === 'customer' ? 'customer' : 'design' })}
        className={styles.sideTabs}
        panelClassName={styles.sidePanel}
        tabs={[
          { id: 'design', label: label },
          { id: 'customer', label: words.oneCustomer, icon: 'user' },
        ]}
      >
        {view.side === 'customer' ? (
          <CustomerPanel journey={journey} />
        ) : step === undefined ? (
          <JourneyPanel journey={journey} />
        ) : (
          <StepInspector
            key={step}
            journey={journey}
            node={step}
            onSelect={(next) => setView({ selected: next === null ? [] : [next] })}
          />
        )}
      </Tabs>
    </div>
  );
}
