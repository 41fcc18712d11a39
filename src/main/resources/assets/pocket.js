// Every page of the creator's phone: what is said after a step is read out, a form is sent once.
// The drafts' own script is loaded where a draft is written: the first page paints without it.
(() => {
  const said = document.querySelector('[data-focus]');
  if (said) said.focus();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.matches('[data-draft]')) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    window.setTimeout(() => { delete form.dataset.sent; }, 8000);
  });
  // A page that the browser had put aside as it was comes back with its buttons working.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
  });
})();
