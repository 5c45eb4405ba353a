import { once } from 'node:events';
import { WebSocket } from 'ws';
import { until } from './measure.ts';

/** A V8 isolate, which is a thread, and the megabytes of its heap that are in memory. */
export interface Isolate {
  readonly thread: string;
  readonly heap: number;
}

type Message = Readonly<Record<string, unknown>>;
type Send = (method: string, params?: Message) => Promise<Message>;

const HEAP = "process.getBuiltinModule('v8').getHeapStatistics().total_physical_size / 1048576";
const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null;
const messageOf = (value: unknown): Message => (isMessage(value) ? value : {});

/**
 * The heaps of a process of Node and of its worker threads, asked through its debugger, which a signal opens at the port it was started
 * with (`--inspect-port`). The debugger itself takes two megabytes from then on.
 */
export async function isolatesOf(pid: number, port: number): Promise<Isolate[]> {
  process.kill(pid, 'SIGUSR1');
  const address = await until(async () => {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`).then(
      (answer) => answer.json(),
      () => [],
    );
    return targets.length > 0 ? String(targets[0].webSocketDebuggerUrl) : undefined;
  }, 50);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  try {
    return await heapsThrough(socket);
  } finally {
    socket.close();
  }
}

async function heapsThrough(socket: WebSocket): Promise<Isolate[]> {
  const heaps: Promise<Isolate>[] = [];
  const workers = new Map<unknown, (answer: Message) => void>();
  const main = session((text) => socket.send(text));
  socket.on('message', (raw) => {
    const message = messageOf(JSON.parse(String(raw)));
    const { sessionId, message: inner, workerInfo } = messageOf(message.params);
    if (message.method === 'NodeWorker.attachedToWorker') {
      const worker = session((text) => void main.send('NodeWorker.sendMessageToWorker', { sessionId, message: text }));
      workers.set(sessionId, worker.receive);
      heaps.push(heapOf(worker.send, String(messageOf(workerInfo).url)));
    } else if (message.method === 'NodeWorker.receivedMessageFromWorker')
      workers.get(sessionId)?.(messageOf(JSON.parse(String(inner))));
    else main.receive(message);
  });
  heaps.push(heapOf(main.send, 'main'));
  await main.send('NodeWorker.enable', { waitForDebuggerOnStart: false });
  return Promise.all(heaps);
}

/** Orders of the debugger's protocol, and the answers to them by their numbers. */
function session(post: (text: string) => void): { send: Send; receive(message: Message): void } {
  const waiting = new Map<unknown, (answer: Message) => void>();
  let last = 0;
  return {
    send: (method, params = {}) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        post(JSON.stringify({ id: last, method, params }));
      }),
    receive: (message) => waiting.get(message.id)?.(messageOf(message.result)),
  };
}

async function heapOf(send: Send, address: string): Promise<Isolate> {
  const { result } = await send('Runtime.evaluate', { expression: HEAP, returnByValue: true });
  const thread = address.replace(/^.*\//, '').replace(/(-thread)?\.js.*$/, '');
  return { thread, heap: Number(messageOf(result).value) };
}
