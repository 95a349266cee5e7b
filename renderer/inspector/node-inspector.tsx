import { Tabs } from '@base-ui/react/tabs';
import { ExternalLink } from 'lucide-react';
import type { Design, DesignNode } from '../../shared/graph/design.ts';
import { replaceService } from '../../shared/graph/edits/replace-service.ts';
import { getWorkloadsOf } from '../../shared/graph/queries.ts';
import type { ServiceDefinition } from '../../shared/services/define-service.ts';
import { findService } from '../../shared/services/registry.ts';
import { openExternal } from '../app-api.ts';
import { LifecycleBadge } from '../catalog/lifecycle-badge.tsx';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { SourceLinks } from '../catalog/source-links.tsx';
import { edit } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './inspector.module.css';
import { LimitsTable } from './limits-table.tsx';
import { NameField } from './name-field.tsx';
import { NotesField } from './notes-field.tsx';
import { PropertyForm } from './property-form.tsx';
import { WorkloadEditor } from './workload-editor.tsx';

/** Whether traffic can begin here: a producer, or anything that no other node feeds. */
function canHaveWorkload(design: Design, node: DesignNode): boolean {
  if (getWorkloadsOf(design, node.id).length > 0) return true;
  const service = findService(node.service);
  if (design.edges.some((edge) => edge.target === node.id)) return false;
  return (
    service?.category === 'Producers and on-premises' || design.edges.some((edge) => edge.source === node.id)
  );
}

export function NodeInspector({ design, node }: { design: Design; node: DesignNode }) {
  const service = findService(node.service);
  const hasTraffic = canHaveWorkload(design, node);
  return (
    <>
      <header className={styles.header}>
        <div className={styles.identity}>
          <ServiceIcon service={service} size={40} />
          <div className={styles.names}>
            <NameField
              target={{ kind: 'node', id: node.id }}
              name={node.name ?? ''}
              placeholder={service?.shortName ?? node.service}
            />
            <p className={styles.service}>
              {service?.displayName ?? `Unknown service “${node.service}”`}
              {service ? <LifecycleBadge lifecycle={service.lifecycle} /> : null}
              {service ? (
                <Tooltip text="AWS documentation">
                  <button
                    type="button"
                    className={styles.iconButton}
                    aria-label={`Documentation of ${service.displayName}`}
                    onClick={() => void openExternal(service.docsUrl)}
                  >
                    <ExternalLink size={12} aria-hidden />
                  </button>
                </Tooltip>
              ) : null}
            </p>
          </div>
        </div>
        <p className={styles.summary}>
          {service?.summary ??
            'This version of the catalogue does not have the service; the node is kept as it is.'}
        </p>
        {service ? <LifecycleNotice service={service} node={node} /> : null}
      </header>
      <Tabs.Root
        key={node.id}
        defaultValue={hasTraffic && (service?.properties.length ?? 0) === 0 ? 'traffic' : 'properties'}
        className={styles.tabs}
      >
        <Tabs.List className={styles.tabList} aria-label="Parts of the inspector">
          <Tabs.Tab value="properties" className={styles.tab}>
            Properties
          </Tabs.Tab>
          {hasTraffic ? (
            <Tabs.Tab value="traffic" className={styles.tab}>
              Traffic
            </Tabs.Tab>
          ) : null}
          {service ? (
            <Tabs.Tab value="limits" className={styles.tab}>
              Limits
            </Tabs.Tab>
          ) : null}
          {service ? (
            <Tabs.Tab value="model" className={styles.tab}>
              Model
            </Tabs.Tab>
          ) : null}
        </Tabs.List>
        <Tabs.Panel value="properties" className={styles.body}>
          {service ? (
            <PropertyForm
              owners={[{ kind: 'node', id: node.id }]}
              definitions={service.properties}
              values={node.properties}
            />
          ) : null}
          <NotesField kind="node" id={node.id} notes={node.notes ?? ''} />
        </Tabs.Panel>
        {hasTraffic ? (
          <Tabs.Panel value="traffic" className={styles.body}>
            <WorkloadEditor design={design} node={node} />
          </Tabs.Panel>
        ) : null}
        {service ? (
          <Tabs.Panel value="limits" className={styles.body}>
            <LimitsTable limits={service.limits} />
          </Tabs.Panel>
        ) : null}
        {service ? (
          <Tabs.Panel value="model" className={styles.body}>
            <ModelNotes service={service} />
          </Tabs.Panel>
        ) : null}
      </Tabs.Root>
    </>
  );
}

function LifecycleNotice({ service, node }: { service: ServiceDefinition; node: DesignNode }) {
  const { lifecycle } = service;
  if (lifecycle.status === 'available') return null;
  const successor = lifecycle.successor === undefined ? undefined : findService(lifecycle.successor);
  return (
    <div className={styles.notice}>
      <span>
        {lifecycle.note}
        {lifecycle.since ? ` Since ${lifecycle.since}.` : ''} <SourceLinks sources={lifecycle.sources} />
      </span>
      {successor ? (
        <Button
          size="small"
          onClick={() =>
            edit(`Replace by ${successor.shortName}`, (draft) =>
              replaceService(draft, {
                node: node.id,
                service: successor.id,
                sharedProperties: successor.properties.map((property) => property.name),
              }),
            )
          }
        >
          Replace by {successor.shortName}
        </Button>
      ) : null}
    </div>
  );
}

function ModelNotes({ service }: { service: ServiceDefinition }) {
  const { cloudFormation, terraform } = service.iac.types;
  return (
    <>
      <section className={styles.group} aria-label="Simulation">
        <h2 className={styles.groupTitle}>How it is simulated</h2>
        <p className={styles.limitNote}>{service.simulation.description}</p>
        <SourceLinks sources={service.simulation.sources} />
      </section>
      <section className={styles.group} aria-label="Export">
        <h2 className={styles.groupTitle}>What is exported</h2>
        {service.iac.notExported ? <p className={styles.limitNote}>{service.iac.notExported}</p> : null}
        <dl className={styles.facts}>
          {cloudFormation.length > 0 ? (
            <>
              <dt>CloudFormation</dt>
              <dd className="mono selectable">{cloudFormation.join(', ')}</dd>
            </>
          ) : null}
          {terraform.length > 0 ? (
            <>
              <dt>Terraform</dt>
              <dd className="mono selectable">{terraform.join(', ')}</dd>
            </>
          ) : null}
        </dl>
      </section>
    </>
  );
}
