import type { Asked, FileBytes, OriginName, Reply } from "./reply.ts";

/** What goes wrong with a request; each part is given what would have been right. */
export interface Effect {
  /** Stands in the place of any answer. */
  answer?(asked: Asked): Reply;
  /** Changes what a file holds, before the parts that are asked for are cut out of it. */
  content?(file: FileBytes): FileBytes;
  /** Changes an answer that is ready. */
  reply?(reply: Reply, asked: Asked): Reply | Promise<Reply>;
}

/** Something that fails on command: which requests, how many of them, and how. */
export interface Fault {
  /** Part of the path with its query, or a pattern for it. */
  readonly path: string | RegExp;
  /** The server that is asked; the Hub and its store unless said. */
  readonly origin?: OriginName;
  readonly method?: string;
  /** Matching requests that pass first; none unless said. */
  readonly after?: number;
  /** Matching requests that fail then; all unless said. */
  readonly times?: number;
  readonly effect: Effect;
}

/** A fault at work. */
export interface ActiveFault {
  /** Requests that it has made fail. */
  readonly hits: number;
  lift(): void;
}

/** The faults at work, in the order in which they were asked for. */
export class Faults {
  readonly #active: Counted[] = [];

  add(fault: Fault): ActiveFault {
    const counted = new Counted(fault, () => this.#active.splice(this.#active.indexOf(counted), 1));
    this.#active.push(counted);
    return counted;
  }

  /** Effects on a request, which counts for every fault that it matches. */
  on(asked: Omit<Asked, "content">): Effect[] {
    return this.#active.filter((one) => one.takes(asked)).map(({ effect }) => effect);
  }
}

class Counted implements ActiveFault {
  hits = 0;
  readonly lift: () => void;
  readonly #fault: Fault;
  #seen = 0;

  constructor(fault: Fault, lift: () => void) {
    this.#fault = fault;
    this.lift = lift;
  }

  get effect(): Effect {
    return this.#fault.effect;
  }

  takes({ url, origin, method }: Omit<Asked, "content">): boolean {
    const { path, after = 0, times = Number.POSITIVE_INFINITY, ...only } = this.#fault;
    const asked = url.pathname + url.search;
    const matches = typeof path === "string" ? asked.includes(path) : path.test(asked);
    if (!matches || (only.origin ? only.origin !== origin : origin === "foreign") || (only.method ?? method) !== method)
      return false;
    this.#seen++;
    const hit = this.#seen > after && this.#seen <= after + times;
    if (hit) this.hits++;
    return hit;
  }
}
