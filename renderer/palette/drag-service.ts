import type { DragEvent } from 'react';

/** Type of the drag data; other drags are not for the canvas. */
const mimeType = 'application/x-pipewright-service';

export function setDraggedService(event: DragEvent, service: string): void {
  event.dataTransfer.setData(mimeType, service);
  event.dataTransfer.effectAllowed = 'copy';
}

export const isServiceDrag = (event: DragEvent): boolean => event.dataTransfer.types.includes(mimeType);

export const getDraggedService = (event: DragEvent): string => event.dataTransfer.getData(mimeType);
