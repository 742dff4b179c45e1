/**
 * What runs in the page: the search and the copy buttons. Without it the page says the same, and
 * both stay hidden. No part of it comes from a contract.
 */
export const script = `
'use strict';
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const search = document.querySelector('[role="search"]');
  const input = search.querySelector('input');
  const output = search.querySelector('output');
  const articles = all('article');
  const links = new Map(all('nav a').map((link) => [link.hash.slice(1), link.parentElement]));
  const groups = all('nav section');
  const none = document.getElementById('none');

  const filter = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let found = 0;
    for (const article of articles) {
      const fits = words.every((word) => article.dataset.find.includes(word));
      article.hidden = !fits;
      const item = links.get(article.id);
      if (item) item.hidden = !fits;
      if (fits) found += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('li:not([hidden])');
    none.hidden = found > 0;
    output.textContent = words.length > 0 ? found + ' of ' + articles.length : '';
  };

  const show = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden) {
      input.value = '';
      filter();
      target.scrollIntoView();
    }
  };

  const copy = async (button) => {
    const code = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(code);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  };

  search.hidden = articles.length === 0;
  input.addEventListener('input', filter);
  addEventListener('hashchange', show);
  addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape' && event.target === input) {
      input.value = '';
      filter();
    }
  });
  for (const button of all('.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
  if (matchMedia('(max-width: 56rem)').matches) document.querySelector('nav details').open = false;
  if (input.value) filter();
})();
`;
