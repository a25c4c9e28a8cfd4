import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };

countries.registerLocale(english);

/** Code of a publisher whose country or region nobody could state. */
export const unknownPlace = "ZZ";

/** Where the short name of ISO 3166 is longer or odder than usage; TW, HK and MO stay separate, as the registry has them. */
const exceptions: Readonly<Record<string, string>> = {
  [unknownPlace]: "Unknown",
  EU: "Pan-European",
  US: "United States",
  CN: "China",
  GB: "United Kingdom",
  KR: "South Korea",
  TW: "Taiwan",
  HK: "Hong Kong",
  MO: "Macao",
  AE: "United Arab Emirates",
  RU: "Russia",
  TR: "Türkiye",
};

const articled = new Set(["US", "GB", "AE", "NL", "PH", "DO", "CF", "BS", "GM", "MV"]);

/** A country or region as a sentence has it: in the United States, in China, in an unknown place. */
export function placeInProse(code: string): string {
  if (code === unknownPlace) return "an unknown place";
  return articled.has(code) ? `the ${placeName(code)}` : placeName(code);
}

/** English name of a country or region by its code; the code itself when the registry has none. */
export function placeName(code: string): string {
  return exceptions[code] ?? countries.getName(code, "en") ?? code;
}
