import type { PropertyValue } from '../../graph/design.ts';
import type { PropertyDefinition } from '../../services/property.ts';
import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

/** Names under which services declare encryption at rest. */
const encryptionProperties = new Set([
  'encryption',
  'storageEncrypted',
  'encrypted',
  'atRestEncryptionEnabled',
  'encryptionAtRest',
]);

/** Only these hold data at rest; topics and brokers pass it on. */
const categories = new Set(['Streaming', 'Storage', 'Databases', 'Analytics and ETL']);
const queues = new Set(['sqs']);

export const dataIsEncryptedAtRest = defineNodeRule({
  id: 'data-is-encrypted-at-rest',
  codes: ['G-044'],
  severity: 'warning',
  category: 'Security',
  title: 'Stores, streams, queues and databases encrypt data at rest',
  description:
    'AWS encrypts at rest without extra work and, with its own keys, mostly without extra cost. Most companies ' +
    'require it, and a database cannot be encrypted later without making it anew.',
  sources: ['N-039', 'KDS-SSE', 'S3-KMS'],
  reach: 'own',
  check: (node) => {
    if (!node.definition) return [];
    if (!categories.has(node.definition.category) && !queues.has(node.service)) return [];
    return node.definition.properties
      .filter((definition) => encryptionProperties.has(definition.name))
      .filter((definition) => isOff(node.config.value(definition.name)))
      .map((definition) => {
        const value = getOn(definition);
        return {
          message: `${node.name} does not encrypt data at rest (${definition.label}). Turn encryption on.`,
          property: definition.name,
          repairs:
            value === undefined
              ? []
              : [setNodeProperty(node, definition.name, value, 'Encrypt data at rest')],
        };
      });
  },
});

function isOff(value: PropertyValue): boolean {
  return value === false || value === 'NONE';
}

/** The value that turns encryption on without a key of one's own. */
function getOn(definition: PropertyDefinition): PropertyValue | undefined {
  if (definition.type === 'flag') return true;
  if (definition.type !== 'select') return undefined;
  return definition.options.find(
    (option) => option.value !== 'NONE' && !option.value.startsWith('CUSTOMER_MANAGED'),
  )?.value;
}
