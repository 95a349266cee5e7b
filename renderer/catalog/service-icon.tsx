import {
  Box,
  Cctv,
  CloudOff,
  Cpu,
  Database,
  FileText,
  FolderTree,
  Globe,
  type LucideIcon,
  RadioTower,
  Send,
  Server,
  TerminalSquare,
  UserRound,
} from 'lucide-react';
import type { ServiceDefinition } from '../../shared/services/define-service.ts';
import { findIconUrl } from './icon-urls.ts';
import styles from './service-icon.module.css';

/** Glyphs for things AWS has no icon for, by the name a service gives. */
const glyphs: Record<string, LucideIcon> = {
  agent: TerminalSquare,
  camera: Cctv,
  database: Database,
  device: RadioTower,
  document: FileText,
  files: FolderTree,
  globe: Globe,
  processor: Cpu,
  producer: Send,
  server: Server,
  user: UserRound,
};

interface ServiceIconProps {
  service: Pick<ServiceDefinition, 'icon'> | undefined;
  size: number;
}

/** The unmodified AWS icon, or a neutral glyph. Decorative: the name always stands next to it. */
export function ServiceIcon({ service, size }: ServiceIconProps) {
  const icon = service?.icon;
  const url = icon && 'aws' in icon ? findIconUrl(icon.aws) : undefined;
  if (url !== undefined) {
    return <img className={styles.icon} src={url} width={size} height={size} alt="" draggable={false} />;
  }
  const Glyph = icon === undefined ? CloudOff : 'glyph' in icon ? (glyphs[icon.glyph] ?? Box) : Box;
  return (
    <span className={styles.glyph} style={{ width: size, height: size }}>
      <Glyph size={Math.round(size * 0.55)} strokeWidth={1.6} aria-hidden />
    </span>
  );
}
