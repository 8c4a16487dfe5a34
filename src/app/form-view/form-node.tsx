/** One node of a form and what stands in it. The nodes are the closed list of the vocabulary. */
import type { FormNode, GroupNode, ContentNode } from '#core/program/form-program.ts';
import { formatValue } from '#ui/format-value.ts';
import styles from './form-view.module.css';
import { RepeatRows } from './repeat-rows.tsx';
import { useField } from './use-field.ts';
import { ValueField, type NodeProps } from './value-field.tsx';

export function FormNodes({ nodes, ...rest }: NodeProps & { readonly nodes: readonly FormNode[] }) {
  return nodes.map((node) => <Node key={node.id} node={node} {...rest} />);
}

function Node({ node, ...rest }: NodeProps & { readonly node: FormNode }) {
  switch (node.node) {
    case 'value':
      return <ValueField node={node} {...rest} />;
    case 'repeat':
      return (
        <RepeatRows node={node} {...rest}>
          {(row) => <FormNodes nodes={node.children} {...rest} row={row} />}
        </RepeatRows>
      );
    case 'group':
      return <Group node={node} {...rest} />;
    case 'content':
      return <Content node={node} {...rest} />;
    case 'action':
      // Sending and adding rows have buttons of their own.
      return null;
  }
}

function Group({ node, ...rest }: NodeProps & { readonly node: GroupNode }) {
  const { visible } = useField(rest.form, node.id, rest.row);
  if (!visible) return null;
  return (
    <section className={styles.group} aria-label={node.label === '' ? undefined : node.label}>
      {node.label !== '' && <h3 className={styles.heading}>{node.label}</h3>}
      <div className={styles.children} data-arrangement={node.arrangement}>
        <FormNodes nodes={node.children} {...rest} />
      </div>
    </section>
  );
}

function Content({ node, form, row, language }: NodeProps & { readonly node: ContentNode }) {
  const { visible, text } = useField(form, node.id, row);
  if (!visible) return null;
  switch (node.content.as) {
    case 'text': {
      const shown = formatValue(text, undefined, undefined, language);
      return shown === '' ? null : <p className={styles.note}>{shown}</p>;
    }
    case 'rule':
      return <hr className={styles.rule} />;
    case 'picture':
      return null;
  }
}
