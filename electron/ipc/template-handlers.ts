import type { DocumentStore } from '../documents/document-store.ts';
import { getTemplate, listTemplates } from '../templates/template-files.ts';
import type { RegisterHandler } from './register-handler.ts';

/** Starter designs; each opens as a new document. */
export function registerTemplateHandlers(register: RegisterHandler, documents: DocumentStore): void {
  register('template:list', () => listTemplates());
  register('template:open', ({ id }) => {
    const { text, name } = getTemplate(id);
    return documents.create(text, name);
  });
}
