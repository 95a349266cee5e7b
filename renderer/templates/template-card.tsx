import { reportFailure } from '../commands/run-command.ts';
import { openTemplate } from '../documents/document-actions.ts';
import type { Template } from './template-list.ts';
import styles from './templates.module.css';

export function TemplateCard({ template }: { template: Template }) {
  return (
    <button
      type="button"
      className={styles.card}
      data-template={template.id}
      onClick={() => void openTemplate(template.id, template.readText).catch(reportFailure)}
    >
      <span className={styles.cardTitle}>{template.title}</span>
      <span className={styles.cardText}>{template.summary}</span>
    </button>
  );
}
