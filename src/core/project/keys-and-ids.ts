/** The two names that things of a document have: an id that never changes, and a key that formulas and files use. */
import '../contracts/jitless.ts';
import { z } from 'zod';

/** What formulas can name without brackets, and what CSV headers and file names are made of. */
export const keySchema = z.string().min(1).max(64);
export const idSchema = z.string().min(1).max(64);
