import {
  Bot,
  Box,
  Cctv,
  CloudOff,
  Database,
  DatabaseZap,
  FileText,
  FolderTree,
  Globe,
  HardDrive,
  KeyRound,
  type LucideIcon,
  Network,
  RadioTower,
  Search,
  Send,
  Server,
  Shield,
  Terminal,
  User,
  Workflow,
} from 'lucide-react';
import type { ServiceDefinition } from '../../shared/services/define-service.ts';
import { findIconUrl } from './icon-urls.ts';
import styles from './service-icon.module.css';

/** Glyphs for things AWS has no icon for, by the name a service gives. */
const glyphs: Record<string, LucideIcon> = {
  bot: Bot,
  cctv: Cctv,
  database: Database,
  'database-zap': DatabaseZap,
  'file-text': FileText,
  'folder-tree': FolderTree,
  globe: Globe,
  'hard-drive': HardDrive,
  'key-round': KeyRound,
  network: Network,
  'radio-tower': RadioTower,
  search: Search,
  send: Send,
  server: Server,
  shield: Shield,
  terminal: Terminal,
  user: User,
  workflow: Workflow,
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
    // Resource icons are dark lines on nothing: they need light paper in every theme.
    const isLine = icon !== undefined && 'aws' in icon && icon.aws.startsWith('resource/');
    return (
      <img
        className={`${styles.icon} ${isLine ? styles.paper : ''}`}
        style={isLine ? { padding: Math.round(size * 0.08) } : undefined}
        src={url}
        width={size}
        height={size}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
      />
    );
  }
  const Glyph = icon === undefined ? CloudOff : 'glyph' in icon ? (glyphs[icon.glyph] ?? Box) : Box;
  return (
    <span className={styles.glyph} style={{ width: size, height: size }}>
      <Glyph size={Math.round(size * 0.55)} strokeWidth={1.6} aria-hidden />
    </span>
  );
}
