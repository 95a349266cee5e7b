import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const elasticache = defineService({
  id: 'elasticache',
  displayName: 'Amazon ElastiCache',
  shortName: 'ElastiCache',
  category: 'Databases',
  summary: 'Keeps hot data in memory, so that reads take less than a millisecond.',
  keywords: ['cache', 'redis', 'valkey', 'memcached', 'in-memory'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
  icon: { aws: 'architecture-service/AmazonElastiCache.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['deployment', 'engine', 'cacheNodeType'],
  limits,
  simulation,
  iac,
});
