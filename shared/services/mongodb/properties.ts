import type { PropertyDefinition } from '../property.ts';
import { remoteEndpoint } from '../remote-endpoint.ts';

export const properties: readonly PropertyDefinition[] = [
  {
    name: 'serverName',
    label: 'Host',
    type: 'text',
    default: 'mongodb.example.internal',
    required: true,
    maxLength: 255,
    help: 'Name or address under which the VPC reaches the database; for Atlas the host of the cluster, best through PrivateLink.',
    group: 'Network',
    sources: ['DMS-EP', 'BR-KB'],
  },
  {
    name: 'port',
    label: 'Port',
    type: 'number',
    default: 0,
    min: 0,
    max: 65_535,
    integer: true,
    help: 'Port it listens on; 0 takes 27017.',
    group: 'Network',
    sources: ['DMS-EP'],
  },
  {
    name: 'databaseName',
    label: 'Database',
    type: 'text',
    default: 'app',
    required: true,
    maxLength: 63,
    help: 'Database to connect to.',
    group: 'General',
    sources: ['DMS-EP', 'BR-KB'],
  },
  {
    name: 'sslMode',
    label: 'TLS',
    type: 'select',
    default: 'require',
    options: [
      { value: 'none', label: 'None', help: 'Not encrypted in transit.' },
      { value: 'require', label: 'Required' },
      { value: 'verify-full', label: 'Required, certificate and host checked' },
    ],
    help: 'Encryption between AWS DMS and the database.',
    group: 'Security',
    sources: ['DMS-EP', 'N-051'],
  },
  ...remoteEndpoint,
];
