import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };

countries.registerLocale(english);

/** Names of countries that the code list spells in other ways. */
const spellings: Readonly<Record<string, string>> = {
  "United Kingdom of Great Britain and Northern Ireland": "GB",
  "Korea (Republic of)": "KR",
  "Iran (Islamic Republic of)": "IR",
};

/** ISO 3166-1 alpha-2 codes of countries and regions; what is multinational has none; throws for an unknown name. */
export function codesOf(names: readonly string[]): string[] {
  return names.filter((name) => name !== "Multinational").map(codeOf);
}

function codeOf(name: string): string {
  const code = spellings[name] ?? countries.getAlpha2Code(name, "en");
  if (code === undefined) throw new Error(`country "${name}" is not known; add it to loaders/trainings/vocabulary.ts`);
  return code;
}

const accesses: Readonly<Record<string, string>> = {
  "Open weights (unrestricted)": "open",
  "Open weights (restricted use)": "open-restricted",
  "Open weights (non-commercial)": "open-non-commercial",
  "API access": "api",
  "Hosted access (no API)": "hosted",
  Unreleased: "unreleased",
};

/** The word of the table for how a model may be had; null for null; throws for words that are not known. */
export function accessOf(words: string | null): string | null {
  if (words === null) return null;
  const access = accesses[words];
  if (access === undefined)
    throw new Error(`accessibility "${words}" is not known; add it to loaders/trainings/vocabulary.ts`);
  return access;
}
