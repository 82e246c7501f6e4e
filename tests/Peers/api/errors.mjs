// One error of each class that the client knows.
import OpenAI from 'openai';
import { client, report, tiny } from './client.mjs';

const prompt = 'A red ball.';
const caught = async promise => {
  try {
    await promise;
    return { name: 'none' };
  } catch (error) {
    return { name: error.constructor.name, status: error.status, param: error.param, code: error.code, type: error.type, message: error.message };
  }
};
const stranger = new OpenAI({ baseURL: client.baseURL, apiKey: 'sk-sora-wrong' });
const options = { headers: { 'Idempotency-Key': `errors-${Date.now()}` } };

const once = await client.videos.create({ prompt, ...tiny }, options);
const again = await client.videos.create({ prompt, ...tiny }, options);
await client.videos.delete(once.id);

// Those who come while the first is being answered get 409, which the client tries again by itself.
const shared = { headers: { 'Idempotency-Key': `shared-${Date.now()}` }, maxRetries: 10 };
const crowd = await Promise.all(Array.from({ length: 8 }, () => client.videos.create({ prompt, ...tiny }, shared)));
await client.videos.delete(crowd[0].id);
report({
  crowd: new Set(crowd.map(video => video.id)).size,
  replayed: once.id === again.id,
  unauthorized: await caught(stranger.videos.list()),
  seconds: await caught(client.videos.create({ prompt, seconds: '1000' })),
  size: await caught(client.videos.create({ prompt, size: '7x9' })),
  field: await caught(client.videos.create({ prompt, colour: 'red' })),
  picture: await caught(client.videos.create({ prompt, input_reference: new File(['no picture'], 'a.png', { type: 'image/png' }) })),
  unknown: await caught(client.videos.retrieve('video_0')),
  conflict: await caught(client.videos.create({ prompt: 'Another ball.', ...tiny }, options)),
  later: await caught(client.videos.extend({ prompt, seconds: '4', video: new File([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0')], 'a.mp4') })),
  early: await caught((async () => {
    const video = await client.videos.create({ prompt, ...tiny, seconds: '20' });
    try {
      await client.videos.downloadContent(video.id);
    } finally {
      await client.videos.delete(video.id);
    }
  })()),
});
