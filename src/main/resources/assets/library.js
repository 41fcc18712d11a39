// The media library: files that are dropped or chosen are sent in parts by tus.js; a video's cover
// is taken out of it; a crop is seen while it is chosen. Without this script its forms do.
(() => {
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

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

    const share = (bytes, size) => (size ? Math.floor(100 * bytes / size) : 0);
    const size = (bytes, whole) => (whole < 1048576 ? number.format(Math.ceil(bytes / 1024)) : number.format(bytes / 1048576));
    const left = (ms) => (ms < 60000 ? t.tSoon : fill(t.tLeft, number.format(Math.round(ms / 60000))));

    // The list below shows what has come, unless somebody is at work in it.
    const renew = async () => {
      const answer = await fetch(window.location.href).catch(() => null);
      if (!answer || !answer.ok || answer.redirected) return;
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.querySelectorAll('[data-fresh]').forEach((old) => {
        const fresh = next.querySelector(`[data-fresh="${old.dataset.fresh}"]`);
        if (fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
      });
    };

    const count = () => {
      const done = files.filter((f) => f.state === 'done').length;
      sum.textContent = files.length ? fill(t.tSum, number.format(done), number.format(files.length)) : '';
    };

    const show = (one) => {
      const { element: at, file } = one;
      const percent = one.state === 'done' ? 100 : share(one.sent, file.size);
      const failed = ['refused', 'unreadable', 'signed-out'].includes(one.state);
      at.querySelectorAll('[data-state]').forEach((word) => { word.hidden = word.dataset.state !== (failed ? 'failed' : one.state); });
      const bar = at.querySelector('[data-bar]');
      bar.toggleAttribute('hidden', failed || one.state === 'done');
      bar.firstElementChild.setAttribute('width', percent);
      bar.firstElementChild.setAttribute('class', one.state === 'broken' ? 'c2' : 'c1');
      bar.setAttribute('aria-label', `${file.name} ${percent} %`);
      const numbers = [size(file.size, file.size) + (file.size < 1048576 ? ' KB' : ' MB')];
      if (!failed && one.state !== 'done') {
        numbers[0] = fill(t.tOf, size(one.sent, file.size), numbers[0]);
        numbers.unshift(`${percent} %`);
        if (one.state === 'going' && one.left) numbers.push(left(one.left));
        if (one.state === 'broken' && one.brokeAt) numbers.push(fill(t.tBrokeAt, share(one.brokeAt, file.size)));
      }
      at.querySelector('[data-numbers]').textContent = numbers.join(' · ');
      const why = at.querySelector('[data-why]');
      const words = { unreadable: t.tUnreadable, 'signed-out': t.tSignedOut, refused: one.words || t.tFailed }[one.state] || one.words;
      if (why.textContent !== words) why.textContent = words;
      why.hidden = !words;
      const pause = at.querySelector('[data-pause]');
      pause.hidden = one.isOver();
      const open = at.querySelector('[data-open]');
      if (one.state === 'done') {
        open.href = t.item + one.became;
        open.hidden = false;
        at.querySelector('[data-cancel]').hidden = true;
      }
    };

    const work = async () => {
      if (working) return;
      working = true;
      const next = () => files.find((f) => f.state === 'waiting');
      for (let one = next(); one; one = next()) {
        // eslint-disable-next-line no-await-in-loop
        await one.go();
        count();
      }
      working = false;
      if (files.some((f) => f.state === 'done')) renew();
    };

    const picture = (file, place) => {
      const kind = file.type.split('/')[0];
      if (!['image', 'video'].includes(kind) || /hei[cf]|svg/.test(file.type)) return;
      const seen = document.createElement(kind === 'image' ? 'img' : 'video');
      seen.className = 'pic s';
      if (kind === 'image') seen.alt = ''; else { seen.muted = true; seen.preload = 'metadata'; seen.tabIndex = -1; seen.ariaHidden = 'true'; }
      const address = URL.createObjectURL(file);
      // Of a large photo only the small picture is kept, not the file.
      const shown = () => place.replaceWith(seen);
      seen.addEventListener(kind === 'image' ? 'load' : 'loadeddata', shown, { once: true });
      seen.addEventListener('error', () => URL.revokeObjectURL(address), { once: true });
      seen.src = kind === 'image' ? address : `${address}#t=0.1`;
    };

    const add = (file) => {
      const element = row.content.cloneNode(true).firstElementChild;
      const one = window.sendInParts(file, {
        door: t.uploads, csrf, owner: document.body.dataset.reader, item: 'Gaung-Item', meta: t.folder ? { folder: t.folder } : {}, tell: show,
      });
      one.element = element;
      element.querySelector('[data-name]').textContent = file.name;
      element.querySelectorAll('[data-of]').forEach((name) => { name.textContent = file.name; });
      const pause = element.querySelector('[data-pause]');
      const words = pause.querySelectorAll('[data-word]');
      pause.addEventListener('click', () => {
        const resume = one.state === 'paused';
        words.forEach((word) => { word.hidden = (word.dataset.word === 'resume') === resume; });
        if (resume) { one.state = 'waiting'; show(one); work(); } else one.pause();
      });
      element.querySelector('[data-cancel]').addEventListener('click', () => {
        one.cancel();
        files.splice(files.indexOf(one), 1);
        element.remove();
        count();
        uploads.querySelector('h2').focus();
      });
      list.append(element);
      files.push(one);
      if (file.size === 0 || file.size > Number(t.most)) Object.assign(one, { state: 'refused', words: file.size ? t.tLarge : t.tEmpty });
      else picture(file, element.querySelector('[data-pic]'));
      show(one);
    };
    const take = (chosen) => { [...chosen].forEach(add); count(); work(); };

    const pick = document.querySelector('[data-pick]');
    const area = uploads.querySelector('[data-drop]');
    input.multiple = true;
    input.required = false;
    pick.hidden = false;
    pick.addEventListener('click', () => input.click());
    uploads.querySelector('[data-send]').hidden = true;
    input.addEventListener('change', () => { take(input.files); input.value = ''; });
    uploads.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    const brings = (event) => event.dataTransfer && [...event.dataTransfer.types].includes('Files');
    document.addEventListener('dragover', (event) => { if (brings(event)) { event.preventDefault(); area.dataset.over = ''; } });
    document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) delete area.dataset.over; });
    document.addEventListener('drop', (event) => {
      delete area.dataset.over;
      if (!brings(event)) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    });
    window.addEventListener('beforeunload', (event) => { if (files.some((one) => !one.isOver())) event.preventDefault(); });
  }

  // The picture that the video shows now becomes its cover.
  const still = document.querySelector('[data-still]');
  const video = document.querySelector('[data-video]');
  if (still && video && HTMLCanvasElement.prototype.toBlob) {
    const said = still.querySelector('[data-said]');
    const button = still.querySelector('button');
    const scrub = still.querySelector('[data-scrub]');
    const unreadable = () => { said.textContent = still.dataset.tUnreadable; button.disabled = true; scrub.disabled = true; };
    const once = (event) => new Promise((done) => { video.addEventListener(event, done, { once: true }); });
    const length = () => { if (Number.isFinite(video.duration)) scrub.max = video.duration; };
    const time = () => { scrub.setAttribute('aria-valuetext', fill(still.dataset.tAt, number.format(scrub.value))); };
    still.hidden = false;
    // Sound alone is what a browser plays of a video whose pictures it does not know.
    const known = () => { length(); if (!video.videoWidth) unreadable(); };
    if (video.error) unreadable(); else if (video.readyState) known();
    video.addEventListener('error', unreadable);
    video.addEventListener('loadedmetadata', known);
    video.addEventListener('timeupdate', () => { if (document.activeElement !== scrub) { scrub.value = video.currentTime; time(); } });
    // Some browsers say that they have come to a place before its picture can be drawn.
    let drawn = Promise.resolve();
    const go = () => {
      video.currentTime = Number(scrub.value);
      const late = new Promise((done) => { window.setTimeout(done, 1500); });
      if (video.requestVideoFrameCallback) drawn = Promise.race([late, new Promise((done) => { video.requestVideoFrameCallback(done); })]);
    };
    scrub.addEventListener('input', () => { video.pause(); go(); time(); });
    still.addEventListener('submit', async (event) => {
      event.preventDefault();
      button.disabled = true;
      video.pause();
      if (video.readyState < 2) { video.preload = 'auto'; go(); }
      if (video.seeking) await Promise.race([once('seeked'), new Promise((late) => { window.setTimeout(late, 8000); })]);
      await drawn;
      button.disabled = false;
      if (video.readyState < 2 || !video.videoWidth) { said.textContent = still.dataset.tNotYet; return; }
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
      const picture = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.9); });
      if (!picture) { unreadable(); return; }
      const form = new FormData(still);
      form.append('still', picture, 'sampul.jpg');
      const answer = await fetch(still.action, { method: 'POST', body: form }).catch(() => null);
      if (answer && answer.ok) window.location.assign(answer.url); else said.textContent = still.dataset.tFailed;
    });
  }

  // The sliders of a crop, or a finger on its picture, move the part that stays.
  document.querySelectorAll('[data-crop]').forEach((form) => {
    const [w, h] = [Number(form.dataset.w), Number(form.dataset.h)];
    const [a, b] = form.dataset.crop.split(':').map(Number);
    const svg = form.querySelector('svg');
    const small = document.querySelector(`[data-seen="${form.dataset.crop}"]`);
    const part = () => {
      const value = (name) => Number(form.elements[name].value) / 100;
      const natural = w / h / (a / b);
      const wide = Math.min(1, 1 / natural) * value('size') * w;
      const high = Math.min(1, natural) * value('size') * h;
      return [(w - wide) * value('left'), (h - high) * value('top'), wide, high];
    };
    const draw = () => {
      const [x, y, wide, high] = part();
      svg.querySelector('path').setAttribute('d', `M0 0h${w}v${h}h${-w}zM${x} ${y}v${high}h${wide}v${-high}z`);
      small.setAttribute('viewBox', [x, y, wide, high].join(' '));
    };
    form.addEventListener('input', draw);
    form.addEventListener('reset', () => window.setTimeout(draw));
    svg.addEventListener('pointerdown', (event) => { svg.setPointerCapture(event.pointerId); event.preventDefault(); });
    svg.addEventListener('pointermove', (event) => {
      if (!svg.hasPointerCapture(event.pointerId)) return;
      const box = svg.getBoundingClientRect();
      const [, , wide, high] = part();
      if (w > wide) form.elements.left.value = Number(form.elements.left.value) + 100 * (event.movementX / box.width) * w / (w - wide);
      if (h > high) form.elements.top.value = Number(form.elements.top.value) + 100 * (event.movementY / box.height) * h / (h - high);
      draw();
    });
  });
})();
