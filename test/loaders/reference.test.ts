import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { readRegistries } from "#test/fixtures/registries.ts";
import { put, scratch } from "#test/fixtures/source.ts";

const files = {
  owners:
    "owner,display_name,country,kind,parent,programme,confidence,source,note\n" +
    'Qwen,Qwen,CN,industry,Alibaba,,high,https://qwen.ai/,"Lab of\nAlibaba"\n' +
    "somebody,,,individual,,,medium,unsourced,\n",
  "owner-alternatives": "owner,country,kind,reason,source\nQwen,SG,industry,A branch,unsourced\n",
  renames: "platform,old,new,on,source\nhuggingface,THUDM,zai-org,2025-08-07,unsourced\n",
  "published-figures":
    "id,theme,statement,value,unit,period,population,noun,denominator,window,window_end,definition,source_title,source_url,quoted_from,confidence,needs,conflict\n" +
    "S26-01,scale,Users,13,million users,2025,,users,,,,Accounts,A report,https://example.org/,secondary,medium,accounts,C1\n",
};

const read = (changes: Readonly<Record<string, string>> = {}) => readRegistries({ ...files, ...changes });

describe("readReference", () => {
  test("decodes: empty is null, numbers are numbers, quoted newlines stay", async () => {
    const { owners, alternatives, renames, published } = await read();
    expect(owners).toHaveLength(2);
    expect(owners[0]).toMatchObject({ owner: "Qwen", country: "CN", programme: null, note: "Lab of\nAlibaba" });
    expect(alternatives[0]?.country).toBe("SG");
    expect(renames[0]?.on).toBe("2025-08-07");
    expect(published[0]?.value).toBe(13);
  });

  const owner = (row: string) => ({ owners: `${files.owners}${row}\n` });

  test.each([
    ["an unknown kind", owner("a,A,DE,club,,,high,unsourced,"), 'owners.csv:5: kind "club" is not one of industry'],
    ["an unknown country", owner("a,A,XX,industry,,,high,unsourced,"), 'owners.csv:5: country "XX"'],
    ["a country in three letters", owner("a,A,DEU,industry,,,high,unsourced,"), 'owners.csv:5: country "DEU"'],
    [
      "no country for an organisation",
      owner("a,A,,industry,,,high,unsourced,"),
      "owners.csv:5: country is empty for a; write ZZ",
    ],
    [
      "the name of an individual",
      owner("a,Anna,,individual,,,low,unsourced,"),
      "owners.csv:5: display_name must be empty",
    ],
    ["the country of an individual", owner("a,,DE,individual,,,low,unsourced,"), "owners.csv:5: country must be empty"],
    [
      "the same owner in other case",
      owner("qwen,Q,CN,industry,,,high,unsourced,"),
      'owners.csv:5: owner "qwen" is already on line 2',
    ],
    ["a source that is no URL", owner("a,A,DE,industry,,,high,the web,"), 'owners.csv:5: source "the web"'],
    ["too few cells", owner("a,A,DE"), "owners.csv:5: 3 cells instead of 9"],
    ["space around a cell", owner("a ,A,DE,industry,,,high,unsourced,"), 'owners.csv:5: owner "a " has space'],
    ["another header", { renames: "old,new\n" }, "renames.csv:1: columns must be platform,old,new,on,source"],
    [
      "a day that is none",
      { renames: "platform,old,new,on,source\nhuggingface,a,b,2025-02-30,unsourced\n" },
      'renames.csv:2: on "2025-02-30"',
    ],
    [
      "an unknown platform",
      { renames: "platform,old,new,on,source\ngithub,a,b,,unsourced\n" },
      'renames.csv:2: platform "github"',
    ],
    [
      "an alternative of nobody",
      { "owner-alternatives": "owner,country,kind,reason,source\nnobody,DE,industry,x,unsourced\n" },
      'owner "nobody" has no row',
    ],
    [
      "a value that is no number",
      { "published-figures": files["published-figures"].replace(",13,", ",thirteen,") },
      'value "thirteen" is not a number',
    ],
    [
      "an unknown way of quoting",
      { "published-figures": files["published-figures"].replace("secondary", "rumour") },
      'quoted_from "rumour"',
    ],
  ])("refuses %s, naming file and line", async (_, changes, message) => {
    await expect(read(changes)).rejects.toThrow(message);
  });

  const licence = (row: string) => ({
    "licence-families": `licence,name,family,reason,source,confidence\n${row}\n`,
  });

  test.each([
    ["in capitals", "MIT,,permissive,Short,https://example.org/,high", '"MIT" must be lower case'],
    ["of an unknown family", "mit,,free,Short,https://example.org/,high", 'family "free" is not one of permissive'],
    ["whose confidence no source earns", "mit,,permissive,Short,unsourced,high", 'confidence "high" needs a source'],
  ])("refuses a licence %s", async (_, row, message) => {
    await expect(read(licence(row))).rejects.toThrow(`licence-families.csv:2: ${message.replace(/^"/, 'licence "')}`);
  });

  test("EU, ZZ and TW are countries or regions", async () => {
    const rows = ["EU", "ZZ", "TW"].map((code) => `o-${code},O,${code},industry,,,high,unsourced,`).join("\n");
    expect((await read(owner(rows))).owners).toHaveLength(5);
  });

  test("reports everything at once, and a missing file by name", async () => {
    const dir = await scratch();
    await put(join(dir, "owners.csv"), `${files.owners}a,A,XX,club,,,sure,unsourced,\n`);
    const error: unknown = await readReference(dir).catch((caught: unknown) => caught);
    const lines = String(error).split("\n");
    expect(lines).toHaveLength(20);
    expect(lines[0]).toContain("19 problems");
    expect(String(error)).toContain("renames.csv:1: no such file");
  });
});
