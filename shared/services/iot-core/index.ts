import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const iotCore = defineService({
  id: 'iot-core',
  displayName: 'AWS IoT Core',
  shortName: 'IoT Core',
  category: 'Producers and on-premises',
  summary:
    'MQTT broker for devices, with a rule that picks messages by SQL and hands them to other services.',
  keywords: ['mqtt', 'broker', 'rule', 'topic', 'telemetry', 'sensor'],
  docsUrl: 'https://docs.aws.amazon.com/iot/latest/developerguide/what-is-aws-iot.html',
  icon: { aws: 'architecture-service/AWSIoTCore.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['sql'],
  limits,
  simulation,
  iac,
});
