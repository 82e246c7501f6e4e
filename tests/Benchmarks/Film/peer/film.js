// node film.js OUTPUT SECONDS PICTURE CHROMIUM: films page.html with software GL; says "first" when the first frame goes to the encoder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';

const [output, length, picture, chromium] = process.argv.slice(2);
const seconds = Number(length), rate = 30;
const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' };

const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url, 'http://localhost').pathname);
  const file = path === '/picture.png' ? picture
    : path.startsWith('/three/') ? join(import.meta.dirname, 'node_modules', path)
    : join(import.meta.dirname, path);
  try {
    const bytes = await readFile(file);
    response.writeHead(200, { 'content-type': kinds[extname(file)] ?? 'application/octet-stream' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--hide-scrollbars'],
  defaultViewport: { width: 1280, height: 720 },
});
const page = await browser.newPage();
page.on('pageerror', problem => { console.error(problem.message); process.exit(1); });
await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
await page.waitForFunction('window.ready', { timeout: 120_000 });
console.log(await page.evaluate('window.processor'));

// The same encoder settings as a clip of the world engine.
const encoder = spawn('ffmpeg', [
  '-v', 'error', '-y', '-f', 'mjpeg', '-framerate', `${rate}`, '-i', 'pipe:0',
  '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '10', '-bf', '0', '-pix_fmt', 'yuv420p', '-threads', '4', '-g', `${2 * rate}`, output,
], { stdio: ['pipe', 'inherit', 'inherit'] });
const ended = once(encoder, 'close');
for (let number = 0; number < Math.round(seconds * rate); number++) {
  const jpeg = Buffer.from(await page.evaluate((t, all) => window.frame(t, all), number / rate, seconds), 'base64');
  if (!encoder.stdin.write(jpeg)) await once(encoder.stdin, 'drain');
  if (number === 0) console.log('first');
}
encoder.stdin.end();
const [code] = await ended;
await browser.close();
server.close();
process.exit(code);
