import { Tabs } from '@base-ui/react/tabs';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ProblemsPanel } from '../problems/problems-panel.tsx';
import { useFindings } from '../state/findings-store.ts';
import { type BottomTab, useView } from '../state/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './shell.module.css';

/** The code editor is most of the app's weight; it comes when somebody looks at code. */
const ExportPanel = lazy(async () => ({ default: (await import('../export/export-panel.tsx')).ExportPanel }));

/** Charts and tables of runs come with the first look at them, so that the window opens sooner. */
const SimulationPanel = lazy(async () => ({
  default: (await import('../simulation/simulation-panel.tsx')).SimulationPanel,
}));

export function BottomPanel() {
  const tab = useView((state) => state.bottomTab);
  const count = useFindings(
    (state) => state.findings.filter((finding) => finding.suppressed === undefined).length,
  );
  return (
    <section className={styles.panel} aria-label="Problems, simulation and code">
      <Tabs.Root
        value={tab}
        onValueChange={(bottomTab: BottomTab) => useView.setState({ bottomTab })}
        className={styles.tabs}
      >
        <div className={styles.tabBar}>
          <Tabs.List style={{ display: 'flex', gap: 4 }} aria-label="Panels">
            <Tabs.Tab value="problems" className={styles.tab}>
              Problems <span className={styles.count}>{count}</span>
            </Tabs.Tab>
            <Tabs.Tab value="simulation" className={styles.tab}>
              Simulation
            </Tabs.Tab>
            <Tabs.Tab value="code" className={styles.tab}>
              Code
            </Tabs.Tab>
          </Tabs.List>
          <span className={styles.spacer} />
          <IconButton
            label="Close the panel"
            size="small"
            icon={<ChevronDown size={15} />}
            onClick={() => useView.setState({ isBottomOpen: false })}
          />
        </div>
        <Tabs.Panel value="problems" className={styles.tabPanel}>
          <ProblemsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="simulation" className={styles.tabPanel}>
          <Suspense fallback={<EmptyState title="Loading the simulation" />}>
            <SimulationPanel />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="code" className={styles.tabPanel}>
          <Suspense fallback={<EmptyState title="Loading the code editor" />}>
            <ExportPanel />
          </Suspense>
        </Tabs.Panel>
      </Tabs.Root>
    </section>
  );
}
