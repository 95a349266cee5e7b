import { create } from 'zustand';

/** A long action under way, shown in the status bar. */
export interface Task {
  label: string;
  /** 0–1; undefined when unknown. */
  fraction: number | undefined;
  cancel?: () => void;
}

export interface Message {
  tone: 'ok' | 'error';
  text: string;
  /** More lines, such as the place in a file that could not be read. */
  details?: string;
}

interface StatusState {
  tasks: ReadonlyMap<string, Task>;
  message: Message | undefined;
}

export const useStatus = create<StatusState>()(() => ({ tasks: new Map(), message: undefined }));

export function setTask(id: string, task: Task | undefined): void {
  const tasks = new Map(useStatus.getState().tasks);
  if (task) tasks.set(id, task);
  else tasks.delete(id);
  useStatus.setState({ tasks });
}

let hideTimer: ReturnType<typeof setTimeout> | undefined;

/** Says what happened. Good news goes away by itself, errors stay until closed. */
export function showMessage(message: Message | undefined): void {
  clearTimeout(hideTimer);
  useStatus.setState({ message });
  if (message?.tone === 'ok') hideTimer = setTimeout(() => useStatus.setState({ message: undefined }), 5000);
}
