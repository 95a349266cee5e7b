import type { Design, EdgeKind } from '../../shared/graph/design.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { findService } from '../../shared/services/registry.ts';
import { formatFacts } from '../catalog/format-property.ts';
import { findIconUrl } from '../catalog/icon-urls.ts';
import { getVerdict } from '../catalog/pair-verdicts.ts';
import { annotationSize, containerSize, nodeHeight, nodeWidth } from './geometry.ts';
import type { DrawnRoute } from './routing/routes-store.ts';

const margin = 32;
const colors = {
  paper: '#ffffff',
  line: '#c3cad4',
  text: '#161b22',
  quiet: '#4d5765',
  edges: {
    data: '#5b6675',
    control: '#7d5ab5',
    configuration: '#8a7a4a',
    'change-capture': '#1f7a8c',
    metadata: '#98558a',
  } satisfies Record<EdgeKind, string>,
};
const dashes: Partial<Record<EdgeKind, string>> = {
  control: '7 5',
  configuration: '1.5 5',
  metadata: '10 4 2 4',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** About 6.4 px per letter at 13 px; names longer than the card end in an ellipsis. */
const shorten = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;

async function loadIcon(path: string): Promise<string | undefined> {
  const url = findIconUrl(path);
  if (url === undefined) return undefined;
  const text = await (await fetch(url)).text();
  return `data:image/svg+xml;base64,${btoa(unescape(encodeURIComponent(text)))}`;
}

/** Icons by service, each loaded once. */
async function loadIcons(design: Design): Promise<Map<string, string>> {
  const services = [...new Set(design.nodes.map((node) => node.service))];
  const icons = new Map<string, string>();
  await Promise.all(
    services.map(async (service) => {
      const icon = findService(service)?.icon;
      const data = icon && 'aws' in icon ? await loadIcon(icon.aws) : undefined;
      if (data !== undefined) icons.set(service, data);
    }),
  );
  return icons;
}

function getBounds(design: Design): { x: number; y: number; width: number; height: number } {
  const boxes = [
    ...design.nodes.map((node) => ({ at: node.position, width: nodeWidth, height: nodeHeight })),
    ...design.containers.map((item) => ({ at: item.position, ...(item.size ?? containerSize) })),
    ...design.annotations.map((item) => ({ at: item.position, ...(item.size ?? annotationSize) })),
  ].map(({ at, width, height }) => ({ x: at?.x ?? 0, y: at?.y ?? 0, width, height }));
  const left = Math.min(...boxes.map((box) => box.x)) - margin;
  const top = Math.min(...boxes.map((box) => box.y)) - margin;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The canvas as an SVG drawing made from the document: plain shapes and texts that every editor can
 * open, with the AWS icons embedded unmodified.
 */
export async function buildSvg(design: Design, routes: ReadonlyMap<string, DrawnRoute>): Promise<string> {
  const icons = await loadIcons(design);
  const { x, y, width, height } = getBounds(design);
  const services = new Map(design.nodes.map((node) => [node.id, node.service]));
  const containers = design.containers.map((container) => {
    const at = container.position ?? { x: 0, y: 0 };
    const size = container.size ?? containerSize;
    return (
      `<rect x="${at.x}" y="${at.y}" width="${size.width}" height="${size.height}" rx="10" fill="#f5f6f8" stroke="${colors.line}"/>` +
      `<text x="${at.x + 10}" y="${at.y + 17}" font-size="12" font-weight="600" fill="${colors.quiet}">${escape(container.name)}</text>`
    );
  });
  const edges = design.edges.flatMap((edge) => {
    const route = routes.get(edge.id);
    if (!route) return [];
    const kind =
      edge.kind ?? getVerdict(services.get(edge.source) ?? '', services.get(edge.target) ?? '').kind;
    const color = colors.edges[kind];
    const dash = dashes[kind] === undefined ? '' : ` stroke-dasharray="${dashes[kind]}"`;
    const double = kind === 'change-capture';
    const line = `<path d="${route.path}" fill="none" stroke="${color}" stroke-width="${double ? 4.5 : 1.6}"${dash} marker-end="url(#arrow-${kind})"/>`;
    return [
      double
        ? `${line}<path d="${route.path}" fill="none" stroke="${colors.paper}" stroke-width="1.6"/>`
        : line,
    ];
  });
  const nodes = design.nodes.map((node) => {
    const at = node.position ?? { x: 0, y: 0 };
    const service = findService(node.service);
    const name = getNodeTitle(node);
    const icon = icons.get(node.service);
    const lines = [
      `<text x="62" y="27" font-size="13" font-weight="600" fill="${colors.text}">${escape(shorten(name, 22))}</text>`,
      `<text x="62" y="43" font-size="11" fill="${colors.quiet}">${escape(shorten(service?.shortName ?? node.service, 27))}</text>`,
      `<text x="62" y="58" font-size="11" fill="${colors.quiet}">${escape(shorten(service ? formatFacts(service, node.properties) : '', 27))}</text>`,
    ];
    return (
      `<g transform="translate(${at.x} ${at.y})"><title>${escape(name)}</title>` +
      `<rect width="${nodeWidth}" height="${nodeHeight}" rx="8" fill="${colors.paper}" stroke="${colors.line}"/>` +
      (icon === undefined ? '' : `<image x="11" y="16" width="40" height="40" href="${icon}"/>`) +
      `${lines.join('')}</g>`
    );
  });
  const notes = design.annotations.map((note) => {
    const size = note.size ?? annotationSize;
    const rows = note.text
      .split('\n')
      .map(
        (row, index) =>
          `<tspan x="${note.position.x + 10}" dy="${index === 0 ? 0 : 18}">${escape(row)}</tspan>`,
      );
    return (
      `<rect x="${note.position.x}" y="${note.position.y}" width="${size.width}" height="${size.height}" rx="6" fill="#fdf2de" stroke="#ecce98"/>` +
      `<text x="${note.position.x + 10}" y="${note.position.y + 22}" font-size="12" fill="${colors.text}">${rows.join('')}</text>`
    );
  });
  const markers = Object.entries(colors.edges).map(
    ([kind, color]) =>
      `<marker id="arrow-${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M.5 1 9.5 5 .5 9z" fill="${color}"/></marker>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="Inter, Helvetica, Arial, sans-serif">`,
    `<title>${escape(design.name)}</title>`,
    `<defs>${markers.join('')}</defs>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colors.paper}"/>`,
    ...containers,
    ...edges,
    ...nodes,
    ...notes,
    '</svg>\n',
  ].join('\n');
}
