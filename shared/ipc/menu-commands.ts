/** One item of the native menus; choosing it sends its id to the page as `menu:command`. */
export interface MenuCommand {
  id: string;
  label: string;
  /**
   * Electron accelerator, shown in the menu. The page's own keymap acts on it, not the menu: text
   * fields and the code editor must see their keys first.
   */
  accelerator?: string;
  /** Carries a tick; the page sets it through `menu:set-state`. */
  checkable?: boolean;
}

export interface MenuGroup {
  label: string;
  /** `-` is a separator, `recent` the submenu of recent files. */
  items: readonly (MenuCommand | '-' | 'recent')[];
}

/** The native menus, in order. Shortcut lists and the command palette read them too. */
export const menuGroups = [
  {
    label: 'File',
    items: [
      { id: 'file.new', label: 'New', accelerator: 'CmdOrCtrl+N' },
      { id: 'file.new-from-template', label: 'New from template…', accelerator: 'CmdOrCtrl+Shift+N' },
      '-',
      { id: 'file.open', label: 'Open…', accelerator: 'CmdOrCtrl+O' },
      'recent',
      { id: 'file.revert', label: 'Revert to saved' },
      '-',
      { id: 'file.save', label: 'Save', accelerator: 'CmdOrCtrl+S' },
      { id: 'file.save-as', label: 'Save as…', accelerator: 'CmdOrCtrl+Shift+S' },
      '-',
      { id: 'file.export-cdk', label: 'Export CDK…' },
      { id: 'file.export-terraform', label: 'Export Terraform…' },
      { id: 'file.export-cloudformation', label: 'Export CloudFormation…' },
      { id: 'file.export-resources', label: 'Export list of resources…' },
      { id: 'file.compare-export', label: 'Compare export with folder…' },
      { id: 'file.export-image', label: 'Export image…' },
      '-',
      { id: 'file.close', label: 'Close', accelerator: 'CmdOrCtrl+W' },
    ],
  },
  {
    label: 'Edit',
    items: [
      { id: 'edit.undo', label: 'Undo', accelerator: 'CmdOrCtrl+Z' },
      { id: 'edit.redo', label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z' },
      '-',
      { id: 'edit.cut', label: 'Cut', accelerator: 'CmdOrCtrl+X' },
      { id: 'edit.copy', label: 'Copy', accelerator: 'CmdOrCtrl+C' },
      { id: 'edit.paste', label: 'Paste', accelerator: 'CmdOrCtrl+V' },
      { id: 'edit.duplicate', label: 'Duplicate', accelerator: 'CmdOrCtrl+D' },
      { id: 'edit.delete', label: 'Delete', accelerator: 'Delete' },
      '-',
      { id: 'edit.select-all', label: 'Select all', accelerator: 'CmdOrCtrl+A' },
      { id: 'edit.find', label: 'Find…', accelerator: 'CmdOrCtrl+F' },
      { id: 'edit.commands', label: 'Command palette…', accelerator: 'CmdOrCtrl+K' },
    ],
  },
  {
    label: 'View',
    items: [
      { id: 'view.zoom-in', label: 'Zoom in', accelerator: 'CmdOrCtrl+Plus' },
      { id: 'view.zoom-out', label: 'Zoom out', accelerator: 'CmdOrCtrl+-' },
      { id: 'view.zoom-reset', label: 'Zoom to 100 %', accelerator: 'CmdOrCtrl+0' },
      { id: 'view.fit', label: 'Fit the design', accelerator: 'CmdOrCtrl+1' },
      '-',
      { id: 'view.toggle-palette', label: 'Palette', accelerator: 'CmdOrCtrl+B', checkable: true },
      { id: 'view.toggle-inspector', label: 'Inspector', accelerator: 'CmdOrCtrl+I', checkable: true },
      { id: 'view.toggle-bottom-panel', label: 'Bottom panel', accelerator: 'CmdOrCtrl+J', checkable: true },
      { id: 'view.toggle-minimap', label: 'Minimap', checkable: true },
      '-',
      { id: 'view.theme-system', label: 'Theme: system', checkable: true },
      { id: 'view.theme-light', label: 'Theme: light', checkable: true },
      { id: 'view.theme-dark', label: 'Theme: dark', checkable: true },
    ],
  },
  {
    label: 'Design',
    items: [
      { id: 'design.layout', label: 'Lay out automatically', accelerator: 'CmdOrCtrl+Shift+L' },
      { id: 'design.check', label: 'Check', accelerator: 'F8' },
    ],
  },
  {
    label: 'Simulate',
    items: [
      { id: 'simulate.run', label: 'Run', accelerator: 'F5' },
      { id: 'simulate.stop', label: 'Stop', accelerator: 'Shift+F5' },
    ],
  },
  {
    label: 'Help',
    items: [
      { id: 'help.shortcuts', label: 'Keyboard shortcuts', accelerator: 'F1' },
      { id: 'help.documentation', label: 'Documentation' },
      { id: 'help.about', label: 'About Pipewright' },
    ],
  },
] as const satisfies readonly MenuGroup[];

type MenuItem = (typeof menuGroups)[number]['items'][number];

/** Ids that `menu:command` may carry. */
export type MenuCommandId = Extract<MenuItem, { id: string }>['id'];

/** All commands of the menus in order. */
export const menuCommands: readonly (MenuCommand & { id: MenuCommandId })[] = menuGroups.flatMap((group) =>
  group.items.filter((item): item is Extract<MenuItem, { id: string }> => typeof item === 'object'),
);
