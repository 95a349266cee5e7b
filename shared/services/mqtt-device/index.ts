import { defineService } from '../define-service.ts';

import { dataIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const mqttDevice = defineService({
  id: 'mqtt-device',
  displayName: 'MQTT devices',
  shortName: 'MQTT devices',
  category: 'Producers and on-premises',
  summary:
    'Sensors and machines that publish measurements over MQTT, the messaging protocol of the IoT world.',
  keywords: ['sensor', 'iot', 'thing', 'telemetry', 'gateway', 'industrial'],
  docsUrl: 'https://docs.aws.amazon.com/iot/latest/developerguide/mqtt.html',
  icon: { aws: 'resource/AWSIoTSensor.svg' },
  lifecycle: { status: 'available' },
  // Devices publish, and receive what a rule republishes.
  ports: [dataIn, dataOut],
  properties,
  facts: ['devices', 'qos'],
  limits,
  simulation,
  iac,
});
