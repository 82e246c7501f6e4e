// What all scripts share: a real client, and a way to wait for a video.
import OpenAI from 'openai';

export const client = new OpenAI({ baseURL: `${process.env.SORA_URL}/v1`, apiKey: process.env.SORA_KEY });

export const tiny = { model: 'sora-2', seconds: '1', size: '256x256' };

export async function finished(id) {
  for (;;) {
    const { data, response } = await client.videos.retrieve(id).withResponse();
    if (data.status !== 'queued' && data.status !== 'in_progress') return data;
    await new Promise(resolve => setTimeout(resolve, Math.min(500, Number(response.headers.get('openai-poll-after-ms')))));
  }
}

export const report = value => console.log(JSON.stringify(value));
