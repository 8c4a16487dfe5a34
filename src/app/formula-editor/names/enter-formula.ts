/** Opens the formula that stands at a path of the selected node, as soon as its field is on the screen. */

/** How a field says which formula it holds. */
export const formulaAttribute = 'data-formula';
export const formulaName = (path: readonly (string | number)[]) => path.join('.');

/** About a second of frames: a tab and a node have to be drawn first. */
const mostFrames = 60;

export function enterFormula(path: readonly (string | number)[]): void {
  const selector = `[${formulaAttribute}="${formulaName(path)}"]`;
  let left = mostFrames;
  const look = () => {
    const field = document.querySelector(selector);
    const text = field?.querySelector('textarea');
    if (field && text) {
      field.scrollIntoView({ block: 'nearest' });
      text.focus();
    } else if (left-- > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
