// Shows only the questions that the filters name. Without scripts all of them are there.
const form = document.querySelector('.filters');
if (form) {
  const cards = [...document.querySelectorAll('.card')];
  const show = () => {
    const words = form.words.value.trim().toLowerCase();
    let shown = 0;
    for (const card of cards) {
      const fits = ['lost', 'kind', 'lang'].every(name => !form[name].value || card.dataset[name] === form[name].value)
        && (!words || card.textContent.toLowerCase().includes(words));
      card.hidden = !fits;
      if (fits) shown++;
    }
    form.querySelector('output').textContent = shown === cards.length ? '' : `${shown} of ${cards.length}`;
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
}
