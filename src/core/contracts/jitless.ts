/**
 * Tells zod never to compile code, which the built app's policy forbids. Schemas read the setting when they are made, so the files all schemas
 * come through (the contract of kinds, the schemas they share, the document) import this one before any is made.
 */
import { z } from 'zod';

z.config({ jitless: true });
