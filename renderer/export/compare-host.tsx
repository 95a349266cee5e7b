import { lazy, Suspense } from 'react';
import { useCompare } from './compare-store.ts';

const CompareDialog = lazy(async () => ({ default: (await import('./compare-dialog.tsx')).CompareDialog }));

/** Loads the comparison, and the editor with it, when it is asked for. */
export function CompareHost() {
  const comparing = useCompare((state) => state.comparing);
  if (!comparing) return null;
  return (
    <Suspense fallback={null}>
      <CompareDialog comparing={comparing} />
    </Suspense>
  );
}
