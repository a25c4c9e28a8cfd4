import type { Moment } from "../parts/calendar.ts";
import type { ModelFacts } from "./facts.ts";

/** What is remembered of a snapshot until the next one. */
interface Past {
  readonly moment: Moment;
  readonly rows: number;
  /** All-time counter by number: -1 where not listed, NaN where unknown. */
  readonly totals: Float64Array;
  readonly byKey: ReadonlyMap<string, number>;
}

/** The earlier row that a row goes back to. */
export interface Match {
  readonly before: Moment;
  /** Number that the row had then. */
  readonly index: number;
  /** All-time downloads then; null if unknown. */
  readonly total: number | null;
  /** Whether rows were matched by `_id`. */
  readonly byId: boolean;
}

const unlisted = -1;

/** Matches the rows of each snapshot with the one before: by `_id` if both have it, else by name. */
export class Matches {
  readonly #capacity: number;
  readonly #names: boolean;
  #past: Past | undefined;
  #moment: Moment | undefined;
  #rows = 0;
  #totals: Float64Array;
  #byKey = new Map<string, number>();

  /** `names` says whether some snapshot has no `_id`. */
  constructor(capacity: number, names: boolean) {
    this.#capacity = capacity;
    this.#names = names;
    this.#totals = new Float64Array(capacity).fill(unlisted);
  }

  get past(): { readonly moment: Moment; readonly rows: number } | undefined {
    return this.#past;
  }

  get rows(): number {
    return this.#rows;
  }

  get byId(): boolean {
    return this.#past?.moment.ids === true && this.#moment?.ids === true;
  }

  begin(moment: Moment): void {
    this.#moment = moment;
    this.#rows = 0;
    this.#totals = new Float64Array(this.#capacity).fill(unlisted);
    this.#byKey = new Map();
  }

  /** Takes note of a row; gives the earlier one, undefined if there is none. */
  match({ index, id, downloadsAllTime }: ModelFacts): Match | undefined {
    this.#rows += 1;
    this.#totals[index] = downloadsAllTime ?? Number.NaN;
    if (this.#names) this.#byKey.set(id.toLowerCase(), index);
    const past = this.#past;
    const from = this.byId ? index : past?.byKey.get(id.toLowerCase());
    const total = past && from !== undefined ? past.totals.at(from) : undefined;
    if (!past || from === undefined || total === undefined || total === unlisted) return undefined;
    return { before: past.moment, index: from, total: Number.isNaN(total) ? null : total, byId: this.byId };
  }

  end(): void {
    if (this.#moment) this.#past = { moment: this.#moment, rows: this.#rows, totals: this.#totals, byKey: this.#byKey };
  }
}
