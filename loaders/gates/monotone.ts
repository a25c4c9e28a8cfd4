import { fallen, matchable } from "./match.ts";
import { decided, type Gate, type Judgement, type Measured, type Plan, type Rule } from "./rule.ts";

/** A share of one count in another, of the matching of a snapshot with its predecessor. */
const shares: Readonly<Record<string, readonly [part: string, whole: string]>> = {
  kept: ["matched", "earlier"],
  fell: ["fell", "comparable"],
  lost: ["lost", "earlier downloads"],
  moved: ["moved", "active"],
};

/**
 * `kept`: repositories of the predecessor that are still there; `fell`: those whose all-time counter is lower; `lost`:
 * what they lost of all downloads; `moved`: those with downloads in the window whose counter rose.
 */
export const monotone: Gate = (rule, it) => {
  if (it.before === null) return "it has no predecessor";
  if (it.before.rows === null)
    return decided(false, `the files of ${it.before.label} are not at hand: fetch them first`);
  const match = matchable(it);
  if (match === null) return "the two snapshots have no identity in common";
  if (rule.subject !== "kept" && !match.counted) return "one of the two snapshots has no downloadsAllTime";
  return planned(rule, rule.subject === "fell" || rule.subject === "lost" ? fallen(it, match) : null);
};

function planned(rule: Rule, rows: string | null): Plan {
  return { aggregates: {}, judge: (measured) => judge(rule, measured), rows };
}

function judge({ subject, least, most }: Rule, measured: Measured): Judgement {
  const [part, whole] = shares[subject] ?? ["", ""];
  const [some, all] = [measured(part) ?? 0, measured(whole) ?? 0];
  const share = all === 0 ? 0 : some / all;
  const held = all === 0 || (share >= (least ?? 0) && share <= (most ?? 1));
  return { held, found: `${part}: ${some} of ${all} (${whole}), a share of ${share.toPrecision(3)}` };
}
