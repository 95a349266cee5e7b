import { useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Canvas } from './canvas/canvas.tsx';
import { watchClipboard } from './canvas/clipboard.ts';
import { CommandPalette } from './commands/command-palette.tsx';
import { watchKeyboard } from './commands/keyboard.ts';
import { reportFailure } from './commands/run-command.ts';
import { ShortcutsDialog } from './commands/shortcuts-dialog.tsx';
import { openInitialDocument } from './documents/document-actions.ts';
import { watchJournal } from './documents/journal.ts';
import { watchMain } from './documents/watch-main.ts';
import { CompareHost } from './export/compare-host.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { AboutDialog } from './shell/about-dialog.tsx';
import { BottomPanel } from './shell/bottom-panel.tsx';
import { LeftPanel } from './shell/left-panel.tsx';
import { MessageBox } from './shell/message.tsx';
import styles from './shell/shell.module.css';
import { StatusBar } from './shell/status-bar.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { readPanelSize, usePanel } from './shell/use-panel-sizes.ts';
import { watchExperiments } from './simulation/experiments/experiment-actions.ts';
import { watchRuns } from './simulation/run-actions.ts';
import { watchFindings } from './state/findings-store.ts';
import { useThemeAttribute } from './state/use-shown-theme.ts';
import { type BottomTab, useView } from './state/view-store.ts';
import { TemplatesDialog } from './templates/templates-dialog.tsx';
import { TooltipProvider } from './ui/tooltip.tsx';

/** Things that run beside the page; each watcher returns the way to stop it. */
function useWatchers(): void {
  useEffect(() => {
    const stops = [
      watchKeyboard(),
      watchClipboard(),
      watchFindings(),
      watchRuns(),
      watchExperiments(),
      watchJournal(),
      watchMain(),
    ];
    openInitialDocument().catch(reportFailure);
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

export function App() {
  useThemeAttribute();
  useWatchers();
  return (
    <TooltipProvider>
      <div className={styles.app}>
        <TopBar />
        <main className={styles.main}>
          <Workspace />
        </main>
        <StatusBar />
      </div>
      <CommandPalette />
      <ShortcutsDialog />
      <TemplatesDialog />
      <AboutDialog />
      <CompareHost />
      <MessageBox />
    </TooltipProvider>
  );
}

/** Curves and code need more room than a list. */
const bottomHeights: Record<BottomTab, number> = { problems: 220, simulation: 400, code: 420 };

/** Palette, canvas, inspector and the panel below; every border can be dragged. */
function Workspace() {
  const isLeftOpen = useView((state) => state.isLeftOpen);
  const isRightOpen = useView((state) => state.isRightOpen);
  const isBottomOpen = useView((state) => state.isBottomOpen);
  const tab = useView((state) => state.bottomTab);
  const left = usePanel('left', 248, isLeftOpen, (open) => useView.setState({ isLeftOpen: open }));
  const right = usePanel('right', 320, isRightOpen, (open) => useView.setState({ isRightOpen: open }));
  const bottom = usePanel(`bottom-${tab}`, bottomHeights[tab], isBottomOpen, (open) =>
    useView.setState({ isBottomOpen: open }),
  );
  return (
    <Group orientation="horizontal" className={styles.group}>
      <Panel
        id="left"
        collapsible
        collapsedSize={0}
        minSize={200}
        maxSize={420}
        defaultSize={isLeftOpen ? readPanelSize('left', 248) : 0}
        groupResizeBehavior="preserve-pixel-size"
        {...left}
      >
        <LeftPanel />
      </Panel>
      <Separator className={`${styles.handle} ${styles.vertical}`} />
      <Panel id="middle" minSize={360}>
        <Group orientation="vertical" className={styles.group} style={{ height: '100%' }}>
          <Panel id="canvas" minSize={160}>
            <Canvas />
          </Panel>
          <Separator className={`${styles.handle} ${styles.horizontal}`} />
          <Panel
            id="bottom"
            collapsible
            collapsedSize={0}
            minSize={120}
            defaultSize={isBottomOpen ? readPanelSize(`bottom-${tab}`, bottomHeights[tab]) : 0}
            groupResizeBehavior="preserve-pixel-size"
            {...bottom}
          >
            <BottomPanel />
          </Panel>
        </Group>
      </Panel>
      <Separator className={`${styles.handle} ${styles.vertical}`} />
      <Panel
        id="right"
        collapsible
        collapsedSize={0}
        minSize={260}
        maxSize={560}
        defaultSize={isRightOpen ? readPanelSize('right', 320) : 0}
        groupResizeBehavior="preserve-pixel-size"
        {...right}
      >
        <aside className={styles.panel} aria-label="Inspector">
          <Inspector />
        </aside>
      </Panel>
    </Group>
  );
}
