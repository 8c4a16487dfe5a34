/** The one place that loads Monaco, in pieces, when the first formula is opened. Reached only by import(): a chunk of its own. */
import 'monaco-editor/nls/lang/zh-cn';
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { registerLanguage } from './language.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
registerLanguage(monaco);

export { monaco };
