import { z } from 'zod';
import { defineEvent, defineRequest } from './define-channel.ts';
import { openedDocument } from './document-channels.ts';

/** What the user chose; kept in one JSON file of the main process. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** How wheel and drag move the canvas: as in maps, or as in design tools. */
  canvasNavigation: z.enum(['map', 'design-tool']),
  /** Sizes, collapsed panels and the like; the page names its own members. */
  layout: z.record(z.string().max(64), z.union([z.string().max(2000), z.number(), z.boolean()])),
});
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = { theme: 'system', canvasNavigation: 'design-tool', layout: {} };

const recentFile = z.strictObject({
  /** Stands for the path, which stays in the main process. */
  id: z.string(),
  name: z.string(),
  folder: z.string(),
});
export type RecentFile = z.infer<typeof recentFile>;

const appState = z.strictObject({
  platform: z.enum(['windows', 'macos', 'linux']),
  versions: z.strictObject({ app: z.string(), electron: z.string(), chromium: z.string() }),
  /** Whether the system asks for dark colours; the setting `theme` may overrule it. */
  systemDark: z.boolean(),
  settings,
  recentFiles: z.array(recentFile),
});
export type AppState = z.infer<typeof appState>;

/** The only hosts that links may lead to; always by https and after the address was shown. */
export const externalHosts = [
  'docs.aws.amazon.com',
  'aws.amazon.com',
  'repost.aws',
  'github.com',
  'registry.terraform.io',
  'developer.hashicorp.com',
] as const;

/** Editing commands that the main process performs in the focused text field. */
export const nativeEdits = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'select-all'] as const;

export const appRequests = {
  'app:get-state': defineRequest(z.void(), appState),
  /** The document to begin with: recovered work first, then a file from the command line, else null. */
  'app:get-initial-document': defineRequest(z.void(), openedDocument.nullable()),
  'settings:get': defineRequest(z.void(), settings),
  /** Replaces the members given and returns the whole. */
  'settings:set': defineRequest(settings.partial(), settings),
  'shell:open-external': defineRequest(
    z.strictObject({ url: z.string().max(2000) }),
    z.strictObject({ opened: z.boolean() }),
  ),
  /** Lets the native undo, copy or paste happen; raises the DOM's own copy and paste events. */
  'edit:perform': defineRequest(z.strictObject({ action: z.enum(nativeEdits) }), z.void()),
  /** Which menu items can be chosen now, and which carry a tick; items left out stay as they are. */
  'menu:set-state': defineRequest(
    z.record(
      z.string().max(64),
      z.strictObject({ enabled: z.boolean().optional(), checked: z.boolean().optional() }),
    ),
    z.void(),
  ),
};

export const appEvents = {
  /** A menu item was chosen; the value is one of menuCommandIds. */
  'menu:command': defineEvent(z.strictObject({ command: z.string() })),
  'app:system-theme': defineEvent(z.strictObject({ dark: z.boolean() })),
  'app:recent-files': defineEvent(z.strictObject({ recentFiles: z.array(recentFile) })),
};
