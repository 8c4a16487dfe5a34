/** The document's JSON Schema, for editors and other systems: made from the one schema that reads it. */
import { z } from 'zod';
import { documentVersion, projectSchema } from './project.ts';

/** JSON Schema 2020-12. Unknown keys are allowed, as reading allows them. */
export function projectJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(projectSchema, { io: 'input' });
  return {
    $schema,
    $id: 'project.schema.json',
    title: `Saleswright project, document version ${documentVersion}`,
    ...schema,
  };
}
