// Validates every model in the folder SORA_MODELS with Khronos's validator; prints {name: [error or warning, ...]}.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import validator from "gltf-validator";

const information = 2;
const folder = process.env.SORA_MODELS;
const found = {};
for (const name of readdirSync(folder).sort()) {
  const report = await validator.validateBytes(new Uint8Array(readFileSync(join(folder, name))));
  found[name] = report.issues.messages
    .filter((issue) => issue.severity < information)
    .map((issue) => `${issue.code} at ${issue.pointer ?? issue.offset}: ${issue.message}`);
}
console.log(JSON.stringify(found));
