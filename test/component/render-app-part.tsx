import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach } from 'vitest';
import { createDesign } from '../../shared/graph/create-design.ts';
import type { Design } from '../../shared/graph/design.ts';
import { openDocument } from '../../renderer/state/design-store.ts';
import { checkNow } from '../../renderer/state/findings-store.ts';
import { TooltipProvider } from '../../renderer/ui/tooltip.tsx';

/** Opens a design made of the given members, checked. */
export function openDesign(members: Partial<Design> = {}): void {
  openDocument({ ...createDesign('Test'), ...members });
  checkNow();
}

/** Renders a part of the app with what all parts expect around them. */
export function renderPart(part: ReactElement): void {
  render(<TooltipProvider>{part}</TooltipProvider>);
}

afterEach(() => {
  cleanup();
  openDocument(createDesign());
});
