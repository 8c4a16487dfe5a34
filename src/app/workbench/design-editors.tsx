/** How each family of designs is made, edited and looked at: one row of a table for each, so that the workbench itself names none. */
import type { ComponentType } from 'react';
import type { Bilingual } from '#core/problem/problem.ts';
import { emptyDecision } from '#core/project/decision-design.ts';
import { emptyForm } from '#core/project/form-design.ts';
import { isForm, isJourney, isPlan, type Design, type Project } from '#core/project/project.ts';
import { DecisionCanvas } from '../decision-editor/decision-canvas.tsx';
import { DecisionDrawer } from '../decision-editor/decision-drawer.tsx';
import { DecisionSide } from '../decision-editor/decision-side.tsx';
import { FillTab } from '../form-editor/fill-tab.tsx';
import { FormCanvas } from '../form-editor/form-canvas.tsx';
import { FormDrawer } from '../form-editor/form-drawer.tsx';
import { FormPalette } from '../form-editor/form-palette.tsx';
import { FormSide } from '../form-editor/form-side.tsx';
import { emptyJourney } from '../journey-editor/empty-journey.ts';
import { JourneyCanvas } from '../journey-editor/journey-canvas.tsx';
import { compiledJourney } from '../journey-editor/journey-compiled.ts';
import { JourneyDrawer } from '../journey-editor/journey-drawer.tsx';
import { JourneyPalette } from '../journey-editor/journey-palette.tsx';
import { JourneySide } from '../journey-editor/journey-side.tsx';
import { PlanCanvas } from '../plan-editor/plan-canvas.tsx';
import { PlanDrawer } from '../plan-editor/plan-drawer.tsx';
import { PlanPalette } from '../plan-editor/plan-palette.tsx';
import { PlanSide } from '../plan-editor/plan-side.tsx';
import { Payouts } from '../results/payouts.tsx';
import { ScorecardCanvas } from '../scorecard-editor/scorecard-canvas.tsx';
import type { SessionState } from '../session/session-state.ts';
import { emptyPlan, newId } from './new-parts.ts';

type Part = ComponentType<{ readonly id: string }>;

/** A screen of its own that a design gives: a line in the tree and a tab, and what a narrow window shows of it. */
export interface DesignView {
  /** The first part of its tabs' names. */
  readonly tab: string;
  readonly icon: string;
  readonly words: (design: string) => Bilingual;
  readonly view: ComponentType<{ readonly design: string }>;
}

export interface DesignEditor {
  readonly icon: string;
  /** “New incentive plan”, and the name of a new one. */
  readonly newOne: Bilingual;
  readonly name: Bilingual;
  readonly empty: (name: string, project: Project) => Design;
  readonly centre: Part;
  readonly palette?: Part;
  readonly side?: Part;
  readonly drawer?: Part;
  readonly views: readonly DesignView[];
  /** How many things are wrong with it now. */
  readonly problems: (state: SessionState, design: string) => number;
}

const counted = (problems: readonly { readonly severity: string }[] = []) =>
  problems.filter((one) => one.severity !== 'info').length;

/** In the order of the “New” menu; a family without an editor is not offered, and its designs are kept unseen. */
export const designEditors: { readonly [K in Design['kind']]?: DesignEditor } = {
  plan: {
    icon: 'stairs',
    newOne: { en: 'New incentive plan', 'zh-CN': '新建激励方案' },
    name: { en: 'Plan', 'zh-CN': '方案' },
    empty: emptyPlan,
    centre: PlanCanvas,
    palette: PlanPalette,
    side: PlanSide,
    drawer: PlanDrawer,
    views: [
      {
        tab: 'payouts',
        icon: 'report-money',
        words: (plan) => ({ en: `Payouts · ${plan}`, 'zh-CN': `应发 · ${plan}` }),
        view: Payouts,
      },
    ],
    problems: ({ compiled, runs }, design) =>
      counted(compiled[design]?.problems) + counted(runs[design]?.current?.result.problems),
  },
  scorecard: {
    icon: 'scale-outline',
    newOne: { en: 'New scorecard', 'zh-CN': '新建绩效评分表' },
    name: { en: 'Scorecard', 'zh-CN': '绩效评分表' },
    empty: (name) => ({ ...emptyPlan(name), kind: 'scorecard' }),
    centre: ScorecardCanvas,
    palette: PlanPalette,
    side: PlanSide,
    drawer: PlanDrawer,
    views: [],
    problems: ({ compiled, runs }, design) =>
      counted(compiled[design]?.problems) + counted(runs[design]?.current?.result.problems),
  },
  decision: {
    icon: 'grid-3x3',
    newOne: { en: 'New decision table', 'zh-CN': '新建决策表' },
    name: { en: 'Decision', 'zh-CN': '决策表' },
    empty: (name, project) => {
      const [table] = project.tables;
      return { ...emptyDecision(newId(), name), ...(table ? { tryOn: { table: table.key, inputs: {} } } : {}) };
    },
    centre: DecisionCanvas,
    side: DecisionSide,
    drawer: DecisionDrawer,
    views: [],
    problems: ({ compiled, runs }, design) =>
      counted(compiled[design]?.problems) + counted(runs[design]?.current?.result.problems),
  },
  form: {
    icon: 'forms',
    newOne: { en: 'New form', 'zh-CN': '新建表单' },
    name: { en: 'Form', 'zh-CN': '表单' },
    empty: (name) => emptyForm(newId(), name),
    centre: FormCanvas,
    palette: FormPalette,
    side: FormSide,
    drawer: FormDrawer,
    views: [
      {
        tab: 'fill',
        icon: 'pencil',
        words: (form) => ({ en: `Fill in · ${form}`, 'zh-CN': `填写 · ${form}` }),
        view: FillTab,
      },
    ],
    problems: ({ forms }, design) => counted(forms[design]?.problems),
  },
  journey: {
    icon: 'route',
    newOne: { en: 'New journey', 'zh-CN': '新建客户旅程' },
    name: { en: 'Journey', 'zh-CN': '客户旅程' },
    empty: (name, project) => emptyJourney(newId(), name, project),
    centre: JourneyCanvas,
    palette: JourneyPalette,
    side: JourneySide,
    drawer: JourneyDrawer,
    views: [],
    problems({ project, catalog }, id) {
      const design = project.designs.find((one) => one.id === id);
      return design && isJourney(design) ? counted(compiledJourney(project, catalog, design).problems) : 0;
    },
  },
};

export const editorOf = (design: Design | undefined): DesignEditor | undefined => design && designEditors[design.kind];

/** The design that is shown first, and whose view a narrow window offers. */
export function firstDesign(designs: readonly Design[]): Design | undefined {
  return designs.find(isPlan) ?? designs.find(isForm) ?? designs.find((one) => editorOf(one));
}
