/** The palette of the open journey: adds after the selected step, on the way it leaves open, or where it is dropped. */
import type { Catalog } from '#core/contracts/catalog.ts';
import type { StepKind, StepSection } from '#core/contracts/step-kind.ts';
import { useWords } from '#ui/language.tsx';
import { landingAt } from '../canvas/drop-target.ts';
import { edgeId } from '../canvas/graph-canvas.tsx';
import { fittingKinds, type PaletteGroup } from '../plan-editor/palette/find-kinds.ts';
import { Palette } from '../plan-editor/palette/palette.tsx';
import { useSession } from '../session/session-context.tsx';
import { journeyWords, sectionHeadings } from './journey-editor.words.ts';
import { useJourneyView } from './journey-view-state.ts';
import { useJourney } from './use-journey.ts';

export function findSteps(catalog: Catalog, query: string): readonly PaletteGroup<StepKind>[] {
  const fitting = fittingKinds(catalog.steps.values(), query);
  return (Object.keys(sectionHeadings) as StepSection[])
    .map((section) => ({
      heading: sectionHeadings[section],
      kinds: fitting.filter((kind) => kind.section === section),
    }))
    .filter((group) => group.kinds.length > 0);
}

export function JourneyPalette({ id }: { readonly id: string }) {
  const journey = useJourney(id);
  const [view] = useJourneyView(id);
  const catalog = useSession((state) => state.catalog);
  const words = useWords(journeyWords);
  if (!journey) return null;
  const after = view.selected.length === 1 ? view.selected[0] : undefined;
  return (
    <Palette
      find={(query) => findSteps(catalog, query)}
      words={words.palette}
      onAdd={(kind) => journey.add(kind, after === undefined ? {} : { after })}
      onDrop={(kind, x, y) => {
        const landing = landingAt(x, y);
        if (!landing) return;
        const edge = journey.design.edges.find((one) => edgeId(one) === landing.edge);
        if (edge && journey.dropOnEdge(kind, edge, landing.at)) return;
        journey.add(kind, { at: landing.at });
      }}
    />
  );
}
