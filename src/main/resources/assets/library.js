// The media library: files are sent in parts (tus 1.0.0) and go on by themselves after a broken
// line or a reload; a video's cover is taken out of it; a crop is seen while it is chosen.
// Without this script the page's forms work as any form does.
(() => {
  const PART = 8 * 1024 * 1024;
  const DAY = 24 * 3600000;
  const WAITS = [1000, 2000, 4000, 8000, 15000, 30000];
  const store = (run) => { try { return run(); } catch (e) { return null; } };
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
  const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  const uploads = document.getElementById('uploads');
  if (uploads) {
    const t = uploads.dataset;
    const csrf = uploads.querySelector('[name=_csrf]').value;
    const list = uploads.querySelector('[data-list]');
    const row = uploads.querySelector('template[data-row]');
    const sum = uploads.querySelector('[data-sum]');
    const input = uploads.querySelector('input[type=file]');
    const files = [];
    let working = false;

    const mega = (bytes) => (bytes / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    const mark = (file) => `gaung-upload ${document.body.dataset.reader} ${file.name} ${file.size} ${file.lastModified}`;
    const remembered = (file) => {
      const kept = store(() => JSON.parse(localStorage.getItem(mark(file))));
      return kept && Date.now() - kept.at < DAY ? kept.to : null;
    };
    const remember = (file, to) => store(() => localStorage.setItem(mark(file), JSON.stringify({ to, at: Date.now() })));
    const forget = (file) => store(() => localStorage.removeItem(mark(file)));

    const show = (one, words, tone) => {
      one.state.textContent = words;
      one.state.className = tone ? `state ${tone}` : 'muted';
      one.bar.value = one.file.size ? 100 * one.sent / one.file.size : 0;
      one.numbers.textContent = fill(t.tOf, Math.floor(one.bar.value), mega(one.sent), mega(one.file.size));
      const done = files.filter((f) => f.over).length;
      sum.textContent = fill(t.tSum, done, files.length);
    };

    // A request whose progress is told; fetch cannot say how much it has sent.
    const send = (one, method, to, headers, body) => new Promise((done) => {
      const request = new XMLHttpRequest();
      one.request = request;
      request.open(method, to);
      Object.entries({ 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': csrf, ...headers }).forEach(([name, value]) => request.setRequestHeader(name, value));
      const from = one.sent;
      request.upload.onprogress = (event) => { one.sent = Math.min(one.file.size, from + event.loaded); show(one, t.tGoing); };
      request.onload = () => done(request);
      request.onerror = () => done(null);
      request.onabort = () => done(null);
      request.ontimeout = () => done(null);
      request.send(body || null);
    });

    const reason = (answer) => {
      const said = store(() => JSON.parse(answer.responseText));
      return said ? (said.errors && said.errors.length ? said.errors[0].reason : said.detail) : t.tFailed;
    };
    const end = (one, words, tone) => {
      one.over = true;
      forget(one.file);
      one.pause.hidden = true;
      show(one, words, tone);
      if (tone === 'ok') one.cancel.hidden = true;
    };
    const finished = (one, item) => {
      one.sent = one.file.size;
      one.open.href = t.item + item;
      one.open.textContent = t.tDescribe;
      one.open.hidden = false;
      end(one, t.tDone, 'ok');
    };

    const begin = async (one) => {
      const made = await send(one, 'POST', t.uploads, { 'Upload-Length': one.file.size, 'Upload-Metadata': `filename ${encoded(one.file.name)}` });
      if (!made || made.status >= 500 || made.status === 429) return false;
      if (made.status !== 201) { end(one, made.status === 401 || made.status === 403 ? t.tSignedOut : reason(made), 'bad'); return true; }
      one.to = made.getResponseHeader('Location');
      remember(one.file, one.to);
      return true;
    };

    // Where the office has come to, which alone counts; true if the server could be asked.
    const look = async (one) => {
      const asked = await send(one, 'HEAD', one.to, {});
      if (asked && (asked.status === 404 || asked.status === 410)) { one.to = null; one.sent = 0; forget(one.file); return true; }
      if (!asked || asked.status >= 300) {
        if (asked && (asked.status === 401 || asked.status === 403)) { one.over = true; show(one, t.tSignedOut, 'bad'); }
        return false;
      }
      one.sent = Number(asked.getResponseHeader('Upload-Offset'));
      const item = asked.getResponseHeader('Gaung-Item');
      if (item) finished(one, item);
      return true;
    };

    const part = async (one) => {
      const from = one.sent;
      const piece = one.file.slice(from, from + PART);
      const last = from + piece.size >= one.file.size;
      if (last && one.file.size > PART) show(one, t.tJudging);
      const answer = await send(one, 'PATCH', one.to, { 'Upload-Offset': from, 'Content-Type': 'application/offset+octet-stream' }, piece);
      one.sent = from;
      if (answer && answer.status === 422) { end(one, reason(answer), 'bad'); return true; }
      if (!answer || answer.status !== 204) return false;
      one.sent = Number(answer.getResponseHeader('Upload-Offset'));
      const item = answer.getResponseHeader('Gaung-Item');
      if (item) finished(one, item);
      return true;
    };

    const go = async (one) => {
      let failures = 0;
      let known = false;
      one.to = remembered(one.file);
      while (!one.over && !one.paused) {
        show(one, failures ? t.tBroken : t.tGoing, failures ? 'warn' : '');
        let well = true;
        if (!one.to) { well = await begin(one); known = true; }
        else if (!known) { well = await look(one); known = well; }
        else well = await part(one);
        if (one.over || one.paused) break;
        if (well) { failures = 0; continue; }
        known = false;
        show(one, t.tBroken, 'warn');
        one.wake = null;
        await Promise.race([wait(WAITS[Math.min(failures, WAITS.length - 1)]), new Promise((woken) => { one.wake = woken; })]);
        failures += 1;
      }
    };

    const work = async () => {
      if (working) return;
      working = true;
      for (let one = files.find((f) => !f.over && !f.paused); one; one = files.find((f) => !f.over && !f.paused)) {
        // eslint-disable-next-line no-await-in-loop
        await go(one);
      }
      working = false;
    };

    const add = (file) => {
      const part = row.content.cloneNode(true).firstElementChild;
      const one = { file, sent: 0, over: false, paused: false, element: part };
      ['state', 'numbers', 'open', 'pause', 'cancel'].forEach((name) => { one[name] = part.querySelector(`[data-${name}]`); });
      one.bar = part.querySelector('progress');
      one.bar.setAttribute('aria-label', file.name);
      part.querySelector('[data-name]').textContent = file.name;
      one.pause.textContent = t.tPause;
      one.cancel.querySelector('span').textContent = fill(t.tCancel, file.name);
      one.pause.addEventListener('click', () => {
        one.paused = !one.paused;
        one.pause.textContent = one.paused ? t.tResume : t.tPause;
        if (one.paused) { if (one.request) one.request.abort(); show(one, t.tPaused); } else work();
      });
      one.cancel.addEventListener('click', () => {
        const { to } = one;
        one.over = true;
        if (one.request) one.request.abort();
        if (one.wake) one.wake();
        if (to) send(one, 'DELETE', to, {});
        forget(file);
        files.splice(files.indexOf(one), 1);
        part.remove();
      });
      list.append(part);
      files.push(one);
      show(one, t.tWaiting);
      if (file.size === 0) end(one, t.tEmpty, 'bad');
      else if (file.size > Number(t.most)) end(one, t.tLarge, 'bad');
    };
    const take = (chosen) => { [...chosen].forEach(add); work(); };

    input.multiple = true;
    input.required = false;
    uploads.querySelector('[data-send]').hidden = true;
    input.addEventListener('change', () => { take(input.files); input.value = ''; });
    uploads.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('dragover', (event) => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); });
    document.addEventListener('drop', (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    });
    window.addEventListener('online', () => files.forEach((one) => { if (one.wake) one.wake(); }));
    window.addEventListener('beforeunload', (event) => { if (files.some((one) => !one.over)) event.preventDefault(); });
  }

  // The picture that the video shows now becomes its cover.
  const still = document.querySelector('[data-still]');
  const video = document.querySelector('[data-video]');
  if (still && video && HTMLCanvasElement.prototype.toBlob) {
    const said = still.querySelector('[data-said]');
    still.hidden = false;
    video.addEventListener('error', () => { said.textContent = still.dataset.tUnreadable; still.querySelector('button').disabled = true; });
    still.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (video.readyState < 2 || !video.videoWidth) { said.textContent = still.dataset.tNotYet; return; }
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
      const picture = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.9); });
      const form = new FormData(still);
      form.append('still', picture, 'sampul.jpg');
      const answer = await fetch(still.action, { method: 'POST', body: form });
      if (answer.ok) window.location.assign(answer.url); else said.textContent = still.dataset.tUnreadable;
    });
  }

  // The sliders of a crop move what its picture shows.
  document.querySelectorAll('[data-crop]').forEach((form) => {
    const [w, h] = [Number(form.dataset.w), Number(form.dataset.h)];
    const [a, b] = form.dataset.crop.split(':').map(Number);
    form.addEventListener('input', () => {
      const value = (name) => Number(form.elements[name].value) / 100;
      const natural = w / h / (a / b);
      const wide = Math.min(1, 1 / natural) * value('size') * w;
      const high = Math.min(1, natural) * value('size') * h;
      form.querySelector('svg').setAttribute('viewBox', [(w - wide) * value('left'), (h - high) * value('top'), wide, high].join(' '));
    });
  });
})();
