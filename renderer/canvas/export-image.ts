import { getNodesBounds } from '@xyflow/react';
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { saveImage } from '../app-api.ts';
import { getDesign } from '../state/design-store.ts';
import { clearSelection } from '../state/selection-store.ts';
import { setTask, showMessage } from '../state/status-store.ts';
import { buildSvg } from './build-svg.ts';
import { getCanvasElement, getFlowNodes } from './canvas-handle.ts';
import { useDetail } from './detail-store.ts';
import { useRoutes } from './routing/routes-store.ts';

const margin = 32;
const pixelRatio = 2;
/** Browsers refuse bigger canvases. */
const longestSide = 14_000;

async function toDataUrl(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** The one font the cards use, embedded: a picture must not depend on the machine it was made on. */
async function buildFontCss(): Promise<string> {
  const data = await toDataUrl(interUrl);
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(data:font/woff2;base64,${data}) format('woff2');}`;
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Draws everything in full while the picture is made, whatever the zoom. */
async function withFullDetail<Result>(make: () => Promise<Result>): Promise<Result> {
  const root = getCanvasElement();
  const { detail } = useDetail.getState();
  useDetail.setState({ detail: 'full', isExporting: true });
  if (root) root.dataset.detail = 'full';
  try {
    // One frame to build what was left out, one to draw it.
    await nextFrame();
    await nextFrame();
    return await make();
  } finally {
    useDetail.setState({ detail, isExporting: false });
    if (root) root.dataset.detail = detail;
  }
}

async function renderPng(): Promise<Uint8Array> {
  const viewport = getCanvasElement()?.querySelector<HTMLElement>('.react-flow__viewport');
  if (!viewport) throw new Error('The canvas is not on screen.');
  const { toBlob } = await import('html-to-image');
  const bounds = getNodesBounds(getFlowNodes());
  const width = bounds.width + 2 * margin;
  const height = bounds.height + 2 * margin;
  const background = getComputedStyle(document.documentElement).getPropertyValue('--canvas').trim();
  const blob = await toBlob(viewport, {
    width,
    height,
    pixelRatio: Math.min(pixelRatio, longestSide / Math.max(width, height)),
    backgroundColor: background,
    fontEmbedCSS: await buildFontCss(),
    style: {
      width: `${width}px`,
      height: `${height}px`,
      transform: `translate(${margin - bounds.x}px, ${margin - bounds.y}px) scale(1)`,
    },
  });
  if (!blob) throw new Error('The picture could not be drawn.');
  return new Uint8Array(await blob.arrayBuffer());
}

/** Saves a picture of the whole design. */
export async function exportImage(format: 'png' | 'svg'): Promise<void> {
  clearSelection();
  const design = getDesign();
  setTask('image', { label: 'Drawing the picture', fraction: undefined });
  try {
    const bytes =
      format === 'svg'
        ? new TextEncoder().encode(await buildSvg(design, useRoutes.getState().routes))
        : await withFullDetail(renderPng);
    const { saved } = await saveImage({ suggestedName: design.name, format, bytes });
    if (saved) showMessage({ tone: 'ok', text: 'The picture was saved.' });
  } finally {
    setTask('image', undefined);
  }
}
