import type { Basis } from "#kit/coverage.ts";
import { type Analysis, defineAnalysis } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import { bySettlement, type Entry, type Settlement } from "#kit/ledger.ts";
import { claim, say } from "#kit/text.ts";
import { arithmeticFacts } from "./arithmetic.ts";
import { quote } from "./quoted.ts";

/** What each settlement means, for definitions of its count. */
const meanings: Readonly<Record<Settlement, string>> = {
  reproduced: "that a comparable fact of this edition reproduces",
  close: "that a comparable fact of this edition comes close to",
  differs: "from which a comparable fact of this edition differs",
  "not comparable": "beside which a fact of this edition stands that counts something else",
  "not computable": "that no fact of this edition is near",
};

/**
 * The ledger of published figures as an analysis: counts of its verdicts and, where the edition tells of conflicts,
 * arithmetic between published numbers.
 *
 * It stands in no table of contents; its prose, where an edition has one, is about published figures that conflict.
 */
export function ledgerAnalysis(entries: readonly Entry[], tells: { readonly conflicts: boolean }): Analysis {
  return defineAnalysis({
    id: "claims",
    order: Number.MAX_SAFE_INTEGER,
    label: "Claims",
    question: "What did others publish, and what of it can this edition settle?",
    needs: [],
    tables: {},
    figures: {},
    compute({ reference }) {
      const quoted = quote(reference.published);
      const counts = verdictFacts(entries, quoted.basis);
      const get = (id: string): Fact => counts[id] as Fact;
      return {
        title:
          get("settled").value === 0
            ? say`Of ${get("published-figures")} published figures this edition can settle ${claim("none", [get("settled")], "none")}`
            : say`Of ${get("published-figures")} published figures this edition can settle ${get("settled")}`,
        standfirst: say`Reproduced: ${get("reproduced")}. Close: ${get("close")}. Differs: ${get("differs")}. Beside ${get("not-comparable")} stands a number of this edition that counts something else, so nothing is confirmed or refuted; for ${get("not-computable")} no number is near, and the ledger says what evidence would be needed.`,
        facts: { ...counts, ...(tells.conflicts ? arithmeticFacts(quoted) : {}) },
        frames: {},
        comparisons: [],
        basis: quoted.basis,
      };
    },
  });
}

/** How many published figures there are, by verdict and together. */
function verdictFacts(entries: readonly Entry[], basis: Basis): Record<string, Fact> {
  const held = entries.flatMap((entry) => entry.held ?? []).map(({ fact }) => fact.basis.asOf);
  const on = { ...basis, population: "published figures of the registry", asOf: held.sort().at(-1) ?? basis.asOf };
  const figures = (value: number, definition: string): Fact => count({ value, unit: "figures", definition, basis: on });
  const counts = bySettlement(entries).map(([verdict, those]): [string, Fact] => [
    verdict.replaceAll(" ", "-"),
    figures(those.length, `Published figures ${meanings[verdict]}.`),
  ]);
  const settled = entries.filter(({ held }) => held !== null && held.broken.length === 0);
  return {
    "published-figures": figures(entries.length, "Figures in the registry of what others published."),
    settled: figures(settled.length, "Published figures that a comparable fact of this edition was found for."),
    ...Object.fromEntries(counts),
  };
}
