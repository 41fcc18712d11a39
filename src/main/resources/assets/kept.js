// What was typed survives a form that could not be received: the session had ended, or something
// was in the way. It stays in this tab alone, for the same reader alone, until the form is open
// again; passwords, files and hidden fields are never kept.
document.addEventListener('DOMContentLoaded', () => {
  const KEY = 'gaung.kept';
  const HOURS = 12;
  const NOT_TEXT = ['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image'];
  const reader = document.body.dataset.reader;
  // The sign-in page and the page about a problem: a form that leads here was not received.
  const here = document.querySelector('[data-kept-here]');

  const clear = () => { try { sessionStorage.removeItem(KEY); } catch (e) { /* not allowed here */ } };
  const save = (kept) => { try { sessionStorage.setItem(KEY, JSON.stringify(kept)); } catch (e) { /* full, or not allowed */ } };
  const read = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY));
      return kept && Date.now() - kept.at < HOURS * 3600000 ? kept : null;
    } catch (e) { return null; }
  };

  const path = (form) => new URL(form.getAttribute('action') || '', document.baseURI).pathname;
  const fields = (form) => Array.from(form.elements).filter(
    (field) => field.name && !field.disabled && field.matches('input, textarea, select') && !NOT_TEXT.includes(field.type));
  const hidden = (form, name) => form.querySelector('input[type=hidden][name="' + name + '"]');
  const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';
  const values = (field) => field.options
    ? Array.from(field.selectedOptions, (option) => option.value)
    : isTick(field) ? (field.checked ? [field.value] : []) : [field.value];

  // Of the row's version the older one counts, so that whoever was faster is not overwritten.
  const keep = (form, waiting) => {
    const typed = fields(form);
    if (!typed.length) return;
    const page = hidden(form, '_page');
    const version = hidden(form, 'version');
    save({
      reader, waiting, at: Date.now(), action: path(form),
      page: page ? page.value : '/', version: version ? version.value : null,
      fields: typed.map((field) => ({ name: field.name, tick: isTick(field), own: field.value, values: values(field) })),
    });
  };

  const fill = (form, kept) => {
    const before = kept.fields.slice();
    fields(form).forEach((field) => {
      const at = before.findIndex((one) => one.name === field.name && (!isTick(field) || one.own === field.value));
      if (at < 0) return;
      const [one] = before.splice(at, 1);
      if (field.options) {
        Array.from(field.options).forEach((option) => { option.selected = one.values.includes(option.value); });
      } else if (isTick(field)) {
        field.checked = one.values.length > 0;
      } else {
        field.value = one.values[0];
      }
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const version = hidden(form, 'version');
    if (version && kept.version !== null) version.value = kept.version;
    const said = document.querySelector('[data-kept-filled]');
    form.before(said);
    said.hidden = false;
    said.scrollIntoView({ block: 'center' });
  };

  const forms = () => Array.from(document.querySelectorAll('main form[method=post]'));

  const kept = read();
  if (!kept) {
    clear();
  } else if (here) {
    kept.waiting = true;
    save(kept);
    here.querySelectorAll('input[name=back]').forEach((back) => { back.value = kept.page; });
    document.querySelectorAll('[data-kept-page]').forEach((link) => { link.setAttribute('href', kept.page); });
    document.querySelectorAll('[data-kept-waiting]').forEach((part) => { part.hidden = false; });
  } else if (!kept.waiting || (reader && reader !== kept.reader)) {
    clear();
  } else if (reader === kept.reader) {
    const form = forms().find((one) => path(one) === kept.action);
    if (form) {
      fill(form, kept);
      clear();
    }
  }

  const changed = (form) => fields(form).some((field) => field.options
    ? Array.from(field.options).some((option) => option.selected !== option.defaultSelected)
    : isTick(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);

  // After the listener that holds a form back.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (path(form) === '/sign-out') {
      clear();
    } else if (path(form) === '/language') {
      // The page opens anew in the other language.
      const refused = document.querySelector('main [role=alert]');
      const open = forms().find(changed) || (refused && refused.parentElement.querySelector('form[method=post]'));
      if (open && !here) keep(open, true);
    } else if (form.closest('main') && !form.closest('[data-kept-here]')) {
      keep(form, false);
    }
  });
});

// A part of a page that is asked for after the session ended stays as it was.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (new URL(event.detail.xhr.responseURL || '/', document.baseURI).pathname === '/sign-in') event.detail.shouldSwap = false;
});
