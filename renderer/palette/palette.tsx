import { ChevronRight, Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import {
  type ServiceCategory,
  type ServiceDefinition,
  serviceCategories,
} from '../../shared/services/define-service.ts';
import { services } from '../../shared/services/registry.ts';
import { addServiceNearby } from '../canvas/canvas-actions.ts';
import { LifecycleBadge } from '../catalog/lifecycle-badge.tsx';
import { searchServices } from '../catalog/search-services.ts';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { setDraggedService } from './drag-service.ts';
import { registerPaletteSearch } from './palette-focus.ts';
import styles from './palette.module.css';

/** As many as fill a tall window; the others follow once the window is drawn. */
const firstCategories: readonly ServiceCategory[] = serviceCategories.slice(0, 4);

/** Arrow keys walk through the buttons of the list. */
function walkWithArrows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** All services by category; drag one onto the canvas or press Enter. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => searchServices(services, query), [query]);
  const categories = useDeferredValue<readonly ServiceCategory[]>(serviceCategories, firstCategories);
  const isSearching = query.trim() !== '';
  const toggle = (category: string): void => {
    const next = new Set(closed);
    if (!next.delete(category)) next.add(category);
    setClosed(next);
  };
  return (
    <div
      className={styles.palette}
      role="toolbar"
      aria-orientation="vertical"
      aria-label="Services"
      onKeyDown={walkWithArrows}
    >
      <div className={styles.search}>
        <Search size={14} className={styles.searchIcon} aria-hidden />
        <TextInput
          ref={registerPaletteSearch}
          type="search"
          className={styles.searchField ?? ''}
          aria-label="Search services"
          placeholder="Search services   /"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0]) addServiceNearby(found[0].id);
            if (event.key === 'Escape') {
              setQuery('');
              event.currentTarget.blur();
            }
          }}
        />
      </div>
      <div className={styles.list}>
        {isSearching ? (
          <ServiceList found={found} />
        ) : (
          categories.map((category) => {
            const members = found.filter((service) => service.category === category);
            if (members.length === 0) return null;
            const isOpen = !closed.has(category);
            return (
              <section key={category} className={styles.group} aria-label={category}>
                <button
                  type="button"
                  className={styles.category}
                  aria-expanded={isOpen}
                  onClick={() => toggle(category)}
                >
                  <ChevronRight size={14} className={styles.chevron} aria-hidden />
                  {category}
                  <span className={styles.count}>{members.length}</span>
                </button>
                {isOpen ? <ServiceList found={members} /> : null}
              </section>
            );
          })
        )}
        {found.length === 0 ? <p className={styles.empty}>No service fits “{query}”.</p> : null}
      </div>
      <p className={styles.hint}>Drag onto the canvas, or press Enter to add.</p>
    </div>
  );
}

function ServiceList({ found }: { found: readonly ServiceDefinition[] }) {
  return (
    <ul>
      {found.map((service) => (
        <li key={service.id}>
          <PaletteItem service={service} />
        </li>
      ))}
    </ul>
  );
}

function PaletteItem({ service }: { service: ServiceDefinition }) {
  return (
    <Tooltip text={`${service.displayName}. ${service.summary}`} side="right">
      <button
        type="button"
        className={styles.item}
        draggable
        data-service={service.id}
        onDragStart={(event) => setDraggedService(event, service.id)}
        onClick={(event) => {
          // A click of the mouse selects nothing by itself: a double click or Enter adds.
          if (event.detail === 0 || event.detail === 2) addServiceNearby(service.id);
        }}
      >
        <ServiceIcon service={service} size={26} />
        <span className={styles.itemName}>{service.shortName}</span>
        <LifecycleBadge lifecycle={service.lifecycle} />
      </button>
    </Tooltip>
  );
}
