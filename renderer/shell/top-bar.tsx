import { Menu } from '@base-ui/react/menu';
import {
  Check,
  Download,
  EllipsisVertical,
  FlaskConical,
  Moon,
  PanelBottom,
  PanelLeft,
  PanelRight,
  PenTool,
  Redo2,
  Search,
  Sun,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { commands } from '../commands/all-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { NameField } from '../inspector/name-field.tsx';
import { useDesign } from '../state/design-store.ts';
import { useShownTheme } from '../state/use-shown-theme.ts';
import { type Mode, setMode, useView } from '../state/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { Keys } from '../ui/keys.tsx';
import popup from '../ui/popup.module.css';
import { Segmented } from '../ui/segmented.tsx';
import styles from './shell.module.css';

const modes: readonly { value: Mode; label: string; icon: ReactNode }[] = [
  { value: 'design', label: 'Design', icon: <PenTool size={13} aria-hidden /> },
  { value: 'simulate', label: 'Simulate', icon: <FlaskConical size={13} aria-hidden /> },
  { value: 'export', label: 'Export', icon: <Download size={13} aria-hidden /> },
];

export function TopBar() {
  const mode = useView((state) => state.mode);
  return (
    <header className={styles.topBar}>
      <div className={styles.left}>
        <Logo />
        <DesignTitle />
        <HistoryButtons />
      </div>
      <Segmented label="Job" value={mode} options={modes} onChange={setMode} />
      <div className={styles.right}>
        <button type="button" className={styles.searchButton} onClick={() => runCommand('edit.commands')}>
          <Search size={13} aria-hidden />
          <span>Search or run…</span>
          <Keys keys="Mod+K" />
        </button>
        <PanelButtons />
        <ThemeButton />
        <MoreMenu />
      </div>
    </header>
  );
}

function Logo() {
  return (
    <svg className={styles.logo} width="22" height="22" viewBox="0 0 24 24" fill="none" aria-hidden>
      <path
        d="M3 7h6a3 3 0 0 1 3 3v4a3 3 0 0 0 3 3h6"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="19" cy="7" r="2.4" fill="currentColor" />
      <circle cx="5" cy="17" r="2.4" fill="currentColor" />
    </svg>
  );
}

function DesignTitle() {
  const name = useDesign((state) => state.design.name);
  return (
    <h1 className={styles.title}>
      <NameField
        target={{ kind: 'design' }}
        name={name}
        placeholder="Name"
        label="Name of the design"
        className={styles.titleField}
      />
    </h1>
  );
}

function HistoryButtons() {
  const undoLabel = useDesign((state) => state.history.past.at(-1)?.label);
  const redoLabel = useDesign((state) => state.history.future[0]?.label);
  return (
    <>
      <IconButton
        label={undoLabel === undefined ? 'Undo' : `Undo: ${undoLabel}`}
        keys="Mod+Z"
        icon={<Undo2 size={15} />}
        disabled={undoLabel === undefined}
        onClick={() => runCommand('edit.undo')}
      />
      <IconButton
        label={redoLabel === undefined ? 'Redo' : `Redo: ${redoLabel}`}
        keys="Mod+Shift+Z"
        icon={<Redo2 size={15} />}
        disabled={redoLabel === undefined}
        onClick={() => runCommand('edit.redo')}
      />
    </>
  );
}

function PanelButtons() {
  const isLeftOpen = useView((state) => state.isLeftOpen);
  const isBottomOpen = useView((state) => state.isBottomOpen);
  const isRightOpen = useView((state) => state.isRightOpen);
  return (
    <>
      <IconButton
        label="Palette"
        keys="Mod+B"
        aria-pressed={isLeftOpen}
        icon={<PanelLeft size={15} />}
        onClick={() => runCommand('view.toggle-palette')}
      />
      <IconButton
        label="Bottom panel"
        keys="Mod+J"
        aria-pressed={isBottomOpen}
        icon={<PanelBottom size={15} />}
        onClick={() => runCommand('view.toggle-bottom-panel')}
      />
      <IconButton
        label="Inspector"
        keys="Mod+I"
        aria-pressed={isRightOpen}
        icon={<PanelRight size={15} />}
        onClick={() => runCommand('view.toggle-inspector')}
      />
    </>
  );
}

function ThemeButton() {
  const theme = useShownTheme();
  return (
    <IconButton
      label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
      icon={theme === 'dark' ? <Sun size={15} /> : <Moon size={15} />}
      onClick={() => runCommand('view.toggle-theme')}
    />
  );
}

const menuItems = [
  'file.new',
  'file.new-from-template',
  'file.open',
  'file.save',
  'file.save-as',
  '-',
  'file.export-cdk',
  'file.export-terraform',
  'file.export-cloudformation',
  'file.export-resources',
  'file.compare-export',
  'file.export-image',
  'file.export-svg',
  '-',
  'design.layout',
  'view.pointer-mode',
  'view.toggle-minimap',
  '-',
  'help.shortcuts',
];

function MoreMenu() {
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton label="Menu" icon={<EllipsisVertical size={15} />} />} />
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} side="bottom" align="end" sideOffset={6}>
          <Menu.Popup className={popup.menu}>
            {menuItems.map((id, index) => {
              if (id === '-') return <Menu.Separator key={`line-${index}`} className={popup.separator} />;
              const command = commands.find((candidate) => candidate.id === id);
              if (!command) return null;
              return (
                <Menu.Item
                  key={id}
                  className={popup.item}
                  disabled={command.isEnabled?.() === false}
                  onClick={() => setTimeout(() => runCommand(id), 0)}
                >
                  {command.isChecked?.() ? <Check size={14} aria-hidden /> : null}
                  <span className={popup.itemText}>{command.label}</span>
                  {command.keys?.[0] ? (
                    <span className={popup.itemKeys}>
                      <Keys keys={command.keys[0]} />
                    </span>
                  ) : null}
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
