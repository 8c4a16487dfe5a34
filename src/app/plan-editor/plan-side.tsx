/** The right side of the plan editor: the selected node, else the plan itself. */
import { memo } from 'react';
import { NodeInspector } from '../inspector/inspector.tsx';
import { PlanInspector } from './parameters/plan-inspector.tsx';
import { usePlanView } from './plan-view-state.ts';
import { usePlan } from './use-plan.ts';

export const PlanSide = memo(function PlanSide({ id }: { readonly id: string }) {
  const plan = usePlan(id);
  const [view, setView] = usePlanView(id);
  if (!plan) return null;
  const node = view.selected.length === 1 ? view.selected[0] : undefined;
  if (node === undefined || !plan.design.nodes[node]) return <PlanInspector design={id} />;
  return (
    <NodeInspector
      key={node}
      design={id}
      node={node}
      onSelect={(next) => setView({ selected: next === null ? [] : [next] })}
    />
  );
});
