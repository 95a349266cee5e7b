import { findSource } from '../../shared/sources/registry.ts';
import type { SourceKey } from '../../shared/sources/source.ts';
import { openExternal } from '../app-api.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './source-links.module.css';

/** Where a fact comes from: a link for a document, plain words for notes and assumptions. */
export function SourceLink({ source }: { source: SourceKey }) {
  const found = findSource(source);
  const description = found ? `${found.title} (checked ${found.checked})` : `Source ${source}`;
  const { url } = found ?? {};
  return (
    <Tooltip text={description}>
      {url === undefined ? (
        <button type="button" className={styles.plain}>
          {source}
        </button>
      ) : (
        <a
          className={styles.link}
          href={url}
          onClick={(event) => {
            event.preventDefault();
            void openExternal(url);
          }}
        >
          {source}
        </a>
      )}
    </Tooltip>
  );
}

export function SourceLinks({ sources }: { sources: readonly SourceKey[] }) {
  if (sources.length === 0) return null;
  return (
    <span className={styles.links}>
      {[...new Set(sources)].map((source) => (
        <SourceLink key={source} source={source} />
      ))}
    </span>
  );
}
