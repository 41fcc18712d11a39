// The creator's phone: what is typed is kept each second, photos are made smaller and sent one by
// one while the text is still typed, and the draft is sent once when there is a signal.
// Without this script the page works as any form does.
(() => {
  const DAYS = 7 * 24 * 3600000;
  const KNOWN = 20 * 3600000; // the office keeps a photo of no draft for a day
  const LONGEST_SIDE = 2048;
  const PAUSE = 15000;
  const store = (run) => { try { return run(); } catch (e) { return null; } };

  // Photos on this phone, by a name of their own.
  const photos = (mode, run) => new Promise((done) => {
    const open = store(() => indexedDB.open('gaung', 1));
    if (!open) { done(null); return; }
    open.onupgradeneeded = () => open.result.createObjectStore('photo');
    open.onerror = () => done(null);
    open.onsuccess = () => {
      const asked = store(() => run(open.result.transaction('photo', mode).objectStore('photo')));
      if (!asked) { done(null); return; }
      asked.onsuccess = () => { open.result.close(); done(asked.result || null); };
      asked.onerror = () => { open.result.close(); done(null); };
    };
  });
  const readPhoto = (id) => photos('readonly', (all) => all.get(id));
  const keepPhoto = (id, photo) => photos('readwrite', (all) => all.put(photo, id));
  const dropPhoto = (id) => photos('readwrite', (all) => all.delete(id));

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
    picture.close();
    const made = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.86));
    return made && made.size < file.size ? made : file;
  };

  let stop = () => {};

  const start = () => {
    stop();
    const form = document.querySelector('form[data-draft]');
    if (!form) return;
    const part = (name) => document.querySelector('[data-' + name + ']');
    const say = (name, ...values) => fill(form.dataset['say' + name], ...values);
    const number = new Intl.NumberFormat(form.dataset.number);
    const kb = (bytes) => number.format(Math.max(1, Math.round(bytes / 1024))) + ' KB';
    const caption = form.elements.caption;
    const once = form.elements._once;
    const places = [...form.querySelectorAll('[data-slot]')];
    const key = 'gaung.draft ' + form.getAttribute('action');
    const field = (place, name) => place.querySelector(name);
    const altOf = (place) => field(place, 'textarea');
    const hidden = (element, value) => {
      if (!element) return;
      if (value) element.setAttribute('hidden', ''); else element.removeAttribute('hidden');
    };

    // One of each place: { id, upload, at, size, alt, blob, url, state, told }, in the order of the
    // page; the empty ones come last.
    const fresh = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
    let shots = [];
    const ofServer = () => places.map((place) => {
      const tick = field(place, '[data-upload]');
      const film = !!tick && !field(place, '[data-film]').hidden;
      return { upload: tick ? tick.value : '', alt: altOf(place).value, url: tick ? field(place, film ? 'video' : 'img').src : '', film, state: '' };
    }).filter((shot) => shot.upload || shot.alt);
    const signature = (text, list) => JSON.stringify([text, list.map((shot) => [shot.id || shot.upload, shot.alt])]);

    let sending = false;
    let pending = false;
    let again = 0;
    let typedAt = 0;
    let saved = '';

    // ---- the places as they are seen
    const atServer = ofServer();
    places.forEach((place) => {
      field(place, 'input[type=file]').classList.replace('in', 'hide');
      const plain = field(place, '[data-plain]');
      if (plain) plain.remove();
    });
    const draw = () => {
      places.forEach((place, i) => {
        const shot = shots[i];
        // A video is alone in its draft.
        hidden(place, i > shots.length || (i > 0 && i === shots.length && shots[0].film));
        hidden(field(place, '[data-picture]'), !shot || !shot.url);
        hidden(field(place, '.drop'), !!(shot && shot.url));
        hidden(field(place, '.field'), !shot);
        hidden(field(place, '[data-tools]'), !shot);
        hidden(field(place, '[data-earlier]'), i === 0);
        const film = field(place, '[data-film]');
        const still = field(place, 'img');
        const image = shot && shot.film ? film : still;
        hidden(film, image !== film);
        hidden(still, image !== still);
        if (shot && shot.url && image.src !== shot.url) image.src = shot.url;
        image.classList.toggle('dim', !!shot && (shot.state === 'going' || shot.state === 'late'));
        const alt = altOf(place);
        if (alt.value !== (shot ? shot.alt : '')) alt.value = shot ? shot.alt : '';
        const state = field(place, '[data-state]');
        const words = { sent: 'Sent', late: 'Late', going: 'Going', failed: 'Failed' };
        hidden(state, !shot || !shot.state);
        if (shot && shot.state) {
          state.className = 'state pill ' + (shot.state === 'sent' ? 'ok' : shot.state === 'failed' ? 'bad' : 'warn');
          state.textContent = say(words[shot.state]);
        }
        field(place, '[data-say]').textContent = shot && shot.told ? shot.told : '';
        if (!shot || shot.state !== 'going') hidden(field(place, '[data-meter]'), true);
      });
      part('photos').textContent = say('Photos', number.format(shots.filter((shot) => shot.url).length), number.format(places.length));
    };

    // ---- kept on this phone
    const kept = () => store(() => JSON.parse(localStorage.getItem(key)));
    const save = () => {
      const now = signature(caption.value, shots) + pending + shots.map((shot) => shot.upload).join();
      if (now === saved) return;
      saved = now;
      const done = store(() => {
        localStorage.setItem(key, JSON.stringify({
          at: Date.now(), typed: typedAt, round: form.dataset.round, caption: caption.value, once: once.value, pending,
          shots: shots.map(({ id, upload, at, size, alt, film }) => ({ id, upload, at, size, alt, film })),
        }));
        return true;
      });
      if (done) {
        part('saved').textContent = say('Saved', new Date().toLocaleTimeString('id', { hour: '2-digit', minute: '2-digit' }));
      }
    };
    const forget = async () => {
      store(() => localStorage.removeItem(key));
      await Promise.all(shots.filter((shot) => shot.id).map((shot) => dropPhoto(shot.id)));
    };
    const restore = async (from) => {
      caption.value = from.caption;
      if (from.once) once.value = from.once;
      const before = new Map(shots.concat(atServer).filter((shot) => shot.url).map((shot) => [shot.id || shot.upload, shot]));
      shots = await Promise.all(from.shots.map(async (one) => {
        const known = before.get(one.id || one.upload);
        if (known) return { ...known, ...one };
        const blob = one.id && !one.film ? await readPhoto(one.id) : null;
        const url = blob ? URL.createObjectURL(blob) : one.upload ? form.dataset.uploads + '/' + one.upload : '';
        return { ...one, blob, url, state: one.upload ? 'sent' : blob ? 'late' : '' };
      }));
      shots = shots.filter((shot) => shot.url || shot.alt);
      pending = from.pending;
      typedAt = from.typed;
      saved = signature(caption.value, shots) + pending + shots.map((shot) => shot.upload).join();
      draw();
    };

    // ---- a video is sent as it is, in parts; it is too large to be kept here meanwhile
    const mega = (bytes) => number.format(Math.round(bytes / 104857.6) / 10) + ' MB';
    const roll = (place, file) => {
      const i = Math.min(places.indexOf(place), shots.length);
      const others = shots.some((shot, j) => j !== i && shot.url);
      const wrong = others ? say('Alone') : file.size > Number(form.dataset.most) ? say('Large', mega(Number(form.dataset.most))) : '';
      part('photo-say').textContent = wrong;
      if (wrong) return;
      const before = shots[i];
      if (before && before.sender) before.sender.cancel();
      shots[i] = {
        alt: altOf(place).value, id: fresh(), film: true, blob: file, size: file.size, upload: '', url: URL.createObjectURL(file), state: 'late', told: mega(file.size),
      };
    };
    const carryFilm = async (shot) => {
      const place = () => places[shots.indexOf(shot)];
      const tell = (one) => {
        if (!place()) return;
        const percent = Math.floor((100 * one.sent) / shot.size);
        const meter = field(place(), '[data-meter]');
        hidden(meter, false);
        meter.firstElementChild.setAttribute('width', percent);
        shot.told = one.state === 'broken' ? one.words || say('Broken') : one.state === 'judging' ? say('Judging') : percent + ' % · ' + mega(one.sent) + ' / ' + mega(shot.size);
        field(place(), '[data-say]').textContent = shot.told;
        if (one.state === 'broken' && sending) hidden(part('offline'), false);
      };
      shot.sender = shot.sender || window.sendInParts(shot.blob, {
        door: form.dataset.media, csrf: form.elements._csrf.value, owner: '', item: 'Gaung-Upload', tell,
      });
      const one = shot.sender;
      await one.go();
      shot.sender = null;
      if (one.state === 'gone') return;
      if (one.state === 'done') Object.assign(shot, { upload: one.became, at: Date.now(), state: 'sent', told: mega(shot.size) });
      else Object.assign(shot, { state: 'failed', told: one.words || say(one.state === 'unreadable' ? 'Again' : 'Failed') });
      if (shot.state === 'failed') part('photo-say').textContent = shot.told;
    };

    // ---- one photo at a time
    const choose = async (place, picker) => {
      const file = picker.files[0];
      if (!file) return;
      const i = Math.min(places.indexOf(place), shots.length);
      const film = /^video\//.test(file.type) || /\.(mp4|mov)$/i.test(file.name);
      if (form.dataset.format === (film ? 'PHOTO' : 'VIDEO')) part('photo-say').textContent = say('Other');
      else if (film) roll(place, file);
      else if (shots.some((shot, j) => j !== i && shot.film)) part('photo-say').textContent = say('Alone');
      else try {
        const blob = await smaller(file);
        const shot = shots[i] || { alt: altOf(place).value };
        Object.assign(shot, {
          id: fresh(), film: false, blob, size: blob.size, upload: '', url: URL.createObjectURL(blob), state: 'late',
          told: blob === file ? kb(file.size) : say('Shrunk', kb(file.size), kb(blob.size)),
        });
        shots[i] = shot;
        part('photo-say').textContent = shot.told;
        await keepPhoto(shot.id, blob);
      } catch (e) {
        // A phone's file may be called .jpg all the same: its first bytes say what it is.
        const head = await file.slice(4, 12).text().catch(() => '');
        const heic = /\.(heic|heif)$/i.test(file.name) || /hei[cf]/.test(file.type) || /^ftyp(hei|hev|mif1|msf1)/.test(head);
        part('photo-say').textContent = say(heic ? 'Heic' : 'Unreadable');
      }
      // The small one is sent; without it nothing is.
      picker.value = '';
      save();
      draw();
      check();
      const error = field(place, '.err');
      if (error) error.remove();
      if (shots[i] && altOf(places[i])) altOf(places[i]).focus();
      carry();
    };
    const post = (address, body, progress) => new Promise((done) => {
      const call = new XMLHttpRequest();
      call.upload.onprogress = (event) => { if (event.lengthComputable) progress(event.loaded, event.total); };
      const lost = () => done(null);
      call.onerror = lost;
      call.ontimeout = lost;
      call.timeout = 180000;
      call.onload = () => done(call.status === 0 || call.status > 501 ? null : call);
      call.open('POST', address);
      call.send(body);
    });
    let carrying = null;
    const carryAll = async () => {
      for (;;) {
        const shot = shots.find((one) => one.blob && !one.upload && one.state !== 'failed');
        if (!shot || !navigator.onLine) return;
        const place = () => places[shots.indexOf(shot)];
        shot.state = 'going';
        draw();
        if (shot.film) {
          // eslint-disable-next-line no-await-in-loop
          await carryFilm(shot);
          save();
          draw();
          continue;
        }
        const body = new FormData();
        body.set('_csrf', form.elements._csrf.value);
        body.set('_page', form.elements._page.value);
        body.set('photo', shot.blob, 'foto.jpg');
        const call = await post(form.dataset.uploads, body, (loaded, total) => {
          if (!place()) return;
          const percent = Math.round((100 * loaded) / total);
          const meter = field(place(), '[data-meter]');
          hidden(meter, false);
          meter.firstElementChild.setAttribute('width', percent);
          shot.told = percent + ' % · ' + kb(loaded) + ' / ' + kb(total);
          field(place(), '[data-say]').textContent = shot.told;
        });
        shot.told = kb(shot.size);
        if (!call) {
          shot.state = 'late';
          draw();
          return;
        }
        if (call.status === 200) {
          Object.assign(shot, { upload: call.responseText.trim(), at: Date.now(), state: 'sent' });
        } else {
          const why = new DOMParser().parseFromString(call.responseText, 'text/html').querySelector('[data-refused]');
          Object.assign(shot, { state: 'failed', told: why ? why.textContent : say('Failed') });
          part('photo-say').textContent = shot.told;
        }
        save();
        draw();
      }
    };
    const carry = () => {
      carrying = carrying || carryAll().finally(() => {
        carrying = null;
        check();
        if (pending) later(); else if (shots.some((shot) => shot.state === 'late')) later();
      });
      return carrying;
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
    const undescribed = () => shots.findIndex((shot) => shot.url && !shot.alt.trim());
    const lacks = () => {
      if (!caption.value.trim()) return [say('Caption'), caption];
      const over = rooms().find((room) => Number(room.dataset.now ?? room.dataset.left) < 0);
      if (over) return [say('TooLong', over.dataset.network, number.format(-Number(over.dataset.now ?? over.dataset.left))), caption];
      const missing = shots.filter((shot) => shot.url && !shot.alt.trim()).length;
      if (missing) return [say('Alt', number.format(missing)), altOf(places[undescribed()])];
      const failed = shots.findIndex((shot) => shot.state === 'failed');
      if (failed >= 0) return [shots[failed].told, field(places[failed], '[data-remove]')];
      return null;
    };
    const check = () => {
      if (sending) return;
      const missing = lacks();
      part('lack').hidden = pending || !missing;
      part('lacks').textContent = pending ? say('Waiting') : missing ? missing[0] : say('Ready');
    };

    // ---- sending, once
    const later = () => {
      window.clearTimeout(again);
      again = window.setTimeout(() => { if (pending) send(); else carry(); }, PAUSE);
    };
    const wait = () => {
      sending = false;
      pending = true;
      hidden(part('kept'), true);
      hidden(part('offline'), false);
      save();
      check();
      later();
    };
    const swap = (html, address) => {
      const next = new DOMParser().parseFromString(html, 'text/html');
      const body = next.querySelector('.phone');
      if (!body) { window.location.reload(); return; }
      document.querySelector('.phone').replaceWith(body);
      document.title = next.title;
      if (address) window.history.replaceState(null, '', new URL(address).pathname);
      window.scrollTo(0, 0);
      const said = document.querySelector('[data-focus]');
      if (said) said.focus();
      start();
    };
    const deliver = async () => {
      if (sending) return;
      sending = true;
      window.clearTimeout(again);
      // Kept before anything leaves, with the key by which the server knows it again.
      pending = true;
      save();
      shots.forEach((shot) => {
        if (shot.blob && shot.upload && Date.now() - shot.at > KNOWN) Object.assign(shot, { upload: '', state: 'late' });
      });
      part('lacks').textContent = say('Sending', 0);
      await carry();
      if (shots.some((shot) => shot.state === 'failed')) {
        sending = false;
        pending = false;
        save();
        check();
        return;
      }
      if (shots.some((shot) => shot.blob && !shot.upload)) { wait(); return; }
      const body = new URLSearchParams({
        _csrf: form.elements._csrf.value, _page: form.elements._page.value, _once: once.value, caption: caption.value,
      });
      shots.forEach((shot, i) => {
        body.set('upload' + (i ? i + 1 : ''), shot.upload || '');
        body.set('altText' + (i ? i + 1 : ''), shot.alt);
      });
      const call = await post(form.getAttribute('action'), body, (loaded, total) => {
        part('lacks').textContent = say('Sending', Math.round((100 * loaded) / total));
      });
      if (!call) { wait(); return; }
      const done = call.status < 400;
      pending = false;
      if (done) await forget(); else save();
      sending = false;
      stop();
      swap(call.responseText, done ? call.responseURL : '');
      if (done && navigator.vibrate) navigator.vibrate(20);
    };
    // Of several tabs with this draft one sends it; the others see that it is gone.
    const send = () => (navigator.locks
      ? navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock ? deliver() : later()))
      : deliver());

    const typed = () => { estimate(); check(); };
    let timer = 0;
    const tick = window.setInterval(save, 1000);
    const touch = () => { typedAt = Date.now(); };
    caption.addEventListener('input', () => {
      touch();
      typed();
      window.clearTimeout(timer);
      timer = window.setTimeout(count, 400);
    });
    places.forEach((place, i) => {
      const picker = field(place, 'input[type=file]');
      picker.addEventListener('change', () => { touch(); choose(place, picker); });
      altOf(place).addEventListener('input', () => {
        touch();
        if (shots[i]) shots[i].alt = altOf(place).value;
        check();
      });
      field(place, '[data-remove]').addEventListener('click', () => {
        touch();
        const [gone] = shots.splice(i, 1);
        if (gone && gone.sender) gone.sender.cancel();
        if (gone && gone.id) dropPhoto(gone.id);
        save();
        draw();
        check();
        form.querySelector('#f-photos').focus();
      });
      field(place, '[data-earlier]').addEventListener('click', () => {
        touch();
        shots.splice(i - 1, 0, ...shots.splice(i, 1));
        save();
        draw();
        (i > 1 ? field(places[i - 1], '[data-earlier]') : altOf(places[i - 1])).focus();
      });
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const missing = lacks();
      if (missing) {
        check();
        missing[1].focus();
        return;
      }
      send();
    });
    const back = () => { if (pending) send(); else { carry(); count(); } };
    const gone = () => { hidden(part('offline'), false); };
    const here = () => { if (!pending) hidden(part('offline'), true); back(); };
    // Another tab wrote: this one shows the same, unless it was typed in later.
    const other = async (event) => {
      if (event.key !== key || sending) return;
      if (event.newValue === null) { pending = false; stop(); window.location.reload(); return; }
      const from = JSON.parse(event.newValue);
      if (from.typed < typedAt) return;
      await restore(from);
      typed();
    };
    window.addEventListener('online', here);
    window.addEventListener('offline', gone);
    window.addEventListener('pagehide', save);
    window.addEventListener('storage', other);
    stop = () => {
      window.clearInterval(tick);
      window.clearTimeout(again);
      window.clearTimeout(timer);
      window.removeEventListener('online', here);
      window.removeEventListener('offline', gone);
      window.removeEventListener('pagehide', save);
      window.removeEventListener('storage', other);
      stop = () => {};
    };

    // ---- what was not sent comes back
    const refused = document.querySelector('main [role=alert]:not([data-offline])');
    const typedBefore = caption.value;
    shots = atServer.slice();
    saved = signature(caption.value, shots) + pending + shots.map((shot) => shot.upload).join();
    draw();
    (async () => {
      const from = kept();
      const usable = from && from.round === form.dataset.round && Date.now() - from.at < DAYS;
      if (from && !usable) store(() => localStorage.removeItem(key));
      if (usable) {
        if (refused) from.pending = false;
        // The server's page of a refused draft has a new key; what was refused is not that.
        if (refused) from.once = '';
        // Nor is a name that the office no longer knows: that photo is sent once more.
        const names = atServer.map((shot) => shot.upload);
        if (refused) from.shots.forEach((shot) => { if (!names.includes(shot.upload)) shot.upload = ''; });
        await restore(from);
        hidden(part('kept'), !!refused || pending);
        if (pending) {
          hidden(part('offline'), false);
          if (navigator.onLine) send();
        } else {
          carry();
        }
      }
      if (!navigator.onLine) hidden(part('offline'), false);
      counted = length(typedBefore);
      typed();
      if (caption.value !== typedBefore) count();
    })();
  };

  start();
})();
