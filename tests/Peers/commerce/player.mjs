// Watches a linked video as shoppers do, by mouse, by keyboard and on another site's page, in a real browser, and says what happened.
import { createServer } from "node:http";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import jsQR from "jsqr";
import puppeteer from "puppeteer-core";

const { PLAYER, CODE, SERVER, CHROMIUM, PICTURES } = process.env;
mkdirSync(PICTURES, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: CHROMIUM, args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--lang=en"], defaultViewport: { width: 1280, height: 720 },
});
const said = { errors: [], foreign: [], told: [] };

async function watch(page) {
  page.on("pageerror", error => said.errors.push(String(error)));
  page.on("console", line => { if (line.type() === "error") said.errors.push(line.text()); });
  page.on("request", request => {
    const address = new URL(request.url());
    if (address.protocol.startsWith("http") && address.origin !== new URL(SERVER).origin && !address.href.startsWith(shop)) said.foreign.push(address.href);
    if (address.pathname.startsWith("/plays/")) said.told.push(address.searchParams.get("event"));
  });
  await page.setUserAgent((await browser.userAgent()).replace("Headless", ""));
  await page.evaluateOnNewDocument(() => {
    window.shifts = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifts += entry.value; })).observe({ type: "layout-shift", buffered: true });
    window.carts = [];
    addEventListener("sora-add-to-cart", event => { event.preventDefault(); window.carts.push(event.detail); });
  });
}

const inside = (page, code, ...more) => page.evaluate(new Function("more", `const root = document.querySelector("sora-player").shadowRoot; ${code}`), more);
const seen = (page, code) => page.waitForFunction(new Function(`const root = document.querySelector("sora-player")?.shadowRoot; return root && (${code});`), { timeout: 20_000 });

// Another site's page: the element far below, so that nothing but its place is there at first.
const site = createServer((request, response) => {
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><html lang="zh"><title>Shop</title><p style="height:3000px">…</p>
    <script type="module" src="${SERVER}/player.js"></script><sora-player code="${CODE}" width="1280" height="720" style="display:block;aspect-ratio:1280/720"></sora-player><p id="below">below</p>`);
});
await new Promise(ready => site.listen(0, "127.0.0.1", ready));
const shop = `http://127.0.0.1:${site.address().port}/`;

try {
  const page = await browser.newPage();
  await watch(page);
  await page.goto(PLAYER);
  await seen(page, `root.querySelector("video").src`);
  said.title = await page.title();
  said.label = await inside(page, `return root.querySelector("video").getAttribute("aria-label")`);
  await inside(page, `root.querySelector("video").muted = true; return root.querySelector("video").play()`);
  await seen(page, `!root.querySelector(".spot").hidden`);
  await seen(page, `root.querySelector("video").currentTime > 0.6`);
  await inside(page, `root.querySelector("video").pause()`);
  said.spot = await inside(page, `const box = root.querySelector(".spot").getBoundingClientRect(), all = root.host.getBoundingClientRect();
    return [box.left - all.left, box.top - all.top, box.width, box.height].map((value, at) => value / (at % 2 ? all.height : all.width))`);
  said.captions = await inside(page, `return [...root.querySelectorAll("track")].map(track => track.kind)`);
  await page.screenshot({ path: join(PICTURES, "player.png") });

  // By keyboard alone.
  await inside(page, `root.querySelector("video").focus()`);
  for (let press = 0; press < 20 && !(await inside(page, `return root.activeElement?.className === "spot"`)); press++) await page.keyboard.press("Tab");
  said.reached = await inside(page, `return root.activeElement?.className`);
  const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
  said.named = tree.includes("Show product: ");
  await page.keyboard.press("Enter");
  await seen(page, `!root.querySelector(".card").hidden`);
  said.focused = await inside(page, `return root.activeElement.className`);
  said.card = await inside(page, `return root.querySelector("h2").textContent + " " + root.querySelector("p").textContent`);
  await seen(page, `root.querySelector(".card img").complete && root.querySelector(".card img").naturalWidth > 0`);
  await page.screenshot({ path: join(PICTURES, "card.png") });
  await page.keyboard.press("Enter");
  said.carts = await page.evaluate(() => window.carts.length);
  await page.keyboard.press("Escape");
  said.returned = await inside(page, `return root.querySelector(".card").hidden && root.activeElement?.className`);

  // To the end, where the code is read from the decoded picture.
  await inside(page, `root.querySelector("video").play()`);
  await seen(page, `root.querySelector("video").ended`);
  const frame = await inside(page, `const video = root.querySelector("video"), canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const pen = canvas.getContext("2d"); pen.drawImage(video, 0, 0);
    return { width: canvas.width, height: canvas.height, data: Array.from(pen.getImageData(0, 0, canvas.width, canvas.height).data) }`);
  said.code = jsQR(Uint8ClampedArray.from(frame.data), frame.width, frame.height)?.data ?? null;
  await page.screenshot({ path: join(PICTURES, "end.png") });
  said.cookies = (await browser.cookies()).length;
  said.kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  said.shifts = await page.evaluate(() => window.shifts);
  await page.close();

  const other = await browser.newPage();
  await watch(other);
  await other.goto(shop);
  await seen(other, `root.host.getBoundingClientRect().height > 0`);
  said.lazy = await inside(other, `return root.querySelector("video").src`);
  const before = await other.evaluate(() => document.querySelector("#below").offsetTop);
  await inside(other, `root.host.scrollIntoView({ block: "center" })`);
  await seen(other, `root.querySelector("video").src`);
  await inside(other, `root.querySelector("video").muted = true; return root.querySelector("video").play()`);
  await seen(other, `!root.querySelector(".spot").hidden`);
  said.moved = await other.evaluate(() => document.querySelector("#below").offsetTop) - before;
  said.chinese = await inside(other, `return root.querySelector(".spot").getAttribute("aria-label")`);
  said.shifts += await other.evaluate(() => window.shifts);
  await other.screenshot({ path: join(PICTURES, "elsewhere.png") });
} finally {
  await browser.close();
  site.close();
}

console.log(JSON.stringify(said));
