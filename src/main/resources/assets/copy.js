// A button copies what stands in its field, and says so.
document.addEventListener('click', async (event) => {
  const copy = event.target.closest('[data-copy]');
  if (!copy) return;
  const source = document.getElementById(copy.dataset.copy);
  source.select();
  try { await navigator.clipboard.writeText(source.value); } catch (e) { document.execCommand('copy'); }
  const said = copy.nextElementSibling;
  if (said && said.matches('[role=status]')) said.textContent = copy.dataset.copied;
});
