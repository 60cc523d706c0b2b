/** The live stream: tells open pages that something changed. https://html.spec.whatwg.org/multipage/server-sent-events.html */
import type { ServerResponse } from 'node:http';
import type { Change } from '../protocol.ts';
import type { World } from '../world/world.ts';

const KEEP_ALIVE_MS = 15_000;

export class ChangeStream {
  readonly #world: World;
  readonly #open = new Set<ServerResponse>();
  readonly #stop: () => void;
  readonly #keepAlive: NodeJS.Timeout;
  #pending: Set<string> | null = null;

  constructor(world: World) {
    this.#world = world;
    this.#stop = world.onChange((change) => this.#collect(change.people));
    this.#keepAlive = setInterval(() => {
      for (const response of this.#open) response.write(': still here\n\n');
    }, KEEP_ALIVE_MS);
    this.#keepAlive.unref();
  }

  /** Something went over the wire, whether or not it changed anything. */
  trafficMoved(): void {
    this.#collect([]);
  }

  /** Keeps this answer open, and begins with the version as it is. */
  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    this.#write(response, this.#change(['*']));
  }

  close(): void {
    clearInterval(this.#keepAlive);
    this.#stop();
    for (const response of this.#open) response.end();
  }

  /** Changes of one turn go out as one. */
  #collect(people: readonly string[]): void {
    if (!this.#pending) {
      this.#pending = new Set();
      setImmediate(() => this.#flush());
    }
    for (const person of people) this.#pending.add(person);
  }

  #flush(): void {
    const people = [...(this.#pending ?? [])];
    this.#pending = null;
    const change = this.#change(people);
    for (const response of this.#open) this.#write(response, change);
  }

  #change(people: string[]): Change {
    return { version: this.#world.state.version, people, traffic: this.#world.traffic.last };
  }

  #write(response: ServerResponse, change: Change): void {
    response.write(`id: ${change.version}\ndata: ${JSON.stringify(change)}\n\n`);
  }
}
