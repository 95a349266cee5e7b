import { containerNames } from '../canvas/container-node.tsx';
import { addContainerAround, addNote, align, distribute } from '../canvas/canvas-actions.ts';
import { getScreenCenter } from '../canvas/canvas-handle.ts';
import { toAnnotationFlowId, toContainerFlowId } from '../canvas/flow-ids.ts';
import { closeOverlay, openOverlay, startRenaming, useOverlay } from '../canvas/overlay-store.ts';
import { containerKinds } from '../../shared/graph/design.ts';
import { layoutDesign } from '../layout/auto-layout.ts';
import { focusPaletteSearch } from '../palette/palette-focus.ts';
import { useDesign } from '../state/design-store.ts';
import { checkNow } from '../state/findings-store.ts';
import { clearSelection, getSelectedItems, useSelection } from '../state/selection-store.ts';
import { showTab, useView } from '../state/view-store.ts';
import type { Command } from './command.ts';

const selectedNodes = (): readonly string[] => getSelectedItems().nodes;
const hasTwoNodes = (): boolean => selectedNodes().length >= 2;

function renameSelected(): void {
  const { nodes, containers, annotations } = getSelectedItems();
  const [node] = nodes;
  const [container] = containers;
  const [annotation] = annotations;
  if (node !== undefined) startRenaming(node);
  else if (container !== undefined) startRenaming(toContainerFlowId(container));
  else if (annotation !== undefined) startRenaming(toAnnotationFlowId(annotation));
}

function addAtCenter(): void {
  const [node] = selectedNodes();
  openOverlay({
    kind: 'adder',
    at: getScreenCenter(),
    origin: node !== undefined && selectedNodes().length === 1 ? { node, direction: 'out' } : undefined,
  });
}

/** One level at a time: what floats, then the selection. */
function escape(): void {
  if (useOverlay.getState().overlay) closeOverlay();
  else clearSelection();
}

export const canvasCommands: readonly Command[] = [
  {
    id: 'design.add',
    label: 'Add a service',
    group: 'Canvas',
    keys: ['Tab'],
    onCanvas: true,
    // With a node focused, Tab walks on to the next one.
    isEnabled: () => document.activeElement === document.body || document.activeElement === null,
    run: addAtCenter,
  },
  {
    id: 'design.search-palette',
    label: 'Search the palette',
    group: 'Canvas',
    keys: ['/'],
    run: () => {
      useView.setState({ isLeftOpen: true, leftTab: 'palette' });
      focusPaletteSearch();
    },
  },
  {
    id: 'design.rename',
    label: 'Rename',
    group: 'Canvas',
    keys: ['F2'],
    isEnabled: () => useSelection.getState().keys.size > 0,
    run: renameSelected,
  },
  {
    id: 'design.layout',
    label: 'Lay out automatically',
    group: 'Canvas',
    keys: ['Mod+Shift+L'],
    isEnabled: () => useDesign.getState().design.nodes.length > 0,
    run: layoutDesign,
  },
  {
    id: 'design.check',
    label: 'Check the design',
    group: 'Canvas',
    keys: ['F8'],
    run: () => {
      checkNow();
      showTab('problems');
    },
  },
  { id: 'design.add-note', label: 'Add a note', group: 'Canvas', run: addNote },
  {
    id: 'design.group',
    label: 'Group the selection',
    group: 'Canvas',
    keys: ['Mod+G'],
    isEnabled: () => selectedNodes().length > 0,
    run: () => addContainerAround('group', 'Group'),
  },
  ...containerKinds
    .filter((kind) => kind !== 'group')
    .map(
      (kind): Command => ({
        id: `design.add-${kind}`,
        label: `Add container: ${containerNames[kind]}`,
        group: 'Canvas',
        run: () => addContainerAround(kind, containerNames[kind]),
      }),
    ),
  {
    id: 'design.align-left',
    label: 'Align left',
    group: 'Canvas',
    isEnabled: hasTwoNodes,
    run: () => align('left'),
  },
  {
    id: 'design.align-middle',
    label: 'Align in a row',
    group: 'Canvas',
    isEnabled: hasTwoNodes,
    run: () => align('middle'),
  },
  {
    id: 'design.align-center',
    label: 'Align in a column',
    group: 'Canvas',
    isEnabled: hasTwoNodes,
    run: () => align('center'),
  },
  {
    id: 'design.distribute-horizontal',
    label: 'Distribute horizontally',
    group: 'Canvas',
    isEnabled: () => selectedNodes().length >= 3,
    run: () => distribute('horizontal'),
  },
  {
    id: 'design.distribute-vertical',
    label: 'Distribute vertically',
    group: 'Canvas',
    isEnabled: () => selectedNodes().length >= 3,
    run: () => distribute('vertical'),
  },
  {
    id: 'canvas.escape',
    label: 'Cancel, then clear the selection',
    group: 'Canvas',
    keys: ['Escape'],
    onCanvas: true,
    isHidden: true,
    run: escape,
  },
];
