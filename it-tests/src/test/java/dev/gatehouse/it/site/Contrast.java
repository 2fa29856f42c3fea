package dev.gatehouse.it.site;

/** Measures whether text can be read (WCAG 2.2, success criterion 1.4.3). */
final class Contrast {

    /**
     * A script whose value is the list of texts that stand out from their background by less than
     * 4.5 to 1.
     */
    static final String TOO_LOW =
            """
            () => {
              const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
              const luminance = (colour) => {
                const [r, g, b] = channels(colour).map((c) => {
                  const part = c / 255;
                  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = (element) => {
                const colour = getComputedStyle(element).backgroundColor;
                return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
              };
              const ratio = (element) => {
                const pair = [getComputedStyle(element).color, behind(element)].map(luminance);
                return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
              };
              return [...document.body.querySelectorAll('*')]
                .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
                .filter((e) => e.checkVisibility() && ratio(e) < 4.5)
                .map((e) => `${ratio(e).toFixed(2)}: ${e.textContent.trim()}`);
            }
            """;

    private Contrast() {}
}
