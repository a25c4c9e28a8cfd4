import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, share } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { trainingAccess } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;
export type AccessRow = Row<typeof trainingAccess>;

/** Models of a field whose weights are published, are not, or may be. */
export interface Access {
  readonly open: number;
  readonly closed: number;
  readonly unknown: number;
  readonly all: number;
  /** Published without limits on use. */
  readonly free: number;
}

/** How the models of one field are published. */
export function accessOf(
  rows: readonly AccessRow[],
  domain: string,
  years = (_: number | null): boolean => true,
): Access {
  const own = rows.filter((row) => row.domain === domain && years(row.year));
  const add = (counts: (access: string | null) => boolean): number =>
    own.filter(({ access }) => counts(access)).reduce((sum, { models }) => sum + models, 0);
  const [all, unknown] = [add(() => true), add((access) => access === null)];
  const open = add((access) => access?.startsWith("open") ?? false);
  return { open, unknown, all, closed: all - unknown - open, free: add((access) => access === "open") };
}

/** Whether the weights of models of biology are published, against those of other fields, with what nobody recorded. */
export function biologyFacts(rows: readonly AccessRow[], basis: Basis): Facts {
  const of = (id: string, domain: string, words: string, access = accessOf(rows, domain)): Facts => {
    const { open, closed, unknown, all, free } = access;
    return {
      [`${id}-models`]: count({
        value: all,
        unit: "models",
        definition: `Models that Epoch AI records, ${words}.`,
        basis,
      }),
      [`${id}-open`]: share({
        part: open,
        whole: all,
        unknown,
        n: all,
        definition: `Share of the models that Epoch AI records, ${words}, whose weights are published, limits on use included; what is not recorded may be either.`,
        basis,
        variants: [
          { label: "only weights published without limits", value: free / all },
          { label: "models of unknown access left out", value: open / (open + closed) },
        ],
      }),
      [`${id}-unrecorded`]: share({
        part: unknown,
        whole: all,
        unknown: 0,
        n: all,
        definition: `Share of the models that Epoch AI records, ${words}, of whose access nothing is recorded.`,
        basis,
      }),
    };
  };
  return {
    ...of("biology", "Biology", "biology among their fields"),
    ...of(
      "biology-2024",
      "Biology",
      "biology among their fields, published in 2024",
      accessOf(rows, "Biology", (year) => year === 2024),
    ),
    ...of("language", "Language", "language among their fields"),
    ...of("recorded", "(all)", "of every field"),
  };
}
