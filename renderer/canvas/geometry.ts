import { Position } from '@xyflow/react';
import type { PortDefinition } from '../../shared/services/define-service.ts';

/** Size of a service card in CSS pixels at zoom 1; on the 8 px grid. */
export const nodeWidth = 216;
export const nodeHeight = 72;
export const containerSize = { width: 480, height: 320 };
export const annotationSize = { width: 200, height: 72 };

export interface PortPlace {
  port: PortDefinition;
  side: Position;
  /** Centre, from the card's top-left corner. */
  x: number;
  y: number;
}

/** Takes nothing but what configures a service: such ports sit on top, out of the way of data. */
const isConfigurationPort = (port: PortDefinition): boolean =>
  port.direction === 'in' && port.kinds.every((kind) => kind === 'configuration' || kind === 'metadata');

/** Where the ports of a card are: data in on the left, out on the right, configuration on top. */
export function placePorts(ports: readonly PortDefinition[]): PortPlace[] {
  const top = ports.filter(isConfigurationPort);
  const left = ports.filter((port) => port.direction === 'in' && !top.includes(port));
  const right = ports.filter((port) => port.direction === 'out');
  const spread = (index: number, count: number, length: number): number =>
    (length * (index + 1)) / (count + 1);
  return [
    ...left.map((port, index) => ({
      port,
      side: Position.Left,
      x: 0,
      y: spread(index, left.length, nodeHeight),
    })),
    ...right.map((port, index) => ({
      port,
      side: Position.Right,
      x: nodeWidth,
      y: spread(index, right.length, nodeHeight),
    })),
    ...top.map((port, index) => ({
      port,
      side: Position.Top,
      x: spread(index, top.length, nodeWidth),
      y: 0,
    })),
  ];
}
