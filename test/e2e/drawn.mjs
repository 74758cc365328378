/** When every element in the page's `main` has drawn what it knows: the first time is a task of its own. */
export const untilDrawn = (page) =>
  page.evaluate(async () => {
    for (const element of document.querySelectorAll('main *')) await element.updateComplete;
  });
