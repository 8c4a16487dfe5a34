/** Every formula of a form's program, and every node of it. */
import type { Expression } from '../formula/expression.ts';
import type { FormNode, FormProgram } from './form-program.ts';

/** Parents before their children. */
export function* nodesOfForm(nodes: readonly FormNode[]): Generator<FormNode> {
  for (const node of nodes) {
    yield node;
    if (node.node === 'group' || node.node === 'repeat') yield* nodesOfForm(node.children);
  }
}

export function* expressionsInForm(program: FormProgram): Generator<Expression> {
  for (const node of nodesOfForm(program.root)) {
    for (const expression of ofNode(node)) if (expression) yield expression;
  }
  for (const check of program.checks) yield check.holds;
}

function ofNode(node: FormNode): readonly (Expression | undefined)[] {
  const own = [node.visible, node.enabled];
  switch (node.node) {
    case 'value':
      return [...own, node.required, node.initial, node.value?.expression, ...node.constraints.flatMap(ofConstraint)];
    case 'repeat':
      return [...own, node.min, node.max];
    case 'content':
      return node.content.as === 'text' ? [...own, node.content.text] : own;
    case 'group':
    case 'action':
      return own;
  }
}

type Constraint = Extract<FormNode, { readonly node: 'value' }>['constraints'][number];

export function ofConstraint(constraint: Constraint): readonly (Expression | undefined)[] {
  switch (constraint.rule) {
    case 'range':
      return [constraint.min, constraint.max];
    case 'holds':
      return [constraint.expression];
    case 'length':
    case 'pattern':
    case 'count':
      return [];
  }
}
