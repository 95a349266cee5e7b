import type { z } from 'zod';

/** A request the renderer may make: what it sends and what it gets back, both checked. */
export interface RequestChannel<
  Request extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  request: Request;
  response: Response;
  /** Largest request accepted, counted in characters of text and bytes of binary data. */
  maxBytes: number;
}

/** A message the main process may send to the page. */
export interface EventChannel<Payload extends z.ZodType = z.ZodType> {
  payload: Payload;
}

const defaultMaxBytes = 64 * 1024;

/** Declares a request channel; `maxBytes` defaults to 64 KiB. */
export function defineRequest<Request extends z.ZodType, Response extends z.ZodType>(
  request: Request,
  response: Response,
  maxBytes: number = defaultMaxBytes,
): RequestChannel<Request, Response> {
  return { request, response, maxBytes };
}

/** Declares an event channel. */
export function defineEvent<Payload extends z.ZodType>(payload: Payload): EventChannel<Payload> {
  return { payload };
}
