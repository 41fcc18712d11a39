// The little that pages need beyond HTML. No page breaks without it.
document.addEventListener('DOMContentLoaded', () => {
  const focus = document.querySelector('[data-focus]');
  if (focus) focus.focus();

  // On a desk the menu is always open; on a phone it opens on a tap.
  const menu = document.querySelector('[data-menu]');
  const desk = window.matchMedia('(min-width: 62rem)');
  const fit = () => { if (menu) menu.open = desk.matches; };
  desk.addEventListener('change', fit);
  fit();

  document.addEventListener('click', async (event) => {
    const copy = event.target.closest('[data-copy]');
    if (!copy) return;
    const source = document.getElementById(copy.dataset.copy);
    source.select();
    try { await navigator.clipboard.writeText(source.value); } catch (e) { document.execCommand('copy'); }
    const said = copy.nextElementSibling;
    if (said && said.matches('[role=status]')) said.textContent = copy.dataset.copied;
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
});
