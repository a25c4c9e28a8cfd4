import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, share, sum } from "#kit/facts.ts";
import { label } from "#kit/format.ts";
import { cohensKappa } from "#kit/stats/kappa.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { type Stratum, sureness, weighted } from "../precision.ts";

type Facts = Readonly<Record<string, Fact>>;
type Labels = Reference["labels"];

export const isDomain = ({ domain }: { readonly domain: string }): boolean => !domain.startsWith("substring-");

const level = label(sureness, "share");
const method = `bounds are Wilson's interval of ${level}, for the draw alone`;

/** How many of the models that words put into a domain are of it, by the labelled sample. */
export function precisionFacts(strata: readonly Stratum[], labels: Labels, basis: Basis): Facts {
  const own = strata.filter(isDomain);
  return {
    ...agreementFacts(labels, basis),
    ...Object.fromEntries(strata.map((one) => [`precision-${one.domain}`, precisionOf(one, basis)])),
    precision: overall(own, basis),
    "worst-precision": extreme(own, basis, (a, b) => a.precision - b.precision),
    "best-precision": extreme(own, basis, (a, b) => b.precision - a.precision),
    "census-strata": count({
      value: own.filter(({ drawn, models }) => drawn >= models).length,
      unit: "scenarios",
      definition: "Domains so small that every model of them was labelled.",
      basis,
    }),
  };
}

function agreementFacts(labels: Labels, basis: Basis): Facts {
  const { n, agreement, kappa, interval } = cohensKappa(
    labels.map(({ first }) => first),
    labels.map(({ second }) => second),
  );
  const definition =
    "Model-assisted labels of the drawn models, one a stratum and model, given twice without sight of each other";
  const unsure = labels.filter(({ label }) => label === "unsure").length;
  return {
    labelled: count({ value: n, unit: "models", definition: `${definition}.`, basis }),
    agreement: share({
      part: Math.round(agreement * n),
      whole: n,
      unknown: 0,
      n,
      definition: `${definition}: share on which both passes agree.`,
      basis,
    }),
    kappa: {
      ...sum({
        value: kappa,
        unit: "index",
        n,
        definition: `${definition}: Cohen's kappa, with its interval of ${level}.`,
        basis,
      }),
      bounds: interval,
    },
    "labelled-namespaces": count({
      value: new Set(labels.map(({ repo }) => repo.toLowerCase().split("/")[0])).size,
      unit: "namespaces",
      definition: `${definition}: namespaces that publish the drawn models.`,
      basis,
    }),
    unsure: count({
      value: unsure,
      unit: "models",
      definition: `${definition}: those that nobody could tell after adjudication.`,
      basis,
    }),
  };
}

function precisionOf({ domain, drawn, right, unsure, models, interval }: Stratum, basis: Basis): Fact {
  const what = isDomain({ domain }) ? `that say ${domain}` : `with ${domain.replace("substring-", "")} inside a tag`;
  const census = drawn >= models ? "all of them were labelled" : `${drawn} of ${models} were drawn; ${method}`;
  const fact = share({
    part: right,
    whole: drawn,
    unknown: 0,
    n: drawn,
    definition: `Share of the models ${what} that are of the domain, by labels: ${census}.`,
    basis,
    variants:
      unsure === 0
        ? []
        : [{ label: "what nobody could tell counted as of the domain", value: (right + unsure) / drawn }],
  });
  return drawn >= models ? fact : { ...fact, bounds: interval };
}

function overall(strata: readonly Stratum[], basis: Basis): Fact {
  const { value, interval } = weighted(strata);
  const whole = strata.reduce((total, { models }) => total + models, 0);
  const n = strata.reduce((total, { drawn }) => total + drawn, 0);
  const without = (left: string): number => weighted(strata.filter(({ domain }) => domain !== left)).value;
  const drawn = strata.reduce((total, { right }) => total + right, 0) / n;
  const fact = share({
    part: value * whole,
    whole,
    unknown: 0,
    n,
    definition: `Share of the pairs of a model and a domain that its words say which are right: precision of each domain weighted by its models; bounds of ${level} from those of the domains.`,
    basis,
    variants: [
      { label: "mathematics left out", value: without("mathematics") },
      { label: "medicine left out", value: without("medicine") },
      { label: "every labelled model alike, without weights", value: drawn },
    ],
  });
  return { ...fact, bounds: interval };
}

function extreme(strata: readonly Stratum[], basis: Basis, order: (a: Stratum, b: Stratum) => number): Fact {
  const [first] = strata.filter(({ drawn }) => drawn >= 20).sort(order);
  if (first === undefined) throw new Error("science-labels.csv: no domain has 20 labels");
  return precisionOf(first, basis);
}
