// Validates documents by the schemas of the Agentic Commerce Protocol, 2026-04-17.
// Usage: node acp.mjs, with SCHEMAS: their folder, DOCUMENTS: a file with a JSON array of { name, schema, type, document }.
// One JSON object on the output: how many were checked, and every fault.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
for (const file of readdirSync(process.env.SCHEMAS).filter((name) => name.startsWith('schema.') && name.endsWith('.json'))) {
  const schema = JSON.parse(readFileSync(join(process.env.SCHEMAS, file)));
  delete schema.$id; // They refer to each other by file name.
  ajv.addSchema(schema, file);
}

const documents = JSON.parse(readFileSync(process.env.DOCUMENTS));
const faults = [];
for (const { name, schema, type, document } of documents) {
  const check = ajv.getSchema(`schema.${schema}.json#/$defs/${type}`);
  if (!check(document)) {
    faults.push(...check.errors.map((error) => `${name}: ${type}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
  }
}

console.log(JSON.stringify({ checked: documents.length, faults }));
