import { useLayoutEffect, useSyncExternalStore } from 'react';
import { getShownTheme, useView } from './view-store.ts';

function watchSystem(onChange: () => void): () => void {
  const query = window.matchMedia?.('(prefers-color-scheme: dark)');
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}

/** Light or dark, following the system when that is the choice. */
export function useShownTheme(): 'light' | 'dark' {
  const theme = useView((state) => state.theme);
  return useSyncExternalStore(watchSystem, () => getShownTheme(theme));
}

/** Puts the theme on the page. */
export function useThemeAttribute(): void {
  const shown = useShownTheme();
  // Before the effects of editors and charts, which read their colours from the page.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
}
