import { ArrowRight } from 'lucide-react';
import { type Design, type DesignEdge, type EdgeKind, edgeKinds } from '../../shared/graph/design.ts';
import { setEdgeKind } from '../../shared/graph/edits/set-edge-kind.ts';
import { findNode } from '../../shared/graph/queries.ts';
import { getEdgeProperties } from '../../shared/integrations/edge-properties.ts';
import { findPairRule } from '../../shared/integrations/registry.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { findService } from '../../shared/services/registry.ts';
import { getVerdict } from '../catalog/pair-verdicts.ts';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { SourceLinks } from '../catalog/source-links.tsx';
import { edit } from '../state/design-store.ts';
import { select, toKey } from '../state/selection-store.ts';
import { SelectInput } from '../ui/select-input.tsx';
import { describeEncryption, getRoleNeeds } from './connection-needs.ts';
import styles from './inspector.module.css';
import { NotesField } from './notes-field.tsx';
import { PropertyForm } from './property-form.tsx';

export const edgeKindNames: Record<EdgeKind, { label: string; help: string }> = {
  data: { label: 'Data', help: 'Moves records.' },
  control: { label: 'Control', help: 'Starts or stops work.' },
  configuration: { label: 'Configuration', help: 'A reference: key, code, policy, model artefact.' },
  'change-capture': { label: 'Change capture', help: 'The ordered log of a database.' },
  metadata: { label: 'Metadata', help: 'Schema and partition information.' },
};

export function EdgeInspector({ design, edge }: { design: Design; edge: DesignEdge }) {
  const source = findNode(design, edge.source);
  const target = findNode(design, edge.target);
  if (!source || !target) {
    return (
      <p className={styles.group}>
        This connection ends at a node that is not there. Delete it, or undo what removed the node.
      </p>
    );
  }
  const verdict = getVerdict(source.service, target.service);
  const pair = findPairRule(source.service, target.service, edge.kind);
  const kind = edge.kind ?? verdict.kind;
  const encryption = describeEncryption(pair?.encryption ?? '');
  const names = { source: getNodeTitle(source), target: getNodeTitle(target) };
  const definitions = getEdgeProperties(source.service, target.service);
  return (
    <>
      <header className={styles.header}>
        <div className={styles.ends}>
          {[source, target].map((node, index) => (
            <div key={node.id} className={styles.ends}>
              {index === 1 ? <ArrowRight size={14} aria-label="to" /> : null}
              <button type="button" className={styles.end} onClick={() => select([toKey('node', node.id)])}>
                <ServiceIcon service={findService(node.service)} size={20} />
                {getNodeTitle(node)}
              </button>
            </div>
          ))}
        </div>
      </header>
      <div className={styles.body}>
        <section className={styles.group} aria-label="Connection">
          <h2 className={styles.groupTitle}>Connection</h2>
          <div className={styles.field}>
            <span className={styles.label}>Carries</span>
            <SelectInput
              label="What the connection carries"
              value={kind}
              isDefault={edge.kind === undefined}
              options={edgeKinds.map((value) => ({ value, ...edgeKindNames[value] }))}
              onChange={(value) =>
                edit('Change what the connection carries', (draft) =>
                  setEdgeKind(draft, {
                    edge: edge.id,
                    kind: value === verdict.kind ? undefined : (value as EdgeKind),
                  }),
                )
              }
            />
          </div>
          <dl className={styles.facts}>
            <dt>Mechanism</dt>
            <dd className="selectable">{verdict.mechanism || 'Not in the rule book'}</dd>
            {verdict.verdict === 'direct' || !verdict.reason ? null : (
              <>
                <dt>Note</dt>
                <dd className="selectable">{verdict.reason}</dd>
              </>
            )}
            {pair?.preconditions ? (
              <>
                <dt>Needs</dt>
                <dd className="selectable">{pair.preconditions}</dd>
              </>
            ) : null}
            {pair && pair.permissions.length > 0 ? (
              <>
                <dt>Permissions</dt>
                <dd>
                  {getRoleNeeds(pair.permissions, names).map(({ role, actions }) => (
                    <div key={role} className={styles.permission}>
                      {role}
                      <span className="mono selectable">{actions.join(', ')}</span>
                    </div>
                  ))}
                </dd>
              </>
            ) : null}
            {pair?.resourcePolicy ? (
              <>
                <dt>Resource policy</dt>
                <dd>{pair.resourcePolicy}</dd>
              </>
            ) : null}
            {encryption ? (
              <>
                <dt>Protection</dt>
                <dd>{encryption}</dd>
              </>
            ) : null}
            <dt>Rule</dt>
            <dd>
              <span className="mono">{verdict.rule}</span> <SourceLinks sources={verdict.sources} />
            </dd>
          </dl>
        </section>
        <PropertyForm
          owners={[{ kind: 'edge', id: edge.id }]}
          definitions={definitions}
          values={edge.properties}
        />
        <NotesField kind="edge" id={edge.id} notes={edge.notes ?? ''} />
      </div>
    </>
  );
}
