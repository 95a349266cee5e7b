import { fileSystemIsMounted } from '../../../shared/rules/storage/file-system-is-mounted.ts';
import { testRule } from './rule-cases.ts';

testRule(fileSystemIsMounted, {
  accepts: { 'a function that mounts it': { nodes: { x: 'efs', f: 'lambda' }, edges: ['x > f'] } },
  rejects: [
    {
      because: 'a file system on its own',
      design: { nodes: { x: 'efs' } },
      target: 'x',
      message: ['Nobody mounts x'],
    },
  ],
});
