import { type Basis, narrow } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import type { Frequency } from "#kit/stats/frequency.ts";
import type { Row } from "#loaders/schema/table.ts";
import { type Part, parts } from "./parts.ts";
import { type Counter, counters } from "./tables/counters.ts";
import type { crawlDownloads, modelDownloads } from "./tables.ts";

type HubRow = Row<typeof modelDownloads>;
type PartRow = Row<typeof crawlDownloads>;
type Publisher = "none" | "first" | "other";

/** Downloads of the models of one population by one counter, on one day. */
export interface Distribution {
  /** Begins the ids of its facts. */
  readonly id: string;
  /** Name of the population, as labels have it. */
  readonly label: string;
  readonly counter: Counter;
  readonly day: string;
  readonly basis: Basis;
  /** How many models have each number of downloads. */
  readonly models: readonly Frequency[];
  /** The same of models that are a year old or older; empty where the population's ages are not known. */
  readonly old: readonly Frequency[];
  /** Models whose downloads are not known. */
  readonly unknown: number;
}

/** A distribution over the complete Hub, with its models by publisher. */
export interface HubDistribution extends Distribution {
  /** Models whose ids name no owner, of the namespace with the most downloads, and of the others. */
  readonly by: Readonly<Record<Publisher, readonly Frequency[]>>;
}

/** Every listing of the complete Hub by every counter that it has, oldest first. */
export function hubDistributions({ rows, basis }: Evidence<typeof modelDownloads>): HubDistribution[] {
  const days = [...new Set(rows.map((row) => row.observed_on))].sort();
  const [early, newest] = [days[0], days.at(-1)];
  return days.flatMap((day) =>
    Object.values(counters).flatMap((counter) => {
      const own = rows.filter((row) => row.observed_on === day && row.counter === counter);
      const base = day === newest ? "hub" : day === early ? "early" : `hub-${day}`;
      const id = counter === counters.lifetime ? `${base}-lifetime` : base;
      return own.length === 0 ? [] : [onHub(own, { id, day, counter, basis: narrow(basis, { asOf: day }) })];
    }),
  );
}

type Named = Pick<Distribution, "id" | "day" | "counter" | "basis">;

function onHub(rows: readonly HubRow[], named: Named): HubDistribution {
  const of = (publisher: Publisher) => frequencies(rows.filter((row) => row.publisher === publisher));
  const by = { none: of("none"), first: of("first"), other: of("other") };
  return { ...distribution(rows, { ...named, label: "The whole Hub" }), by };
}

/** Every chosen part of the Hub by every counter that it has, in the order of `parts`. */
export function partDistributions({ rows, basis }: Evidence<typeof crawlDownloads>): Distribution[] {
  return parts.flatMap((part) =>
    Object.values(counters).flatMap((counter) => {
      const own = rows.filter((row) => row.part === part.part && row.counter === counter);
      const [first] = own;
      return first === undefined ? [] : [ofPart(part, own, counter, basis, first.observed_on)];
    }),
  );
}

function ofPart(part: Part, rows: readonly PartRow[], counter: Counter, basis: Basis, day: string): Distribution {
  const id = counter === counters.lifetime ? `${part.id}-lifetime` : part.id;
  const own = { ...narrow(basis, { population: part.population, asOf: day }), sources: [part.source] };
  return distribution(rows, { id, label: part.label, counter, day, basis: own });
}

function distribution(rows: readonly (HubRow | PartRow)[], named: Named & { readonly label: string }): Distribution {
  const unknown = rows.filter((row) => row.downloads === null).reduce((sum, row) => sum + row.models, 0);
  return {
    ...named,
    unknown,
    models: frequencies(rows),
    old: frequencies(rows.filter((row) => row.year_old === true)),
  };
}

function frequencies(rows: readonly (HubRow | PartRow)[]): Frequency[] {
  return rows.flatMap(({ downloads, models }) => (downloads === null ? [] : [{ value: downloads, n: models }]));
}
