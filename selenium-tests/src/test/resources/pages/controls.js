'use strict';
// What the driver tests click and type into.

const element = (id) => document.getElementById(id);

element('greet').addEventListener('click', (event) => {
  const agreed = element('agree').checked ? ' agrees' : '';
  element('greeting').textContent = `${element('name').value}${agreed}, ${element('drink').value}`;
  element('greeting').dataset.trusted = event.isTrusted;
  element('greeting').hidden = false;
});

element('ask').addEventListener('click', () => {
  document.title = confirm('Really?') ? 'yes' : 'no';
});
