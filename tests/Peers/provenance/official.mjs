// Validates files with the official WASM build of c2pa-rs.
// Usage: node official.mjs [--anchors roots.pem] FILE...   One JSON line per file.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extname } from 'node:path';
import { initSync, WasmReader } from '@contentauth/c2pa-wasm';

const types = { '.mp4': 'video/mp4', '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp', '.gif': 'image/gif', '.wav': 'audio/wav' };
const files = process.argv.slice(2);
let anchors;
if (files[0] === '--anchors') {
  files.shift();
  anchors = readFileSync(files.shift(), 'utf8');
}

const settings = JSON.stringify({
  verify: { remote_manifest_fetch: false },
  ...(anchors && { trust: { trust_anchors: anchors } }),
});

initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@contentauth/c2pa-wasm/c2pa.wasm'))) });

for (const file of files) {
  let line;
  try {
    const bytes = new Uint8Array(readFileSync(file));
    const reader = await WasmReader.fromBytes(types[extname(file)] ?? 'video/mp4', bytes, settings);
    line = JSON.parse(reader.json());
    line = {
      state: line.validation_state,
      active: line.active_manifest,
      manifests: line.manifests,
      results: line.validation_results,
    };
  } catch (error) {
    line = { error: String(error?.message ?? error) };
  }
  console.log(JSON.stringify({ file, ...line }));
}
