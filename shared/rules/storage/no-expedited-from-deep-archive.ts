import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const noExpeditedFromDeepArchive = defineNodeRule({
  id: 'no-expedited-from-deep-archive',
  codes: ['G-087'],
  severity: 'error',
  category: 'Storage',
  title: 'Deep Archive is restored with the standard or bulk option',
  description:
    'Expedited retrieval does not exist for Glacier Deep Archive: standard takes up to 12 hours, bulk up to 48.',
  sources: ['S3-RST', 'S3-RETR', 'N-014'],
  services: ['s3'],
  reach: 'own',
  check: (node) => {
    const expedited = node.config.text('retrievalTier') === 'EXPEDITED';
    if (!expedited || node.config.text('storageClass') !== 'DEEP_ARCHIVE') return [];
    return [
      {
        message: `${node.name} restores from Glacier Deep Archive with the expedited option; standard (12 h) or bulk (48 h) are allowed.`,
        property: 'retrievalTier',
        repairs: [
          setNodeProperty(node, 'retrievalTier', 'STANDARD', 'Use standard retrieval'),
          setNodeProperty(node, 'storageClass', 'GLACIER', 'Use Glacier Flexible Retrieval'),
        ],
      },
    ];
  },
});
