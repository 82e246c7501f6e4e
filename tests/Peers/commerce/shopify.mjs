// Judges signed deliveries and queries with Shopify's own library, and signs some for us to judge.
// Usage: node shopify.mjs, with CASES: {secret, deliveries: [{headers, body}], queries: [{...}]}. One JSON object on the output.
import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { createHmac } from 'node:crypto';

const cases = JSON.parse(process.env.CASES);
const shopify = shopifyApi({
  apiKey: 'key',
  apiSecretKey: cases.secret,
  hostName: 'sora.example',
  apiVersion: ApiVersion.October26,
  isEmbeddedApp: false,
  scopes: ['read_products'],
  logger: { level: LogSeverity.Error },
});

const deliveries = [];
for (const { headers, body } of cases.deliveries) {
  const rawRequest = { headers, method: 'POST', url: '/v1/shopify/webhooks' };
  deliveries.push(await shopify.webhooks.validate({ rawBody: body, rawRequest, rawResponse: {} }));
}

const queries = [];
for (const query of cases.queries) queries.push(await shopify.utils.validateHmac(query));

const body = '{"id":41,"title":"Kettle 茶壶 🫖"}';
const signature = createHmac('sha256', cases.secret).update(body, 'utf8').digest('base64');
console.log(JSON.stringify({ deliveries, queries, signed: { body, signature } }));
