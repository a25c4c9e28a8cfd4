import type { SourceRecord } from "#loaders/schema/source.ts";

/** A fault that begins, ends or lies on a day that its sentence names. */
export interface Break {
  /** First day or month that the sentence names, ISO. */
  readonly on: string;
  readonly fault: string;
}

const dated = /\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b/g;

/** Faults of a source that name a day or month, by the first that they name: a series that crosses it is not of one kind. */
export function breaksOf({ faults }: Pick<SourceRecord, "faults">): Break[] {
  const found = faults.flatMap((fault) => {
    const [on] = [...fault.matchAll(dated)].map(([day]) => day).sort();
    return on === undefined ? [] : [{ on, fault }];
  });
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
