import { type Basis, narrow } from "#kit/coverage.ts";
import { count, type Fact, quantile, ratio, share, sum } from "#kit/facts.ts";
import { expand, headlineRule, modelsIn, type Priced, type PriceRow, pricedBy, ratiosBy } from "../peers.ts";

type Facts = Readonly<Record<string, Fact>>;

/** What open and closed models ask, whatever their peers, and how many there are. */
export function levelFacts(rows: readonly PriceRow[], whole: Basis): Facts {
  const basis = narrow(whole, {
    population:
      "models in the catalogue of models.dev that are sold by the token, with known release, modality and context",
  });
  const priced = pricedBy(rows, headlineRule);
  const of = (weights: "open" | "closed") => priced.filter((row) => row.weights === weights);
  const [open, closed] = [of("open"), of("closed")];
  const compared = modelsIn(ratiosBy(rows, headlineRule));
  return {
    ...prices(open, closed, basis),
    ...kinds(open, closed, basis),
    ...frontier(rows, closed, basis),
    ...sizes(open, closed, compared, basis),
  };
}

function prices(open: readonly Priced[], closed: readonly Priced[], basis: Basis): Facts {
  const means = { open: mean(open, "open", basis), closed: mean(closed, "closed", basis) };
  return {
    "open-price": middle(open, "open", basis),
    "closed-price": middle(closed, "closed", basis),
    "open-mean": means.open,
    "closed-mean": means.closed,
    "mean-ratio": ratio({
      numerator: Number(means.closed.value),
      denominator: Number(means.open.value),
      n: modelsIn(open) + modelsIn(closed),
      definition: "Mean price of closed models over mean price of open models, whatever their peers.",
      basis,
    }),
  };
}

function middle(rows: readonly Priced[], kind: string, basis: Basis): Fact {
  const definition = `Median over ${kind} models of the blended price, three parts input and one part output, at the median provider.`;
  return quantile({ values: expand(rows), p: 0.5, unit: "usd-per-mtok", definition, basis });
}

function mean(rows: readonly Priced[], kind: string, basis: Basis): Fact {
  const values = expand(rows);
  const value = values.reduce((a, b) => a + b, 0) / values.length;
  const definition = `Mean over ${kind} models of the same price; a few dear models carry it.`;
  return sum({ value, unit: "usd-per-mtok", n: values.length, definition, basis });
}

/** What open and closed models can take in, the reason why peers are scarce. */
function kinds(open: readonly Priced[], closed: readonly Priced[], basis: Basis): Facts {
  const part = (rows: readonly Priced[], kind: string, what: string, holds: (row: Priced) => boolean): Fact => {
    const n = modelsIn(rows);
    const definition = `Share of the ${kind} models that ${what}.`;
    return share({ part: modelsIn(rows.filter(holds)), whole: n, unknown: 0, n, definition, basis });
  };
  const both = (id: string, what: string, holds: (row: Priced) => boolean): Facts => ({
    [`open-${id}`]: part(open, "open", what, holds),
    [`closed-${id}`]: part(closed, "closed", what, holds),
  });
  return {
    ...both("images", "read images beside text", ({ modality }) => modality === "text and images"),
    ...both("long", "take contexts of the longest class", ({ context }) => context.startsWith("above")),
  };
}

/** Closed models of the largest kind, and how many of them find enough peers. */
function frontier(rows: readonly PriceRow[], closed: readonly Priced[], basis: Basis): Facts {
  const largest = ({ modality, context }: Priced): boolean =>
    modality === "text and images" && context.startsWith("above");
  const kind = "Closed models that read images and take contexts of the longest class";
  const models = (value: number, definition: string): Fact =>
    count({ value, unit: "models", n: modelsIn(closed), definition, basis });
  return {
    "closed-largest": models(modelsIn(closed.filter(largest)), `${kind}.`),
    "closed-largest-compared": models(
      modelsIn(ratiosBy(rows, headlineRule).filter(largest)),
      `${kind} and find at least three open peers.`,
    ),
  };
}

function sizes(open: readonly Priced[], closed: readonly Priced[], compared: number, basis: Basis): Facts {
  const models = (value: number, definition: string): Fact => count({ value, unit: "models", definition, basis });
  const alone = modelsIn(closed) - compared;
  return {
    "closed-compared": models(compared, "Closed models that have at least three open peers."),
    "closed-alone": models(alone, "Closed models with fewer than three open peers; left out."),
    "closed-models": models(modelsIn(closed), "Closed models for which open peers are sought."),
    "open-models": models(modelsIn(open), "Open models among which peers are sought."),
  };
}
