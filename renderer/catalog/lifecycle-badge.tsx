import type { Lifecycle } from '../../shared/services/define-service.ts';
import { Badge } from '../ui/badge.tsx';

const names = { legacy: 'Legacy', closed: 'Closed', retired: 'Retired' } as const;

/** Nothing for services that new designs may use. */
export function LifecycleBadge({ lifecycle }: { lifecycle: Lifecycle }) {
  if (lifecycle.status === 'available') return null;
  return <Badge tone={lifecycle.status === 'retired' ? 'error' : 'warning'}>{names[lifecycle.status]}</Badge>;
}
