// A draft of a brief saves itself a while after the last key. Without this the button saves it.
document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('form[data-keep]');
  const said = document.querySelector('[data-kept]');
  if (!form || !form.dataset.keep || !said) return;
  const WAIT = 4000;
  let timer = 0;
  let sending = false;
  let again = false;

  const later = () => { window.clearTimeout(timer); timer = window.setTimeout(keep, WAIT); };

  const keep = async () => {
    if (form.dataset.sent) return;
    if (sending) { again = true; return; }
    sending = true;
    const body = new URLSearchParams(new FormData(form));
    // The key belongs to the button: what is kept meanwhile must not use it up.
    body.delete('_once');
    try {
      const answer = await fetch(form.dataset.keep, { method: 'POST', body, redirect: 'error' });
      if (!answer.ok) throw new Error(String(answer.status));
      const part = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-based-on]');
      if (!part) throw new Error('no part');
      form.elements.basedOn.value = part.dataset.basedOn;
      said.replaceChildren(part);
    } catch (e) {
      said.textContent = form.dataset.failed;
    }
    sending = false;
    if (again) { again = false; later(); }
  };

  form.addEventListener('input', later);
  form.addEventListener('submit', () => window.clearTimeout(timer));
});
