import { useEffect, useState } from 'react';
import type { AppState } from '../../shared/ipc/app-channels.ts';
import { getAppState, isDesktop } from '../app-api.ts';
import { setDialog, useView } from '../state/view-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './shell.module.css';

export function AboutDialog() {
  const isOpen = useView((state) => state.dialog === 'about');
  const [versions, setVersions] = useState<AppState['versions']>();
  useEffect(() => {
    if (!isOpen || !isDesktop()) return;
    getAppState().then(
      (state) => setVersions(state.versions),
      () => setVersions(undefined),
    );
  }, [isOpen]);
  return (
    <Dialog open={isOpen} onClose={() => setDialog(undefined)} title="Pipewright" width={480}>
      <div className={styles.about}>
        <p>Designs AWS data and ML pipelines: draw, check, simulate, export CDK or Terraform.</p>
        {versions ? (
          <p className="selectable number">
            Version {versions.app}, Electron {versions.electron}, Chromium {versions.chromium}
          </p>
        ) : null}
        <p>
          Licensed under Apache 2.0. AWS, the AWS service names and the AWS architecture icons are trademarks
          or property of Amazon.com, Inc. or its affiliates, who do not endorse this app.
        </p>
      </div>
    </Dialog>
  );
}
