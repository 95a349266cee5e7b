import { describe, expect, it } from 'vitest';
import type { SendEvent } from '../../../electron/ipc/send-event.ts';
import type { SimulationCommand, SimulationMessage } from '../../../electron/simulation/messages.ts';
import { SimulationHost, type SimulationProcess } from '../../../electron/simulation/simulation-host.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { readDesignText } from '../../../electron/documents/read-design.ts';

class FakeProcess implements SimulationProcess {
  readonly commands: SimulationCommand[] = [];
  killed = false;
  private listener: (message: SimulationMessage) => void = () => undefined;
  private exitListener: () => void = () => undefined;

  post(command: SimulationCommand): void {
    this.commands.push(command);
  }
  onMessage(listener: (message: SimulationMessage) => void): void {
    this.listener = listener;
  }
  onExit(listener: () => void): void {
    this.exitListener = listener;
  }
  kill(): void {
    this.killed = true;
    this.exitListener();
  }
  say(message: SimulationMessage): void {
    this.listener(message);
  }
  crash(): void {
    this.exitListener();
  }
}

function setUp() {
  const processes: FakeProcess[] = [];
  const sent: { name: string; payload: unknown }[] = [];
  const send: SendEvent = (name, payload) => sent.push({ name, payload });
  const host = new SimulationHost(() => {
    const process = new FakeProcess();
    processes.push(process);
    return process;
  }, send);
  return { host, processes, sent };
}

const command: SimulationCommand = { text: '{}', options: {} };
const failure: SimulationMessage = { kind: 'failed', message: 'There is nothing to run.' };

describe('SimulationHost', () => {
  it('passes on progress and the end, and reuses the process', () => {
    const { host, processes, sent } = setUp();
    const run = host.start(command);
    processes[0]?.say({ kind: 'progress', fraction: 0.5, simulatedSeconds: 30 });
    processes[0]?.say(failure);
    host.start(command);
    expect(processes).toHaveLength(1);
    expect(processes[0]?.commands).toHaveLength(2);
    expect(sent).toEqual([
      { name: 'simulation:progress', payload: { run, fraction: 0.5, simulatedSeconds: 30 } },
      { name: 'simulation:failed', payload: { run, cancelled: false, message: failure.message } },
    ]);
    host.dispose();
  });

  it('cancels by ending the process and ignores what it still says', () => {
    const { host, processes, sent } = setUp();
    const run = host.start(command);
    host.cancel(run);
    processes[0]?.say(failure);
    expect(processes[0]?.killed).toBe(true);
    expect(sent).toMatchObject([{ name: 'simulation:failed', payload: { run, cancelled: true } }]);
  });

  it('cancels the run under way when another starts, in a fresh process', () => {
    const { host, processes, sent } = setUp();
    const first = host.start(command);
    const second = host.start(command);
    expect(processes).toHaveLength(2);
    expect(sent).toMatchObject([{ payload: { run: first, cancelled: true } }]);
    processes[1]?.say(failure);
    expect(sent[1]).toMatchObject({ payload: { run: second, cancelled: false } });
    host.dispose();
  });

  it('reports a process that ended by itself and starts a new one next time', () => {
    const { host, processes, sent } = setUp();
    const run = host.start(command);
    processes[0]?.crash();
    expect(sent).toMatchObject([{ name: 'simulation:failed', payload: { run, cancelled: false } }]);
    host.start(command);
    expect(processes).toHaveLength(2);
    host.dispose();
  });

  it('ignores a cancel for a run that is over', () => {
    const { host, processes, sent } = setUp();
    const run = host.start(command);
    processes[0]?.say(failure);
    host.cancel(run);
    expect(sent).toHaveLength(1);
  });
});

describe('the result of a run', () => {
  it('survives a structured clone, as it has to between processes', () => {
    const text =
      '{"nodes":[{"id":"p","service":"kds"}],"edges":[],"workloads":[{"node":"p","arrivals":{"pattern":"constant","ratePerSecond":10},"recordSizeBytes":1000}]}';
    const result = simulateDesign(readDesignText(text).design, { durationSeconds: 60 });
    expect(structuredClone(result)).toEqual(result);
  });
});
