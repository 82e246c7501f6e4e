// An event is received, and verified by two libraries; a forged one is not; two secrets sign during a rotation.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { Webhook } from 'standardwebhooks';
import { client, report, tiny } from './client.mjs';

const waiting = [];
const received = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  response.writeHead(204).end();
  const event = { headers: request.headers, body };
  (waiting.shift() ?? (late => received.push(late)))(event);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const next = () => received.length > 0 ? Promise.resolve(received.shift()) : new Promise(resolve => waiting.push(resolve));
const outcome = action => Promise.resolve().then(action).then(value => value ?? 'verified', error => error.constructor.name);

const endpoint = await client.webhooks.create({
  url: `http://127.0.0.1:${server.address().port}/hook`, event_types: ['video.completed', 'video.failed'], name: 'peer',
});
const listed = (await client.webhooks.list()).data.map(item => item.id);
const test = await client.webhooks.test(endpoint.id, { event_type: 'video.completed' });
const sample = await next();

const video = await client.videos.create({ prompt: 'A red ball rolls.', ...tiny });
const real = await next();
const unwrapped = await client.webhooks.unwrap(real.body, real.headers, endpoint.signing_secret);

const rotated = await client.webhooks.rotateSecret(endpoint.id, { keep_old_secret_active_for_24_hours: true });
await client.webhooks.test(endpoint.id, { event_type: 'video.failed' });
const twice = await next();
const verify = (event, secret, body = event.body) => outcome(() => { new Webhook(secret).verify(body, event.headers); });

report({
  endpoint,
  listed,
  retrieved: await client.webhooks.retrieve(endpoint.id),
  test,
  sample: await outcome(() => client.webhooks.verifySignature(sample.body, sample.headers, endpoint.signing_secret)),
  video: video.id,
  unwrapped,
  second: await verify(real, endpoint.signing_secret),
  forged: await verify(real, endpoint.signing_secret, real.body.replace('completed', 'failed')),
  forgedUnwrap: await outcome(() => client.webhooks.unwrap(`${real.body} `, real.headers, endpoint.signing_secret)),
  oldSecret: await verify(twice, endpoint.signing_secret),
  newSecret: await verify(twice, rotated.signing_secret),
  signatures: twice.headers['webhook-signature'].split(' ').length,
  deleted: await client.webhooks.delete(endpoint.id),
});
await client.videos.delete(video.id);
server.close();
server.closeAllConnections();
