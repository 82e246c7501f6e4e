const $ = id => document.getElementById(id);
const words = JSON.parse($('words').textContent);
const tones = { made_here: 'good', signed_elsewhere: 'good', made_elsewhere_with_ai: 'warn', recognised_without_signature: 'warn', looks_like_ours: 'warn',
  labelled_only: 'warn', unsound_manifest: 'warn', altered_after_signing: 'bad', nothing_found: 'none' };
let busy = null;

const make = (tag, options = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), options);
  element.append(...children);
  return element;
};

function say(text, kind = '') {
  $('status').className = kind;
  $('status').textContent = text;
}

async function verify(body, headers) {
  busy?.abort();
  const mine = busy = new AbortController();
  $('check').disabled = true;
  $('result').hidden = true;
  say(words.busy, 'busy');
  const key = $('key').value.trim();
  if (key) headers.Authorization = `Bearer ${key}`;
  try {
    const answer = await fetch('/v1/verify', { method: 'POST', body, headers: { ...headers, 'Accept-Language': document.documentElement.lang }, signal: mine.signal });
    const found = await answer.json();
    if (!answer.ok) {
      if (answer.status === 401) {
        document.querySelector('details').open = true;
        $('key').focus();
      }
      say(answer.status === 401 ? words.needsKey : found.error.message, 'error');
      return;
    }
    say(words.done);
    show(found);
  } catch (failure) {
    if (failure.name !== 'AbortError') say(words.failed, 'error');
  } finally {
    if (busy === mine) $('check').disabled = false;
  }
}

function verifyFile(file) {
  if (!file) return;
  $('chosen').textContent = file.name;
  const form = new FormData();
  form.append('file', file);
  verify(form, {});
}

function list(pairs) {
  const element = make('dl');
  for (const [name, value] of pairs)
    if (value !== null && value !== undefined && value !== '')
      element.append(make('dt', { textContent: name }), make('dd', {}, value instanceof Node ? value : String(value)));
  return element;
}

const code = text => text ? make('code', { textContent: text }) : null;
const when = text => text ? new Date(text).toLocaleString(document.documentElement.lang) : null;

function show(found) {
  const { manifest, picture, labels } = found;
  const own = manifest.history[0];
  const evidence = make('div', { className: 'evidence' });
  const part = (title, content) => evidence.append(make('h3', { textContent: title }), content);
  part(words.manifest, list([
    [words.state, words.signatures[manifest.signature]],
    [words.signedBy, own?.signed_by],
    [words.generator, own?.generator],
    [words.titled, own?.title],
    [words.made, own && [...new Set(own.actions.map(one => one.digital_source_type).filter(Boolean))].map(type => type.split('/').pop()).join(', ')],
    [words.madeFrom, manifest.history.slice(1).map(one => one.title ?? one.manifest_id).join(' ← ')],
    [words.failures, manifest.signature === 'missing' ? null : manifest.failures.filter(one => one.code !== 'signingCredential.untrusted').map(one => one.explanation).join(' ')],
  ]));
  part(words.picture, list([
    [words.watermark, picture.watermark ? words.markFound : picture.examined ? words.markAbsent : picture.note],
    [words.markId, code(picture.watermark_id)],
    [words.likeness, picture.examined ? (picture.looks_like_ours ? words.likenessFound : words.likenessAbsent) : null],
    [words.strength, picture.strength && `${picture.strength} σ`],
  ]));
  part(words.label, list([[words.aigc, labels.found ? `${words.labels[labels.says]} (${labels.producer})` : words.labelAbsent]]));
  if (found.agreements.length) part(words.agreement, make('ul', {}, ...found.agreements.map(one =>
    make('li', { className: one.agree ? 'yes' : 'no' }, make('span', { textContent: one.explanation })))));
  if (found.matches.length) part(words.matches, make('div', {}, ...found.matches.map(match => make('div', { className: 'match' }, list([
    [words.video, code(match.video_id)], [words.channel, match.channel], [words.tenant, match.tenant], [words.signedAt, when(match.signed_at)],
    [words.alike, match.likeness], [words.prompt, match.request?.prompt], [words.model, match.request?.model], [words.ordered, when(match.request?.created_at)],
    [words.remixed, code(match.request?.remixed_from)], [words.manifestId, code(match.manifest_id)],
    [words.request, match.request ? null : words.deleted]])))));
  part(words.file, list([['SHA-256', code(found.file.sha256)], [words.bytes, found.file.bytes.toLocaleString(document.documentElement.lang)]]));
  $('result').replaceChildren(
    make('div', { className: `banner ${tones[found.verdict] ?? 'none'}` },
      make('h2', { id: 'verdict', textContent: found.title }), make('p', { textContent: found.explanation })), evidence);
  $('result').hidden = false;
  $('result').focus();
}

$('file').addEventListener('change', event => { verifyFile(event.target.files[0]); event.target.value = ''; });
for (const name of ['dragover', 'dragleave', 'drop'])
  document.addEventListener(name, event => {
    event.preventDefault();
    $('drop').classList.toggle('over', name === 'dragover');
    if (name === 'drop') verifyFile(event.dataTransfer.files[0]);
  });
$('form').addEventListener('submit', event => {
  event.preventDefault();
  const url = $('url').value.trim();
  if (url) verify(JSON.stringify({ url }), { 'Content-Type': 'application/json' });
  else say(words.nothing, 'error');
});
