package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The frame of a page that an application makes itself, in the looks of the site. */
final class Page {

    static final String TYPE = "text/html; charset=utf-8";

    private Page() {}

    /**
     * A whole page.
     *
     * @param path the path of the page within the site, for links that are right wherever the site
     *     is deployed
     * @param title plain text
     * @param content HTML
     */
    static byte[] of(String path, String title, String content) {
        return """
               <!doctype html>
               <html lang="en">
               <head>
               <meta charset="utf-8">
               <meta name="viewport" content="width=device-width, initial-scale=1">
               <meta name="color-scheme" content="light dark">
               <title>%1$s - Gatehouse</title>
               <link rel="icon" href="%2$sicon.svg" type="image/svg+xml">
               <link rel="stylesheet" href="%2$ssite.css">
               </head>
               <body>
               <header class="bar"><a class="home" href="%2$s">Gatehouse</a></header>
               <main class="sheet">
               <h1>%1$s</h1>
               %3$s
               </main>
               </body>
               </html>
               """
                .formatted(escape(title), root(path), content)
                .getBytes(UTF_8);
    }

    /**
     * A file as it is.
     *
     * @param name its name, plain text
     * @param source its content, plain text
     */
    static String source(String name, String source) {
        return """
               <figure><figcaption>%s</figcaption>
               <pre tabindex="0"><code>%s</code></pre></figure>"""
                .formatted(escape(name), escape(source));
    }

    /** Text as it must stand in HTML, in attributes too. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String root(String path) {
        long folders = path.chars().filter(c -> c == '/').count() - 1;
        return folders == 0 ? "./" : "../".repeat((int) folders);
    }
}
