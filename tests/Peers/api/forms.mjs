// Everything that the client writes as a form.
import { createReadStream, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toFile } from 'openai';
import { client, report, tiny } from './client.mjs';

const png = Buffer.from(process.env.SORA_PNG, 'base64');
const path = join(tmpdir(), `sora-peer-${process.pid}.png`);
writeFileSync(path, png);
const prompt = 'The picture on a white floor.';
const references = {
  file: new File([png], 'a.png', { type: 'image/png' }),
  nameless: await toFile(png),
  stream: createReadStream(path),
  object: { image_url: `data:image/png;base64,${png.toString('base64')}` },
};

const made = {};
for (const [name, input_reference] of Object.entries(references)) {
  const video = await client.videos.create({ prompt, ...tiny, input_reference });
  made[name] = video.status;
  await client.videos.delete(video.id);
}

const status = promise => promise.then(() => 200, error => `${error.status} ${error.code} ${error.param}`);
report({
  made,
  edit: await status(client.videos.edit({ prompt, video: { id: 'video_0' } })),
  extend: await status(client.videos.extend({ prompt, seconds: '8', video: { id: 'video_0' } })),
  character: await status(client.videos.createCharacter({ name: 'Bob', video: new File([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0')], 'bob.mp4') })),
  getCharacter: await status(client.videos.getCharacter('char_0')),
  models: (await client.models.list()).data.map(model => model.id),
});
