import { setDialog } from '../state/view-store.ts';
import { Button } from '../ui/button.tsx';
import { Keys } from '../ui/keys.tsx';
import { TemplateCard } from './template-card.tsx';
import { templates } from './template-list.ts';
import styles from './templates.module.css';

const shown = 3;

/** What an empty canvas teaches. */
export function EmptyCanvas() {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>Draw your pipeline</h2>
      <p className={styles.hint}>
        Drag a service here, press <Keys keys="/" /> to search, or start from a template.
      </p>
      <div className={styles.cards}>
        {templates.slice(0, shown).map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </div>
      {templates.length > shown ? (
        <p className={styles.more}>
          <Button variant="quiet" onClick={() => setDialog('templates')}>
            All {templates.length} templates
          </Button>
        </p>
      ) : null}
    </div>
  );
}
