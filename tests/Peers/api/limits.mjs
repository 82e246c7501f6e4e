// A key that may send twenty requests a minute: the client waits as it is told, and every call goes well in the end.
import OpenAI from 'openai';
import { client, report } from './client.mjs';

const terms = { scopes: ['read'], requests_per_minute: 20 };
const key = await client.post('/api_keys', { body: terms });
const limited = new OpenAI({ baseURL: client.baseURL, apiKey: key.value, maxRetries: 2 });
const list = async () => Array.isArray((await limited.videos.list()).data);

const lists = [];
for (let i = 0; i < 20; i++) lists.push(await list());
const refused = await fetch(`${client.baseURL}/videos`, { headers: { Authorization: `Bearer ${key.value}` } });
const begun = Date.now();
lists.push(await list());
report({
  lists: lists.filter(Boolean).length,
  status: refused.status,
  code: (await refused.json()).error.code,
  toldMs: Number(refused.headers.get('retry-after-ms')),
  waitedMs: Date.now() - begun,
});
