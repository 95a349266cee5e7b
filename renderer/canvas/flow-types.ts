import type { Edge, Node } from '@xyflow/react';
import type { Annotation, Container, DesignEdge, DesignNode, EdgeKind } from '../../shared/graph/design.ts';
import type { ServiceDefinition } from '../../shared/services/define-service.ts';

export type ServiceFlowNode = Node<
  { node: DesignNode; service: ServiceDefinition | undefined; ariaName: string },
  'service'
>;
export type ContainerFlowNode = Node<{ container: Container }, 'container'>;
export type AnnotationFlowNode = Node<{ annotation: Annotation }, 'annotation'>;
export type FlowNode = ServiceFlowNode | ContainerFlowNode | AnnotationFlowNode;

export type FlowEdge = Edge<{ edge: DesignEdge; kind: EdgeKind; mechanism: string }, 'pipeline'>;
