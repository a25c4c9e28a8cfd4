export { memoryFrame, servingFrame } from "./frames/hardware.ts";
export { changeFrame, disagreementFrame, ratioFrame } from "./frames/prices.ts";
export { trainingFrame } from "./frames/training.ts";
