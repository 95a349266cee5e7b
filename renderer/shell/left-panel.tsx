import { Tabs } from '@base-ui/react/tabs';
import { Outline } from '../palette/outline.tsx';
import { Palette } from '../palette/palette.tsx';
import { useView } from '../state/view-store.ts';
import styles from './shell.module.css';

export function LeftPanel() {
  const tab = useView((state) => state.leftTab);
  return (
    <nav className={styles.panel} aria-label="Services and outline">
      <Tabs.Root
        value={tab}
        onValueChange={(leftTab: 'palette' | 'outline') => useView.setState({ leftTab })}
        className={styles.tabs}
      >
        <Tabs.List className={styles.tabBar}>
          <Tabs.Tab value="palette" className={styles.tab}>
            Services
          </Tabs.Tab>
          <Tabs.Tab value="outline" className={styles.tab}>
            Outline
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="palette" className={styles.tabPanel}>
          <Palette />
        </Tabs.Panel>
        <Tabs.Panel value="outline" className={styles.tabPanel}>
          <Outline />
        </Tabs.Panel>
      </Tabs.Root>
    </nav>
  );
}
