// Has Stripe's own client ask for a payment link, and says what it sent.
import { createServer } from 'node:http';
import Stripe from 'stripe';

const heard = [];
const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  heard.push({ path: request.url, headers: request.headers, fields: [...new URLSearchParams(Buffer.concat(parts).toString())] });
  response.setHeader('content-type', 'application/json');
  response.end('{"id":"plink_1","object":"payment_link","url":"https://buy.stripe.com/x"}');
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const stripe = new Stripe('sk_test_1', { host: '127.0.0.1', port: server.address().port, protocol: 'http', telemetry: false });
await stripe.paymentLinks.create(JSON.parse(process.env.ORDER));
server.close();
console.log(JSON.stringify({ path: heard[0].path, version: heard[0].headers['stripe-version'], type: heard[0].headers['content-type'], fields: heard[0].fields }));
process.exit(0);
