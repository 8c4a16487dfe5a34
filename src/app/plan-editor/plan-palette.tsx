/** The palette of the open plan: adds after the selected node, or where it is dropped. */
import { edgeId } from '../canvas/graph-canvas.tsx';
import { landingAt } from '../canvas/drop-target.ts';
import { useSession } from '../session/session-context.tsx';
import { findKinds } from './palette/find-kinds.ts';
import { Palette } from './palette/palette.tsx';
import { usePlanView } from './plan-view-state.ts';
import { usePlan } from './use-plan.ts';

export function PlanPalette({ id }: { readonly id: string }) {
  const plan = usePlan(id);
  const [view] = usePlanView(id);
  const catalog = useSession((state) => state.catalog);
  if (!plan) return null;
  const after = view.selected.length === 1 ? view.selected[0] : undefined;
  return (
    <Palette
      find={(query) => findKinds(catalog.nodes.values(), query)}
      onAdd={(kind) => plan.add(kind, after === undefined ? {} : { after })}
      onDrop={(kind, x, y) => {
        const landing = landingAt(x, y);
        if (!landing) return;
        const edge = plan.design.edges.find((one) => edgeId(one) === landing.edge);
        if (edge && plan.dropOnEdge(kind, edge, landing.at)) return;
        plan.add(kind, { at: landing.at });
      }}
    />
  );
}
