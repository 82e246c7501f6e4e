// Delivers webhooks as Shopify does, signed with what its own library is set up with, and tells how each was answered.
// Usage: node deliveries.mjs, with SORA_URL and SECRETS: of the app, the newest first. One JSON object on the output.
import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { createHmac } from 'node:crypto';

const [secret, older] = process.env.SECRETS.split(',');
const shopify = shopifyApi({
  apiKey: 'key', apiSecretKey: secret, hostName: 'sora.example', apiVersion: ApiVersion.October26, isEmbeddedApp: false, scopes: ['read_products'],
  logger: { level: LogSeverity.Error },
});
const sign = (body, key) => createHmac('sha256', key).update(body, 'utf8').digest('base64');

async function deliver(name, topic, { prefix = 'x-shopify-', key = secret, body = JSON.stringify({ shop_domain: 'nobody.myshopify.com' }), without = '' } = {}) {
  const headers = {
    'content-type': 'application/json', [`${prefix}topic`]: topic, [`${prefix}hmac-sha256`]: sign(body, key), [`${prefix}shop-domain`]: 'nobody.myshopify.com',
    [`${prefix}api-version`]: '2026-10', [`${prefix}webhook-id`]: name,
  };
  delete headers[prefix + without];
  const theirs = await shopify.webhooks.validate({ rawBody: body, rawRequest: { headers, method: 'POST', url: '/v1/shopify/webhooks' }, rawResponse: {} });
  const answer = await fetch(`${process.env.SORA_URL}/v1/shopify/webhooks`, { method: 'POST', headers, body });
  return [name, { valid: theirs.valid, status: answer.status }];
}

console.log(JSON.stringify(Object.fromEntries(await Promise.all([
  deliver('classic', 'customers/redact'),
  deliver('events', 'shop/redact', { prefix: 'shopify-' }),
  deliver('older secret', 'customers/data_request', { key: older }),
  deliver('forged', 'customers/redact', { key: 'another' }),
  deliver('no signature', 'customers/redact', { without: 'hmac-sha256' }),
  deliver('no shop', 'customers/redact', { without: 'shop-domain' }),
  deliver('stranger', 'products/update', { body: '{"id":1}' }),
]))));
