// A video whose product can be pressed, as one element without dependencies:
//
//   <script type="module" src="https://video.example.com/player.js"></script>
//   <sora-player code="0a1b2c3d4e" width="1280" height="720" style="display:block;aspect-ratio:1280/720"></sora-player>
//
// It loads nothing until it is near the window, keeps its place by that style while it loads, sets no cookie and keeps nothing on the device.
// Add to cart is a cancelable event, "sora-add-to-cart", for shops that have a cart of their own; otherwise the link is followed.
// Captions are off unless the attribute captions is set: the picture has its words. Then they are in the reader's
// language, where the shop has translated them. Its text is in the attributes lang-buy, lang-cart, lang-close and lang-show, or in English or Chinese.

const origin = new URL(import.meta.url).origin;

const words = {
  en: { show: "Show product", cart: "Add to cart", buy: "View in shop", close: "Close" },
  zh: { show: "查看商品", cart: "加入购物车", buy: "前往店铺", close: "关闭" },
};

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; position: relative; background: #000; overflow: hidden; contain: content; font: 15px/1.4 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
  :host([hidden]) { display: none; }
  video { display: block; width: 100%; height: 100%; object-fit: contain; background: #000; }
  .spots { position: absolute; inset: 0; pointer-events: none; container-type: size; }
  .spot { position: absolute; left: 0; top: 0; pointer-events: auto; padding: 0; border: 0; background: none; cursor: pointer; border-radius: 12px;
          transition: transform .2s linear, width .2s linear, height .2s linear; }
  .spot::after { content: ""; position: absolute; left: 50%; top: 50%; width: 22px; height: 22px; margin: -11px; border-radius: 50%;
          background: #fff; border: 6px solid rgb(0 0 0 / .55); background-clip: padding-box; box-shadow: 0 0 0 2px #fff; box-sizing: border-box; }
  .spot:hover, .spot:focus-visible { background: rgb(255 255 255 / .12); }
  .spot:focus-visible, .card :focus-visible { outline: 3px solid #fff; outline-offset: 2px; box-shadow: 0 0 0 6px #000; }
  .card { position: absolute; right: 2%; top: 1.5%; width: min(300px, 60%); max-height: 80%; overflow: auto; box-sizing: border-box; padding: 10px; border-radius: 14px;
          background: #fff; color: #111; box-shadow: 0 8px 30px rgb(0 0 0 / .35); display: grid; gap: 8px; grid-template-columns: auto 1fr auto; align-items: start; }
  .card[hidden], .spot[hidden] { display: none; }
  .card img { width: 64px; height: 64px; object-fit: cover; border-radius: 8px; background: #eee; }
  .card h2 { margin: 0; font-size: 16px; line-height: 1.3; overflow-wrap: anywhere; }
  .card p { margin: 2px 0 0; color: #333; font-weight: 600; }
  .card .actions { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px; }
  .card button, .card a { font: inherit; border-radius: 999px; padding: 9px 16px; min-height: 24px; cursor: pointer; text-decoration: none; text-align: center; }
  .card .cart { flex: 1; border: 0; background: #111; color: #fff; }
  .card .buy { flex: 1; border: 1px solid #111; color: #111; background: #fff; }
  .card .close { border: 0; background: none; color: #111; padding: 4px 8px; font-size: 20px; line-height: 1; min-width: 32px; min-height: 32px; }
  @media (prefers-reduced-motion: reduce) { .spot { transition: none; } }
`);

class SoraPlayer extends HTMLElement {
  #facts = null;
  #told = new Set();
  #seen = null;
  #opener = null;

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    const width = Number(this.getAttribute("width")) || 16, height = Number(this.getAttribute("height")) || 9;
    this.style.aspectRatio ||= `${width} / ${height}`;
    root.innerHTML = `<video controls playsinline preload="none" crossorigin="anonymous"></video>
      <div class="spots"><button class="spot" type="button" hidden aria-haspopup="true" aria-expanded="false"></button></div>
      <section class="card" hidden tabindex="-1"><img alt="" loading="lazy" width="64" height="64"><div><h2></h2><p></p></div>
        <button class="close" type="button">×</button><div class="actions"><button class="cart" type="button"></button><a class="buy" rel="noopener"></a></div></section>`;
    this.#seen = new IntersectionObserver(entries => { if (entries.some(one => one.isIntersecting)) this.#load(); }, { rootMargin: "200px" });
    this.#seen.observe(this);
  }

  disconnectedCallback() { this.#seen?.disconnect(); }

  get video() { return this.shadowRoot.querySelector("video"); }

  async #load() {
    this.#seen.disconnect();
    const code = this.getAttribute("code") ?? "";
    const answer = await fetch(`${origin}/player/${encodeURIComponent(code)}/facts`, { credentials: "omit" });
    if (!answer.ok) { this.dispatchEvent(new CustomEvent("sora-error", { bubbles: true, composed: true, detail: answer.status })); return; }
    const facts = this.#facts = await answer.json(), video = this.video;
    this.style.aspectRatio = `${facts.width} / ${facts.height}`;
    video.setAttribute("aria-label", facts.title);
    video.poster = facts.poster;
    video.src = facts.video;
    const tracks = [...(facts.captions ? [{ language: facts.language ?? "und", src: facts.captions }] : []), ...(facts.translations ?? [])];
    const shown = this.hasAttribute("captions") ? this.#nearest(tracks.map(one => one.language)) : -1;
    for (const [place, one] of tracks.entries()) {
      video.append(Object.assign(document.createElement("track"), { kind: "captions", src: one.src, srclang: one.language, label: this.#nameOf(one.language), default: place === shown }));
    }
    this.#fillCard();
    if (facts.hotspots && facts.product) this.#follow(facts.hotspots);
    this.#tell();
    this.dispatchEvent(new CustomEvent("sora-ready", { bubbles: true, composed: true }));
    if (this.hasAttribute("autoplay")) { video.muted = true; video.play().catch(() => { }); }
  }

  // The reader's own language, then that of the page, then the video's.
  #nearest(languages) {
    const main = tag => tag.toLowerCase().split("-")[0];
    for (const wanted of [...navigator.languages, this.closest("[lang]")?.lang].filter(Boolean)) {
      for (const same of [one => one.toLowerCase() === wanted.toLowerCase(), one => main(one) === main(wanted)]) {
        const place = languages.findIndex(same);
        if (place >= 0) return place;
      }
    }
    return 0;
  }

  #nameOf(language) {
    try { return new Intl.DisplayNames([language], { type: "language" }).of(language); } catch { return "CC"; }
  }

  #word(name) {
    const language = (this.closest("[lang]")?.lang || navigator.language).toLowerCase().startsWith("zh") ? "zh" : "en";
    return this.getAttribute(`lang-${name}`) ?? words[language][name];
  }

  #fillCard() {
    const { product, href } = this.#facts, root = this.shadowRoot, card = root.querySelector(".card"), spot = root.querySelector(".spot");
    if (!product) return;
    card.setAttribute("aria-label", product.name);
    root.querySelector("h2").textContent = product.name;
    root.querySelector("p").textContent = product.price ?? "";
    root.querySelector("p").hidden = !product.price;
    root.querySelector("img").src = product.image;
    root.querySelector(".cart").textContent = this.#word("cart");
    root.querySelector(".close").setAttribute("aria-label", this.#word("close"));
    const buy = root.querySelector(".buy");
    buy.textContent = this.#word("buy");
    buy.href = href;
    buy.target = this.getAttribute("target") ?? "_blank";
    spot.setAttribute("aria-label", `${this.#word("show")}: ${[product.name, product.price].filter(Boolean).join(", ")}`);
    spot.addEventListener("click", () => this.#open(spot));
    root.querySelector(".close").addEventListener("click", () => this.#close());
    card.addEventListener("keydown", event => { if (event.key === "Escape") { event.stopPropagation(); this.#close(); } });
    root.querySelector(".cart").addEventListener("click", () => this.#toCart());
    this.video.addEventListener("ended", () => { card.hidden = false; });
    this.video.addEventListener("playing", () => { if (!card.contains(root.activeElement)) card.hidden = true; });
  }

  #follow(address) {
    const element = Object.assign(document.createElement("track"), { kind: "metadata", src: address });
    this.video.append(element);
    element.track.mode = "hidden";
    element.track.addEventListener("cuechange", () => this.#place(element.track.activeCues?.[0]));
  }

  #place(cue) {
    const spot = this.shadowRoot.querySelector(".spot");
    let box;
    try { box = /^percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(JSON.parse(cue.text).xywh); } catch { box = null; }
    const lost = !box && this.shadowRoot.activeElement === spot;
    spot.hidden = !box;
    if (!box) { if (lost) this.video.focus(); return; }
    const [left, top, width, height] = box.slice(1);
    // By transform, since browsers count what moves otherwise as a shift of the page's layout.
    Object.assign(spot.style, { transform: `translate(${left}cqw, ${top}cqh)`, width: `${width}%`, height: `${height}%` });
  }

  #open(opener) {
    this.#opener = opener;
    this.video.pause();
    const card = this.shadowRoot.querySelector(".card");
    card.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    this.shadowRoot.querySelector(".cart").focus();
  }

  #close() {
    this.shadowRoot.querySelector(".card").hidden = true;
    this.#opener?.setAttribute("aria-expanded", "false");
    (this.#opener?.hidden === false ? this.#opener : this.video).focus();
  }

  #toCart() {
    const { product, href } = this.#facts;
    const event = new CustomEvent("sora-add-to-cart", { bubbles: true, composed: true, cancelable: true, detail: { product, href, code: this.getAttribute("code") } });
    if (this.dispatchEvent(event)) window.open(href, this.getAttribute("target") ?? "_blank", "noopener");
  }

  #tell() {
    const video = this.video, once = what => { if (!this.#told.has(what)) { this.#told.add(what); this.#send(what); } };
    video.addEventListener("playing", () => { once("impression"); once("start"); });
    video.addEventListener("timeupdate", () => {
      const part = video.currentTime / video.duration;
      for (const [share, what] of [[.25, "firstQuartile"], [.5, "midpoint"], [.75, "thirdQuartile"]]) if (part >= share && this.#told.has("start")) once(what);
    });
    video.addEventListener("ended", () => once("complete"));
    let muted = video.muted;
    video.addEventListener("volumechange", () => { if (video.muted !== muted) { muted = video.muted; if (this.#told.has("start")) this.#send(muted ? "mute" : "unmute"); } });
    video.addEventListener("pause", () => { if (!video.ended) this.#send("pause"); });
    video.addEventListener("error", () => once("error"));
  }

  #send(what) {
    const address = new URL(this.#facts.events);
    address.searchParams.set("event", what);
    fetch(address, { method: "POST", mode: "no-cors", credentials: "omit", keepalive: true, referrerPolicy: "no-referrer" }).catch(() => { });
  }
}

customElements.define("sora-player", SoraPlayer);
