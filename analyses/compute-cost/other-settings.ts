import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { ownedUsdPerHour } from "./arithmetic.ts";
import type { NamedRow } from "./own-hardware.ts";
import { type AssumptionIds, assumed, assumption, rentsOf, type Setting, settingOf } from "./setting.ts";
import type { accelerators } from "./tables.ts";

/** Another setting, in words, and what it is compared with if not the cheapest seller. */
export interface OtherSetting {
  readonly label: string;
  readonly setting: Setting;
  readonly against?: (row: NamedRow) => NamedRow;
}

const words = {
  busy: "busy share of the time",
  batch: "sequences side by side",
  context: "tokens in a sequence",
  bandwidthUse: "share of the bandwidth reached",
  prefillUse: "share of the peak rate reached",
  overhead: "memory on top",
  usable: "share of the memory used",
} as const;

/** Each assumption at both ends, other rents and accelerators, bought hardware, smaller weights, another seller. */
export function otherSettings(
  reference: Reference,
  listed: readonly Row<typeof accelerators>[],
  setting: Setting,
  until: string,
  ids: AssumptionIds = assumed,
): OtherSetting[] {
  return [
    ...ends(reference, setting, ids),
    ...rents(reference, setting, until),
    ...bought(reference, listed, setting),
    { label: "weights of more than eight bits served in eight", setting: { ...setting, bitsAtMost: 8 } },
    { label: "on H200", setting: on("H200 SXM", reference, setting, until) },
    {
      label: "against the first quartile of sellers",
      setting,
      against: (row) => ({ ...row, cheapest_3_1: row.quartile_3_1 }),
    },
  ];
}

function ends(reference: Reference, setting: Setting, ids: AssumptionIds): OtherSetting[] {
  return (Object.keys(words) as (keyof typeof words)[]).flatMap((part) => {
    const { low, high } = assumption(reference, ids[part]);
    return [
      { label: `lowest ${words[part]}`, setting: { ...setting, [part]: low } },
      { label: `highest ${words[part]}`, setting: { ...setting, [part]: high } },
    ];
  });
}

function rents(reference: Reference, setting: Setting, until: string): OtherSetting[] {
  const all = rentsOf(reference, setting.spec.name, until);
  return [
    { label: "cheapest rent", setting: { ...setting, usdPerHour: all[0] ?? Number.NaN } },
    { label: "dearest rent", setting: { ...setting, usdPerHour: all.at(-1) ?? Number.NaN } },
  ];
}

function on(name: string, reference: Reference, setting: Setting, until: string): Setting {
  const { spec, usdPerHour } = settingOf(reference, name, until);
  return { ...setting, spec, usdPerHour };
}

/** Hardware bought at the price of Hugging Face's list, with servers, power and years as assumed. */
function bought(reference: Reference, listed: readonly Row<typeof accelerators>[], setting: Setting): OtherSetting[] {
  const usd = listed.find(({ name }) => name === setting.spec.tasks_name)?.price_usd ?? null;
  const watts = setting.spec.power_watts;
  if (usd === null || watts === null) return [];
  const value = (id: string): number => assumption(reference, id).value;
  const usdPerHour = ownedUsdPerHour({
    ...{ usd, watts, pue: setting.pue, host: value("host"), years: value("amortisation") },
    ...{ hoursPerMonth: value("hours"), usdPerKwh: value("electricity") },
  });
  return [{ label: "bought instead of rented", setting: { ...setting, usdPerHour } }];
}
