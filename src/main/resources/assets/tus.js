// Sends one file in parts (tus 1.0.0). A broken line, a reload, another tab or a restart of the
// server cost nothing that had come: what the server has it says itself, and from there it goes on.
(() => {
  const PART = 8 * 1024 * 1024;
  const LEAST = 256 * 1024;
  const SAMPLE = 16 * 1024;
  const DAY = 24 * 3600000;
  const WAITS = [1000, 2000, 4000, 8000, 15000, 30000];
  // A line on which nothing moves for so long is dead, although the browser does not say so.
  const STALLED = 45000;
  // The last part is answered once the whole file has been looked at.
  const JUDGED = 300000;

  const store = (run) => { try { return run(); } catch (e) { return null; } };
  const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  // Phones give many files one name, and some one time: a few of its bytes tell them apart.
  const print = async (file) => {
    let hash = 2166136261;
    for (const at of [0, file.size / 2, file.size - SAMPLE]) {
      const from = Math.max(0, Math.floor(at));
      const bytes = new Uint8Array(await file.slice(from, from + SAMPLE).arrayBuffer());
      bytes.forEach((b) => { hash = Math.imul(hash ^ b, 16777619); });
    }
    return (hash >>> 0).toString(36);
  };

  const reason = (answer) => {
    const said = store(() => JSON.parse(answer.responseText));
    return said ? (said.errors && said.errors.length ? said.errors[0].reason : said.detail) || '' : '';
  };

  // door: where uploads begin. item: the header that names what it became. meta: further metadata.
  // tell: called whenever something changed. The state is one of waiting, going, broken, paused,
  // judging, done, refused, unreadable, signed-out; words are the server's.
  window.sendInParts = (file, { door, csrf, owner, item, meta = {}, tell }) => {
    const one = { file, sent: 0, state: 'waiting', words: '', became: null, brokeAt: 0, left: null };
    let size = PART;
    let key = '';
    let to = null;
    let request = null;
    let wake = null;
    let mark = null;

    const set = (state, words = '') => { one.state = state; one.words = words; tell(one); };
    const stopped = () => ['paused', 'gone', 'done', 'refused', 'unreadable', 'signed-out'].includes(one.state);
    const remembered = () => {
      const kept = store(() => JSON.parse(localStorage.getItem(key)));
      return kept && Date.now() - kept.at < DAY ? kept.to : null;
    };
    const forget = () => store(() => localStorage.removeItem(key));
    const end = (state, words) => { if (state !== 'signed-out') forget(); set(state, words); };

    // A request whose progress is told; fetch cannot say how much it has sent.
    const ask = (method, address, headers, body) => new Promise((done) => {
      const mine = new XMLHttpRequest();
      let patience = 0;
      const over = (answer) => { window.clearTimeout(patience); if (request === mine) request = null; done(answer); };
      const alive = (ms) => { window.clearTimeout(patience); patience = window.setTimeout(() => mine.abort(), ms); };
      request = mine;
      mine.open(method, address);
      Object.entries({ 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': csrf, ...headers }).forEach(([name, value]) => mine.setRequestHeader(name, value));
      const from = one.sent;
      mine.upload.onprogress = (event) => {
        alive(STALLED);
        one.sent = Math.min(file.size, from + event.loaded);
        const taken = Date.now() - mark.at;
        const came = one.sent - mark.sent;
        one.left = taken > 2000 && came > 0 ? (file.size - one.sent) * taken / came : null;
        if (!stopped()) tell(one);
      };
      mine.upload.onload = () => { alive(JUDGED); if (body && from + body.size >= file.size && !stopped()) set('judging'); };
      mine.onload = () => over(mine);
      mine.onerror = () => over(null);
      mine.onabort = () => over(null);
      alive(STALLED);
      mine.send(body || null);
    });

    // What every answer may say; true if it was that.
    const ended = (answer) => {
      if (answer && (answer.status === 401 || answer.status === 403)) { end('signed-out', ''); return true; }
      if (answer && [400, 415, 422].includes(answer.status)) { end('refused', reason(answer)); return true; }
      return false;
    };
    const became = (answer) => {
      one.became = answer.getResponseHeader(item);
      if (one.became) { one.sent = file.size; end('done'); }
    };
    // Not well: again after a while; what the server says about it is shown meanwhile.
    const unwell = (answer) => {
      one.brokeAt = one.sent;
      one.after = answer ? 1000 * Number(answer.getResponseHeader('Retry-After')) || 0 : 0;
      one.why = answer && [413, 429, 503].includes(answer.status) ? reason(answer) : '';
      return false;
    };

    const begin = async () => {
      const data = Object.entries({ filename: file.name, ...meta }).map(([name, value]) => `${name} ${encoded(value)}`).join();
      const made = await ask('POST', door, { 'Upload-Length': file.size, 'Upload-Metadata': data });
      if (made && [404, 409, 410, 413].includes(made.status)) { end('refused', reason(made)); return true; }
      if (ended(made)) return true;
      if (!made || made.status !== 201) return unwell(made);
      to = made.getResponseHeader('Location');
      store(() => localStorage.setItem(key, JSON.stringify({ to, at: Date.now() })));
      return true;
    };

    const look = async () => {
      const asked = await ask('HEAD', to, {});
      if (asked && (asked.status === 404 || asked.status === 410)) { to = null; one.sent = 0; forget(); return true; }
      if (ended(asked)) return true;
      if (!asked || asked.status >= 300) return unwell(asked);
      one.sent = Number(asked.getResponseHeader('Upload-Offset'));
      became(asked);
      return true;
    };

    const part = async () => {
      const from = one.sent;
      const piece = file.slice(from, from + size);
      const answer = await ask('PATCH', to, { 'Upload-Offset': from, 'Content-Type': 'application/offset+octet-stream' }, piece);
      if (ended(answer)) return true;
      // A proxy on the way may take smaller requests only.
      if (answer && answer.status === 413 && size > LEAST) size = Math.max(LEAST, size / 2);
      if (!answer || answer.status !== 204) {
        const gone = !answer && !stopped() && await piece.slice(0, 1).arrayBuffer().catch(() => null) === null;
        if (gone) { end('unreadable'); return true; }
        return unwell(answer);
      }
      one.sent = Number(answer.getResponseHeader('Upload-Offset'));
      became(answer);
      return true;
    };

    const run = async () => {
      if (stopped()) return;
      let failures = 0;
      let known = false;
      to = remembered();
      mark = { at: Date.now(), sent: 0 };
      while (!stopped()) {
        if (!failures) set('going');
        let well;
        if (!to) { well = await begin(); known = true; }
        else if (!known) { well = await look(); known = well; mark = { at: Date.now(), sent: one.sent }; }
        else well = await part();
        if (stopped()) return;
        if (well) { failures = 0; continue; }
        known = false;
        set('broken', one.why);
        const pause = Math.max(one.after, WAITS[Math.min(failures, WAITS.length - 1)]);
        await Promise.race([new Promise((done) => { window.setTimeout(done, pause); }), new Promise((woken) => { wake = woken; })]);
        failures += 1;
      }
    };
    const online = () => { if (wake) wake(); };
    window.addEventListener('online', online);

    // Ends when it is over or paused. Of several tabs with this file one sends it.
    one.go = async () => {
      if (one.state === 'paused') one.state = 'waiting';
      const known = await print(file).catch(() => null);
      if (known === null) { end('unreadable'); return; }
      key = `gaung-upload ${owner} ${door} ${file.name} ${file.size} ${known}`;
      tell(one);
      await (navigator.locks ? navigator.locks.request(key, run) : run());
    };
    one.pause = () => { set('paused'); if (request) request.abort(); if (wake) wake(); };
    // Takes back what has come of it, too.
    one.cancel = async () => {
      const at = one.state === 'done' ? null : to || (key && remembered());
      one.state = 'gone';
      window.removeEventListener('online', online);
      if (request) request.abort();
      if (wake) wake();
      forget();
      if (at) await ask('DELETE', at, {});
    };
    one.isOver = () => stopped() && one.state !== 'paused';
    return one;
  };
})();
