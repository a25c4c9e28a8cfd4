import { createRequire } from "node:module";

interface Sku {
  readonly tflops: number;
  readonly memory?: readonly number[];
  readonly msrp: number;
  readonly power: number;
}

/** One line of the list of hardware. */
export interface RawSku extends Sku {
  readonly group: string;
  readonly maker: string;
  readonly name: string;
}

/** Every line of the list of hardware, from the CommonJS build of the package. */
export function rawSkus(build: string): RawSku[] {
  const module = createRequire(import.meta.url)(build) as {
    SKUS: Record<string, Record<string, Record<string, Sku>>>;
  };
  const lines: RawSku[] = [];
  for (const group in module.SKUS)
    for (const maker in module.SKUS[group])
      for (const name in module.SKUS[group]?.[maker]) {
        const sku = module.SKUS[group]?.[maker]?.[name];
        if (sku) lines.push({ group, maker, name, ...sku });
      }
  return lines;
}
