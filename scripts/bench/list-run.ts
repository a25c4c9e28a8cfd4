import { openHub } from "../lib/hub/hub.ts";
import { modelList } from "../lib/hub/lists.ts";
import { usualFetch } from "../lib/hub/wide.ts";

const [endpoint = ""] = process.argv.slice(2);
let [rows, requests] = [0, 0];
const counted: typeof fetch = (input, init) => {
  requests++;
  return usualFetch(input, init);
};

const from = performance.now();
for await (const _ of modelList.rows(openHub({ endpoint, token: "", fetch: counted }).params)) rows++;
const seconds = (performance.now() - from) / 1000;
process.stdout.write(JSON.stringify({ seconds, rows, requests, peak: process.resourceUsage().maxRSS / 1e6 }));
