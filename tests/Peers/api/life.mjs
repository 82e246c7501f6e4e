// create -> poll -> download -> list -> remix -> delete
import { client, finished, report, tiny } from './client.mjs';

const created = await client.videos.create({ prompt: 'A red ball bounces on a white floor.', ...tiny });
const video = await finished(created.id);

const files = {};
for (const variant of ['video', 'thumbnail', 'spritesheet']) {
  const answer = await client.videos.downloadContent(video.id, { variant });
  const bytes = Buffer.from(await answer.arrayBuffer());
  files[variant] = { type: answer.headers.get('content-type'), length: bytes.length, head: bytes.subarray(0, 12).toString('latin1') };
}

const second = await client.videos.create({ prompt: 'A blue cube.', ...tiny });
const listed = [];
for await (const item of client.videos.list({ limit: 1 })) listed.push(item.id);

const remix = await client.videos.remix(video.id, { prompt: 'Make it green.' });
const deleted = await client.videos.delete(second.id);
const remixed = await finished(remix.id);
const gone = await client.videos.retrieve(second.id).catch(error => error.constructor.name);
const requestId = (await client.videos.retrieve(video.id))._request_id ?? null;
for (const id of [remix.id, video.id]) await client.videos.delete(id);
report({ created, video, second: second.id, files, listed, remix, remixed, deleted, gone, requestId });
