// Validates documents by the schemas of the Universal Commerce Protocol, 2026-04-08.
// Usage: node ucp.mjs, with SCHEMAS: their folder (source/ of the protocol's repository), DOCUMENTS: a file with a JSON array of { name, schema, document }.
// One JSON object on the output: how many were checked, and every fault.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
for (const folder of ['schemas', 'discovery']) {
  for (const file of readdirSync(join(process.env.SCHEMAS, folder), { recursive: true }).filter((name) => name.endsWith('.json'))) {
    // They refer to each other by their places; the ids are of another layout.
    const schema = JSON.parse(readFileSync(join(process.env.SCHEMAS, folder, file)));
    ajv.addSchema({ ...schema, $id: `https://ucp.test/${folder}/${file}` });
  }
}

const documents = JSON.parse(readFileSync(process.env.DOCUMENTS));
const faults = [];
for (const { name, schema, document } of documents) {
  const check = ajv.getSchema(`https://ucp.test/${schema}`);
  if (!check(document)) {
    faults.push(...check.errors.map((error) => `${name}: ${schema}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
  }
}

console.log(JSON.stringify({ checked: documents.length, faults }));
