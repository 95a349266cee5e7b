/** A program that runs beside this one, as a process or a thread, seen from here. */
export interface WorkerProcess<Command, Message> {
  post(command: Command): void;
  onMessage(listener: (message: Message) => void): void;
  /** It ended, by itself or killed. */
  onExit(listener: () => void): void;
  kill(): void;
}
