import { type Text, text } from '../iac/ir/expression.ts';
import type { IacEdgeEnd } from '../iac/ir/mapping.ts';

/** Key prefix an edge at a bucket is limited to: no leading slash, one trailing slash, or empty. */
export function getEdgePrefix(edge: IacEdgeEnd): string {
  const prefix = edge.edgeConfig.has('prefix') ? edge.edgeConfig.text('prefix') : '';
  const trimmed = prefix.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `${trimmed}/`;
}

/** `s3://bucket/prefix/` of an edge at a bucket. */
export function getEdgeUri(edge: IacEdgeEnd): Text {
  return text('s3://', edge.ref('name'), `/${getEdgePrefix(edge)}`);
}
