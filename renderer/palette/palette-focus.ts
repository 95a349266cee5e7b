let field: HTMLInputElement | null = null;

/** The palette's search field registers here, so that `/` finds it. */
export function registerPaletteSearch(element: HTMLInputElement | null): void {
  field = element;
}

/** Puts the cursor into the palette's search, after the panel has opened. */
export function focusPaletteSearch(): void {
  requestAnimationFrame(() => {
    field?.focus();
    field?.select();
  });
}
