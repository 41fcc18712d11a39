// The little that pages need beyond HTML. No page breaks without it.
document.addEventListener('DOMContentLoaded', () => {
  // Where the tabs are wider than a phone, the one that is open is in sight.
  const tab = document.querySelector('.tabs [aria-current]');
  if (tab && tab.parentElement.scrollWidth > tab.parentElement.clientWidth) tab.parentElement.scrollLeft = tab.offsetLeft - 16;

  const focus = document.querySelector('[data-focus]');
  if (focus) focus.focus();

  // Ctrl K begins a search from anywhere; Escape closes a menu and gives its button the focus back.
  document.addEventListener('keydown', (event) => {
    const find = document.querySelector('[data-find]');
    // Where somebody writes, Ctrl K may be the system's, and another page would cost what is typed.
    const writes = event.target !== find && event.target.matches('textarea, input:not([type=checkbox], [type=radio])');
    if (find && !writes && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (find.offsetParent) find.focus(); else window.location.assign('/search');
    }
    const open = event.key === 'Escape' && document.querySelector('details.menu[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });
  // A menu closes when something beside it is touched.
  document.addEventListener('click', (event) => {
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // A page that is come back to by Back is loaded anew, but its forms are the ones that were sent.
  const keys = [...document.querySelectorAll('input[name=_once]')];
  const [entry] = performance.getEntriesByType('navigation');
  const kept = history.state && history.state.once;
  if (entry && entry.type === 'back_forward' && kept && kept.length === keys.length) {
    keys.forEach((key, i) => { key.value = kept[i]; });
  } else if (keys.length) {
    history.replaceState({ ...history.state, once: keys.map((key) => key.value) }, '');
  }

  // A password can be looked at before it is sent.
  document.querySelectorAll('[data-reveal]').forEach((button) => {
    const field = document.getElementById(button.dataset.reveal);
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!shown));
    });
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    window.setTimeout(() => { delete form.dataset.sent; }, 8000);
  });

  // A page that the browser had put aside as it was comes back with its buttons working.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
  });

  // The field for a file is drawn by us: it says what was chosen.
  document.addEventListener('change', (event) => {
    const said = event.target.type === 'file' && document.querySelector(`[data-picked="${event.target.id}"]`);
    if (said) said.textContent = [...event.target.files].map((file) => file.name).join(', ');
  });

  // A filter acts when it is chosen; its button is for those who type, and for pages without scripts.
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-auto]');
    if (form && event.target.matches('select, input[type=checkbox], input[type=radio]')) form.requestSubmit();
  });

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  // A chosen file is told of without being sent.
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!input.matches('input[type=file][data-marks]')) return;
    document.getElementById(input.dataset.marks).value = input.files.length ? 'yes' : '';
  }, true);

  // A chosen photo is shown at once.
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!input.matches('input[type=file][data-preview]')) return;
    const image = document.getElementById(input.dataset.preview);
    if (image && input.files[0]) { image.src = URL.createObjectURL(input.files[0]); image.hidden = false; }
  });

  // Dates are typed as they are written here, and read back in words; a quick answer fills them in.
  const spoken = new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID',
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei may', 'jun', 'jul', 'agu aug', 'sep', 'okt oct', 'nov', 'des dec'];
  const dateOf = (text) => {
    const typed = text.trim().toLowerCase();
    const iso = typed.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
    const parts = iso ? [0, iso[3], iso[2], iso[1]]
      : typed.match(/^(\d{1,2})\s*[/.\- ]\s*(\d{1,2}|[a-z]{3,9})\s*[/.\- ]\s*(\d{4}|\d{2})$/) || typed.match(/^(\d{2})(\d{2})(\d{4})$/);
    if (!parts) return null;
    const month = /\d/.test(parts[2]) ? parts[2] - 1 : MONTHS.findIndex((names) => names.includes(parts[2].slice(0, 3)));
    const date = new Date(Date.UTC(parts[3].length === 2 ? 2000 + Number(parts[3]) : parts[3], month, parts[1]));
    return date.getUTCMonth() === month && date.getUTCDate() === Number(parts[1]) ? date : null;
  };
  const words = (date) => {
    const part = Object.fromEntries(spoken.formatToParts(date).map((one) => [one.type, one.value]));
    return `${part.weekday}, ${part.day} ${part.month} ${part.year}`;
  };
  document.addEventListener('input', (event) => {
    const dated = event.target.closest('[data-dated]');
    if (!dated) return;
    const day = dated.querySelector('[data-date]');
    const hour = dated.querySelector('[data-time]');
    if (event.target.matches('[data-chosen]')) {
      const [date, time] = event.target.value.split('T');
      day.value = date.split('-').reverse().join('/');
      hour.value = document.documentElement.lang === 'en' ? time : time.replace(':', '.');
    } else {
      dated.querySelectorAll('[data-chosen]').forEach((one) => { one.checked = false; });
    }
    const date = dateOf(day.value);
    dated.querySelector('[data-words]').textContent = date ? words(date) : '';
  });

  // What changes by itself is not replaced under somebody's hands: where something has the focus or
  // a menu is open, the next answer comes soon. What was folded open stays so.
  const busy = (part) => part.contains(document.activeElement) || part.querySelector('details.menu[open], .ask:popover-open');
  let unfolded = [];
  document.addEventListener('htmx:beforeSwap', (event) => {
    const live = event.detail.target;
    if (!live.matches('[data-live]')) return;
    const answer = new DOMParser().parseFromString(event.detail.serverResponse, 'text/html').getElementById(live.id);
    const same = answer && live.dataset.live && answer.dataset.live === live.dataset.live;
    if (same || busy(live) || [...document.querySelectorAll('[data-live-too]')].some(busy)) {
      event.detail.shouldSwap = false;
      return;
    }
    unfolded = [...live.querySelectorAll('details[id][open]')].map((one) => one.id);
  });
  document.addEventListener('htmx:afterSettle', () => {
    unfolded.forEach((id) => { const one = document.getElementById(id); if (one) one.open = true; });
    unfolded = [];
    // A photo that only this browser has yet is shown by it.
    const file = document.querySelector('input[type=file][name=photo]');
    document.querySelectorAll('img[data-new-photo]').forEach((image) => {
      if (file && file.files[0]) image.src = URL.createObjectURL(file.files[0]);
    });
    const over = document.querySelector('#sum[data-over]');
    document.querySelectorAll('[data-when-fit]').forEach((button) => { button.disabled = Boolean(over); });
  });

  // Further photos stand in the order in which they were chosen, which is the order they go out in.
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (!box.matches('input[name=furtherIds]') || !box.checked) return;
    const line = box.closest('.more');
    const before = [...line.parentElement.children].filter((one) => one !== line && one.querySelector('[name=furtherIds]:checked'));
    if (before.length) before.pop().after(line); else line.parentElement.prepend(line);
    box.focus();
  });

  // The photo that is chosen among stored ones.
  document.addEventListener('change', (event) => {
    if (!event.target.matches('input[type=radio][data-shows]')) return;
    const image = document.getElementById(event.target.dataset.shows);
    image.hidden = !event.target.value;
    if (event.target.value) image.src = '/photos/' + event.target.value + '/screen';
    // What the library says of it describes it, unless somebody has written otherwise.
    const words = document.getElementById('f-altText');
    if (words && event.target.dataset.alt !== undefined && (!words.value || words.value === words.dataset.said)) {
      words.value = event.target.dataset.alt;
      words.dataset.said = words.value;
    }
  });

  // How many are invited and for how much is said while they are chosen.
  const invited = document.querySelector('[data-invited]');
  if (invited) {
    const plain = invited.textContent;
    const rupiah = (text) => Number(text.replace(/^\s*rp\.?/i, '').replace(/[.,](00?|-)\s*$/, '').replace(/\D/g, ''));
    const sum = () => {
      const ticked = [...document.querySelectorAll('input[name=creator]:checked')];
      const total = ticked.reduce((all, one) => all + rupiah(document.getElementById(`f-fee.${one.value}`).value), 0);
      const format = new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en' : 'id-ID');
      const text = ticked.length === 1 ? invited.dataset.invitedOne : invited.dataset.invited;
      invited.textContent = ticked.length ? text.replace('#', ticked.length).replace('$', format.format(total)) : plain;
      const money = document.querySelector('[data-budget]');
      if (!money) return;
      const [budget, promised] = [Number(money.dataset.budget), Number(money.dataset.promised)];
      const left = budget - promised - total;
      money.querySelector('[data-asked]').textContent = 'Rp' + format.format(total);
      money.querySelector('[data-left]').textContent = (left < 0 ? '−Rp' : 'Rp') + format.format(Math.abs(left));
      const bar = document.querySelector('[data-asked-bar]');
      bar.setAttribute('width', budget ? Math.min(100 - bar.getAttribute('x'), (total * 100) / budget) : 0);
    };
    invited.closest('form').addEventListener('input', sum);
    sum();
  }

  // What was done is told once: not again when the page is loaded anew.
  const told = document.querySelector('[data-done]');
  if (told) {
    history.replaceState(history.state, '', location.pathname);
    // Who reads it, or is on its link, keeps it.
    const leave = () => { if (told.matches(':hover, :focus-within')) window.setTimeout(leave, 2000); else told.remove(); };
    window.setTimeout(leave, 8000);
  }
});
