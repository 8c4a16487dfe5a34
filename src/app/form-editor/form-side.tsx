/** The right side of the form editor: the selected field, else the form itself. */
import { FieldInspector } from './field-inspector.tsx';
import { FormInspector } from './form-inspector.tsx';
import { useFormView } from './form-view-state.ts';
import { useForm } from './use-form.ts';

export function FormSide({ id }: { readonly id: string }) {
  const form = useForm(id);
  const [view] = useFormView(id);
  if (!form) return null;
  const item = view.selected === null ? undefined : form.compiled.tree.byNode.get(view.selected);
  return item ? <FieldInspector key={item.node} form={form} item={item} /> : <FormInspector form={form} />;
}
