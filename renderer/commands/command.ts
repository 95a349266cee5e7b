export type CommandGroup = 'File' | 'Edit' | 'Canvas' | 'View' | 'Simulate' | 'Export' | 'Help';

/** Something the user can ask for: one table serves keys, palette, menus and the shortcut list. */
export interface Command {
  /** The native menus use the same ids. */
  id: string;
  label: string;
  group: CommandGroup;
  /** `Mod` is Ctrl, or Cmd on macOS. The first one is shown. */
  keys?: readonly string[];
  /** Works while a text field or the code editor has the focus. */
  inText?: boolean;
  /** Only while the focus is on the canvas or nowhere: arrows, Tab, Escape, Delete. */
  onCanvas?: boolean;
  /** Left out of the command palette: bare keys that mean nothing there. */
  isHidden?: boolean;
  isEnabled?(): boolean;
  /** For switches: whether it is on. */
  isChecked?(): boolean;
  /** The answer, if any, is for other callers. */
  run(): unknown;
}
