import { type Fact, share } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { paperLinks, scienceLicences } from "../tables.ts";
import type { Counted } from "./weight.ts";

type Facts = Readonly<Record<string, Fact>>;
type LicenceRow = Row<typeof scienceLicences>;
type LinkRow = Row<typeof paperLinks>;

/** Groups that are compared, by the name of their domain. */
const compared = { science: "(any)", every: "(all)", medicine: "medicine" } as const;

/** What repositories of science state, against all: a licence, and a paper. */
export function statedFacts(
  prefix: string,
  { population, groups }: Counted,
  licences: readonly LicenceRow[],
  links: readonly LinkRow[],
): Facts {
  const { noun, words, basis } = population;
  const made = (id: string, domain: string): Facts => {
    const whole = groups.get(domain)?.repositories ?? 0;
    if (whole === 0) return {};
    const part = (rows: readonly { domain: string; repositories: number }[]): number =>
      rows.filter((row) => row.domain === domain).reduce((sum, { repositories }) => sum + repositories, 0);
    const of = `Share of ${noun} among ${words}, ${domain === "(all)" ? "all" : domain === "(any)" ? "those that say a domain of science" : `those that say ${domain}`},`;
    const fact = (value: number, definition: string): Fact =>
      share({ part: value, whole, unknown: 0, n: whole, definition, basis });
    return {
      [`${prefix}${id}-unlicensed`]: fact(
        part(licences.filter(({ licence }) => licence === null)),
        `${of} that state no licence.`,
      ),
      [`${prefix}${id}-with-paper`]: fact(part(links), `${of} that name a paper of arXiv by a tag.`),
    };
  };
  return Object.assign({}, ...Object.entries(compared).map(([id, domain]) => made(id, domain)));
}
