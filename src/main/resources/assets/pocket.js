// The creator's phone: what is typed is kept each second, and sent once when there is a signal.
// Without this script the page works as any form does.
(() => {
  const HOURS = 24 * 7;
  const LONGEST_SIDE = 2048;
  const store = (run) => { try { return run(); } catch (e) { return null; } };

  // One photo a form, by the form's address.
  const photos = (mode, run) => new Promise((done) => {
    const open = store(() => indexedDB.open('gaung', 1));
    if (!open) { done(null); return; }
    open.onupgradeneeded = () => open.result.createObjectStore('photo');
    open.onerror = () => done(null);
    open.onsuccess = () => {
      const asked = run(open.result.transaction('photo', mode).objectStore('photo'));
      asked.onsuccess = () => done(asked.result || null);
      asked.onerror = () => done(null);
    };
  });
  const readPhoto = (key) => photos('readonly', (all) => all.get(key));
  const keepPhoto = (key, photo) => photos('readwrite', (all) => all.put(photo, key));
  const dropPhoto = (key) => photos('readwrite', (all) => all.delete(key));

  const length = (text) => window.Intl && Intl.Segmenter
    ? [...new Intl.Segmenter('id', { granularity: 'grapheme' }).segment(text)].length
    : [...text].length;

  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

  const smaller = async (file) => {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size < 400000) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.86));
    return made && made.size < file.size
      ? new File([made], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' })
      : file;
  };

  let stop = () => {};

  const start = () => {
    stop();
    const said = document.querySelector('[data-focus]');
    if (said) said.focus();
    const form = document.querySelector('form[data-draft]');
    if (!form) return;
    const part = (name) => document.querySelector('[data-' + name + ']');
    const say = (name, ...values) => fill(form.dataset['say' + name], ...values);
    const number = new Intl.NumberFormat(form.dataset.number);
    const caption = form.elements.caption;
    const alt = form.elements.altText;
    const once = form.elements._once;
    const picker = form.elements.photo;
    const key = 'gaung.draft ' + form.getAttribute('action');
    const server = { caption: caption.value, altText: alt.value };
    let photo = null;
    let sending = false;
    let pending = false;
    let again = 0;

    // ---- kept on this phone
    const save = () => {
      const changed = caption.value !== server.caption || alt.value !== server.altText || photo || pending;
      if (!changed) { store(() => localStorage.removeItem(key)); return; }
      const kept = store(() => {
        localStorage.setItem(key, JSON.stringify({
          at: Date.now(), caption: caption.value, altText: alt.value, once: once.value, photo: !!photo, pending,
        }));
        return true;
      });
      if (kept) {
        part('saved').textContent = say('Saved', new Date().toLocaleTimeString('id', { hour: '2-digit', minute: '2-digit' }));
      }
    };
    const forget = () => { store(() => localStorage.removeItem(key)); return dropPhoto(key); };

    // ---- the photo
    const show = (blob, words) => {
      const image = part('preview');
      image.src = URL.createObjectURL(blob);
      image.hidden = false;
      part('photo').hidden = false;
      part('photo-say').textContent = words || '';
      form.querySelectorAll('input[name=keepPhoto], input[name=upload]').forEach((tick) => { tick.checked = false; });
    };
    const kb = (bytes) => number.format(Math.max(1, Math.round(bytes / 1024))) + ' KB';
    const choose = async () => {
      const file = picker.files[0];
      if (!file) return;
      try {
        const made = await smaller(file);
        photo = made;
        show(made, made === file ? kb(file.size) : say('Shrunk', kb(file.size), kb(made.size)));
        await keepPhoto(key, made);
        // The small one is sent; without it the field sends what was chosen.
        picker.value = '';
      } catch (e) {
        picker.value = '';
        const heic = /\.(heic|heif)$/i.test(file.name) || /hei[cf]/.test(file.type);
        part('photo-say').textContent = say(heic ? 'Heic' : 'Unreadable');
      }
      save();
      check();
    };

    // ---- the room on each network: the server counts, and between two answers the difference does
    let counted = length(caption.value);
    let asked = 0;
    const rooms = () => [...form.querySelectorAll('#cnt li')];
    const estimate = () => {
      const now = length(caption.value);
      rooms().forEach((room) => {
        const left = Number(room.dataset.left) - (now - counted);
        const word = room.querySelector('.state');
        word.textContent = left < 0 ? say('Over', number.format(-left)) : say('Left', number.format(left));
        word.className = 'state ' + (left < 0 ? 'bad' : left < Math.min(room.dataset.limit / 5, 120) ? 'warn' : 'ok');
        room.dataset.now = left;
      });
    };
    const count = async () => {
      const text = caption.value;
      const mine = ++asked;
      try {
        const answer = await fetch(form.dataset.rooms, {
          method: 'POST', body: new URLSearchParams({ _csrf: form.elements._csrf.value, _page: form.elements._page.value, caption: text }),
        });
        if (!answer.ok || mine !== asked) return;
        const list = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('cnt');
        if (!list) return;
        document.getElementById('cnt').replaceWith(list);
        counted = length(text);
        estimate();
        check();
      } catch (e) { /* no signal: the difference stands */ }
    };

    // ---- what is missing
    const hasPhoto = () => photo || (form.elements.keepPhoto && form.elements.keepPhoto.checked)
      || (form.elements.upload && form.elements.upload.checked) || picker.files.length > 0;
    const lacks = () => {
      if (!caption.value.trim()) return say('Caption');
      const over = rooms().find((room) => Number(room.dataset.now ?? room.dataset.left) < 0);
      if (over) return say('TooLong', over.dataset.network, number.format(-Number(over.dataset.now ?? over.dataset.left)));
      if (hasPhoto() && !alt.value.trim()) return say('Alt');
      return '';
    };
    const check = () => {
      if (sending) return;
      part('lacks').textContent = pending ? say('Waiting') : lacks() || say('Ready');
    };

    // ---- sending, once
    const wait = () => {
      sending = false;
      pending = true;
      part('kept').hidden = true;
      part('offline').hidden = false;
      part('meter').setAttribute('hidden', '');
      save();
      check();
      window.clearTimeout(again);
      again = window.setTimeout(send, 15000);
    };
    const swap = (html, address) => {
      const next = new DOMParser().parseFromString(html, 'text/html');
      const body = next.querySelector('.phone');
      if (!body) { window.location.reload(); return; }
      document.querySelector('.phone').replaceWith(body);
      document.title = next.title;
      if (address) window.history.replaceState(null, '', new URL(address).pathname);
      window.scrollTo(0, 0);
      start();
    };
    const send = () => {
      if (sending) return;
      sending = true;
      window.clearTimeout(again);
      const body = new FormData(form);
      if (photo) body.set('photo', photo, photo.name || 'foto.jpg');
      save();
      const call = new XMLHttpRequest();
      const meter = part('meter');
      call.upload.onprogress = (event) => {
        if (!event.lengthComputable || !photo) return;
        const percent = Math.round((100 * event.loaded) / event.total);
        meter.removeAttribute('hidden');
        meter.firstElementChild.setAttribute('width', percent);
        part('photo-say').textContent = percent + ' % · ' + kb(event.loaded) + ' / ' + kb(event.total);
        part('lacks').textContent = say('Sending', percent);
      };
      call.onerror = wait;
      call.ontimeout = wait;
      call.timeout = 180000;
      call.onload = async () => {
        if (call.status === 0 || call.status === 502 || call.status === 503 || call.status === 504) { wait(); return; }
        const done = call.status < 400;
        pending = false;
        if (done) await forget();
        stop();
        swap(call.responseText, done ? call.responseURL : '');
        if (done && navigator.vibrate) navigator.vibrate(20);
      };
      part('lacks').textContent = say('Sending', 0);
      call.open('POST', form.getAttribute('action'));
      call.send(body);
    };

    const typed = () => { estimate(); check(); };
    let timer = 0;
    const tick = window.setInterval(save, 1000);
    caption.addEventListener('input', () => {
      typed();
      window.clearTimeout(timer);
      timer = window.setTimeout(count, 400);
    });
    alt.addEventListener('input', check);
    picker.addEventListener('change', choose);
    form.addEventListener('change', check);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const missing = lacks();
      if (missing) {
        check();
        (caption.value.trim() && !missing.includes(say('Alt')) ? caption : caption.value.trim() ? alt : caption).focus();
        return;
      }
      send();
    });
    const back = () => { if (pending) send(); else count(); };
    const gone = () => { part('offline').hidden = false; };
    const here = () => { if (!pending) part('offline').hidden = true; back(); };
    window.addEventListener('online', here);
    window.addEventListener('offline', gone);
    window.addEventListener('pagehide', save);
    stop = () => {
      window.clearInterval(tick);
      window.clearTimeout(again);
      window.clearTimeout(timer);
      window.removeEventListener('online', here);
      window.removeEventListener('offline', gone);
      window.removeEventListener('pagehide', save);
      stop = () => {};
    };

    // ---- what was not sent comes back
    const refused = document.querySelector('main [role=alert]:not([data-offline])');
    const kept = store(() => JSON.parse(localStorage.getItem(key)));
    (async () => {
      if (kept && Date.now() - kept.at < HOURS * 3600000) {
        if (!refused) {
          caption.value = kept.caption;
          alt.value = kept.altText;
          if (kept.once) once.value = kept.once;
          part('kept').hidden = false;
        }
        if (kept.photo) {
          photo = await readPhoto(key);
          if (photo) show(photo, kb(photo.size));
        }
        pending = kept.pending && !refused;
        if (pending) { part('kept').hidden = true; part('offline').hidden = false; if (navigator.onLine) send(); }
      }
      if (!navigator.onLine) part('offline').hidden = false;
      counted = length(server.caption);
      typed();
      if (caption.value !== server.caption) count();
    })();
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.matches('[data-draft]')) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    window.setTimeout(() => { delete form.dataset.sent; }, 8000);
  });
  document.addEventListener('DOMContentLoaded', start);
})();
