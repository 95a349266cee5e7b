import { setDialog, useView } from '../state/view-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TemplateCard } from './template-card.tsx';
import { templates } from './template-list.ts';
import styles from './templates.module.css';

export function TemplatesDialog() {
  const isOpen = useView((state) => state.dialog === 'templates');
  return (
    <Dialog
      open={isOpen}
      onClose={() => setDialog(undefined)}
      title="New from template"
      description="Opens a copy: checked, ready to run and to export."
      width={820}
    >
      <div className={styles.grid}>
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </div>
    </Dialog>
  );
}
