import { ChevronDown, FileCode, Folder } from 'lucide-react';
import type { ExportedFile } from '../../shared/iac/ir/line-map.ts';
import styles from './export-panel.module.css';

interface TreeFolder {
  name: string;
  folders: Map<string, TreeFolder>;
  files: ExportedFile[];
}

function buildTree(files: readonly ExportedFile[]): TreeFolder {
  const root: TreeFolder = { name: '', folders: new Map(), files: [] };
  for (const file of files) {
    let folder = root;
    for (const name of file.path.split('/').slice(0, -1)) {
      const next = folder.folders.get(name) ?? { name, folders: new Map(), files: [] };
      folder.folders.set(name, next);
      folder = next;
    }
    folder.files.push(file);
  }
  return root;
}

interface FileTreeProps {
  files: readonly ExportedFile[];
  shown: string | undefined;
  onShow(path: string): void;
}

export function FileTree({ files, shown, onShow }: FileTreeProps) {
  return (
    <ul className={styles.tree} aria-label="Files of the project">
      <Branch folder={buildTree(files)} depth={0} shown={shown} onShow={onShow} />
    </ul>
  );
}

interface BranchProps extends Omit<FileTreeProps, 'files'> {
  folder: TreeFolder;
  depth: number;
}

function Branch({ folder, depth, shown, onShow }: BranchProps) {
  const indent = { paddingLeft: 8 + depth * 14 };
  return (
    <>
      {[...folder.folders.values()].map((child) => (
        <li key={child.name}>
          <span className={styles.folder} style={indent}>
            <ChevronDown size={12} aria-hidden />
            <Folder size={13} aria-hidden />
            <span className={styles.fileName}>{child.name}</span>
          </span>
          <ul>
            <Branch folder={child} depth={depth + 1} shown={shown} onShow={onShow} />
          </ul>
        </li>
      ))}
      {folder.files.map((file) => (
        <li key={file.path}>
          <button
            type="button"
            className={styles.file}
            style={{ paddingLeft: 22 + depth * 14 }}
            aria-current={file.path === shown}
            onClick={() => onShow(file.path)}
          >
            <FileCode size={13} aria-hidden />
            <span className={styles.fileName} title={file.path}>
              {file.path.split('/').at(-1)}
            </span>
          </button>
        </li>
      ))}
    </>
  );
}
