import { lazy, Suspense, useEffect } from 'react';
import { useDesign } from '../state/design-store.ts';
import { closeComparison, useCompare } from './compare-store.ts';

const CompareDialog = lazy(async () => ({ default: (await import('./compare-dialog.tsx')).CompareDialog }));

/** Loads the comparison, and the editor with it, when it is asked for. */
export function CompareHost() {
  const comparing = useCompare((state) => state.comparing);
  const documentNumber = useDesign((state) => state.documentNumber);
  // The menus work behind the dialog: another document must not be written as this one.
  useEffect(() => closeComparison, [documentNumber]);
  if (!comparing) return null;
  return (
    <Suspense fallback={null}>
      <CompareDialog comparing={comparing} />
    </Suspense>
  );
}
