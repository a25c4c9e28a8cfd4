import { resolve } from "node:path";
import { defineCommand } from "citty";
import { main, UsageError } from "#scripts/lib/cli.ts";
import { hubOf, startHub, warm } from "./index.ts";

const command = defineCommand({
  meta: {
    name: "node test/hub/loopback/serve.ts",
    description: "Serve a folder of generated months as a Hub on 127.0.0.1, until the process is ended.",
  },
  args: {
    folder: { type: "positional", required: true, description: "What npm run generate made" },
    port: { type: "string", default: "0", description: "Port of the Hub; any free one if left out" },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const { folder, port, json } = args;
    if (!/^\d{1,5}$/.test(port)) throw new UsageError(`--port is ${port}; give a number`);
    const content = hubOf(resolve(folder));
    await warm(content);
    const { url, cdnUrl, foreignUrl, close } = await startHub(content, { port: Number(port) });
    process.stdout.write(json ? `${JSON.stringify({ url, cdnUrl, foreignUrl })}\n` : `${url}\n`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
  },
});

await main(command);
