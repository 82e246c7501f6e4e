// Judges the documents of Shopify's Admin API by its published schema, and variables by the documents.
// Usage: node admin.mjs, with FOLDER: of the documents, and CASES: [{document, variables}]. Prints {documents: {name: [fault]}, cases: [[fault]]}.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, getVariableValues, NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';

const published = JSON.parse(gunzipSync(readFileSync(new URL('../node_modules/@shopify/dev-mcp/dist/data/admin_2026-10.json.gz', import.meta.url))));
const schema = buildClientSchema(published.data ?? published);
const texts = Object.fromEntries(
  readdirSync(process.env.FOLDER).filter((file) => file.endsWith('.graphql'))
    .map((file) => [file.slice(0, -'.graphql'.length), parse(readFileSync(join(process.env.FOLDER, file), 'utf8'))]));

const documents = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, validate(schema, text, [...specifiedRules, NoDeprecatedCustomRule]).map((fault) => fault.message)]));
const cases = JSON.parse(process.env.CASES ?? '[]').map(({ document, variables }) => {
  const declared = texts[document].definitions[0].variableDefinitions ?? [];
  const extra = Object.keys(variables).filter((name) => !declared.some((one) => one.variable.name.value === name));
  return [...extra.map((name) => `$${name} is not declared`), ...(getVariableValues(schema, declared, variables).errors ?? []).map((fault) => fault.message)];
});
console.log(JSON.stringify({ documents, cases }));
