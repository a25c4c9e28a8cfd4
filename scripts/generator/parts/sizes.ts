import type { Size } from "../truth/facts.ts";
import type { ModelName } from "./names.ts";
import type { Gguf, Tensors } from "./tensors.ts";

/** Everything that bears on the size of a model. */
export interface Evidence {
  readonly gguf: Gguf | null;
  readonly tensors: Tensors | null;
  readonly name: ModelName;
  readonly relation: string | null;
}

/** Size of a model by itself. */
export function ownSize(of: Evidence): Size {
  const [gguf, tensors, states] = [of.gguf?.total ?? null, stated(of), of.name.states];
  if (gguf !== null) return { parameters: gguf, from: "gguf" };
  if (tensors !== null && states !== null && quantised(of) && tensors < 0.75 * states)
    return { parameters: states, from: "name-over-packed" };
  if (tensors !== null) return { parameters: tensors, from: "safetensors" };
  return states === null ? { parameters: null, from: null } : { parameters: states, from: "name" };
}

/** Size of a model with the help of its only base. */
export function sizeWith(of: Evidence, parent: number | null): Size {
  const own = ownSize(of);
  if (parent === null || !(of.relation === "finetune" || of.relation === "quantized")) return own;
  if (own.from === null) return { parameters: parent, from: "parent" };
  const packed = own.from === "safetensors" && quantised(of) && (own.parameters ?? 0) < 0.75 * parent;
  return packed ? { parameters: parent, from: "parent-over-packed" } : own;
}

function stated({ tensors }: Evidence): number | null {
  const total = tensors?.total ?? 0;
  return total > 0 ? total : null;
}

function quantised({ name, relation }: Evidence): boolean {
  return relation === "quantized" || name.quantised;
}
