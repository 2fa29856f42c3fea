package dev.gatehouse.it.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.gatehouse.it.support.Programs;
import dev.gatehouse.it.support.Requires;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor sees and does on the landing page, in headless Chromium. */
class LandingPageTest {

    @TempDir private static Path folder;

    private static RunningSite site;
    private static Chromium chromium;

    private final List<String> requested = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext visitor;

    @BeforeAll
    static void start() throws Exception {
        Path executable =
                Requires.present(Chromium.installed(), "Chromium, Debian's package chromium");
        site = RunningSite.start(folder);
        chromium = Chromium.start(executable);
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (site != null) {
            site.stop();
        }
    }

    @AfterEach
    void leave() {
        if (visitor != null) {
            visitor.close();
        }
    }

    @Test
    void loadsNothingFromElsewhereAndBreaksNoRuleOfItsOwn() {
        Page page = open(new Browser.NewContextOptions());
        assertThat(page.locator("#server")).hasText(Pattern.compile("Gatehouse .* in .*Tomcat.*"));
        assertThat(requested).hasSizeGreaterThan(4).allMatch(url -> url.startsWith(site.url()));
        assertThat(complaints).isEmpty();
    }

    @Test
    void greets() {
        Page page = open(new Browser.NewContextOptions());
        page.getByLabel("Your name").fill("Åsa & Ольга");
        page.getByText("Say hello").click();
        assertThat(page.locator("#hello-answer")).hasText("Hello, Åsa & Ольга!");
    }

    @Test
    void showsTheEnviron() {
        Page page = open(new Browser.NewContextOptions());
        assertThat(page.locator("#environ")).containsText("/some-site/environ");
        page.getByText("All of it, with a path").click();
        assertThat(page.locator("table")).containsText("/a/path");
        page.getByText("Gatehouse").first().click();
        assertThat(page).hasURL(site.url());
    }

    @Test
    void asksPython() {
        requirePrograms("python3");
        Page page = open(new Browser.NewContextOptions());
        assertThat(page.locator("#python-answer"))
                .hasText(Pattern.compile("Python 3\\.\\d+.*\nprocess \\d+, thread .+"));
        page.getByText("Its page, with its source").click();
        assertThat(page.locator("table").first()).containsText("process");
        assertThat(page.locator("pre")).containsText("def application(environ, start_response):");
        assertThat(page.locator("table").last()).containsText("/some-site/python");
        page.getByText("Gatehouse", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page).hasURL(site.url());
    }

    @Test
    void countsWordsByAScript() {
        requirePrograms("perl");
        Page page = open(new Browser.NewContextOptions());
        page.getByLabel("Some words").fill("Zoë & Zoë");
        page.getByText("Count", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#words-answer")).hasText("2  zoë");
    }

    @Test
    void runsEveryScriptBesideItsSource() {
        requirePrograms("perl", "python3", "cc");
        Page page = open(new Browser.NewContextOptions());
        page.getByText("All four, with their source").click();
        assertThat(output(page, "environ.sh")).containsText("PATH_INFO=/a/path");
        assertThat(output(page, "words.pl")).hasText(Pattern.compile("3 +a\n +3 +rose\n +2 +is"));
        assertThat(output(page, "month.py")).containsText("Mo Tu We Th Fr Sa Su");
        assertThat(output(page, "primes.c")).containsText("2   3   5   7  11");
        assertThat(page.locator("pre").nth(6)).containsText("#include <stdio.h>");
        page.getByText("Run it again").first().click();
        assertThat(output(page, "environ.sh")).containsText("QUERY_STRING=and=a+query");
        assertThat(complaints).isEmpty();
    }

    private static Locator output(Page page, String script) {
        return page.locator("output[data-script*='" + script + "']");
    }

    /** The programs that the sample runs, where CgiServlet looks for them. */
    private static void requirePrograms(String... programs) {
        for (String program : programs) {
            Requires.present(
                    Programs.at("/usr/local/bin/" + program, "/usr/bin/" + program), program);
        }
    }

    @Test
    void streamsWhileSomebodyLooks() {
        Page page = open(new Browser.NewContextOptions());
        page.locator("#beats").scrollIntoViewIfNeeded();
        assertThat(page.locator("#beats li")).hasCount(3, new HasCountOptions().setTimeout(20_000));
        assertThat(page.locator("#when")).containsText("UTC");
    }

    @Test
    void uploadsAFileUnchanged() {
        Page page = open(new Browser.NewContextOptions());
        byte[] content = "0123456789abcdef".repeat(65536).getBytes(StandardCharsets.US_ASCII);
        page.getByLabel("A file")
                .setInputFiles(new FilePayload("a.bin", "application/octet-stream", content));
        page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#upload-answer"))
                .containsText("1,048,576 bytes", new ContainsTextOptions().setTimeout(20_000));
        assertThat(page.locator("#upload-answer"))
                .containsText("The same as your browser computes");
    }

    @Test
    void fetchesAPartOfAFile() {
        Page page = open(new Browser.NewContextOptions());
        page.getByLabel("First byte").fill("32");
        page.getByText("Fetch").click();
        assertThat(page.locator("#range-answer"))
                .hasText(
                        "206 Content-Range: bytes 32-79/16777216\n"
                                + "000000000000002\n000000000000003\n000000000000004");
    }

    @Test
    void tellsACleanErrorFromABrokenConnection() {
        Page page = open(new Browser.NewContextOptions());
        page.getByText("Fail before the first byte").click();
        assertThat(page.locator("#error-answer"))
                .hasText("Status 500, a whole answer: 500 Internal Server Error");
        page.getByText("Fail in the middle").click();
        assertThat(page.locator("#error-answer"))
                .containsText("Status 200, then the connection broke");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "environ/a-long-path-without-a-break?and=a&query=that-is-longer",
                "python/a-long-path-without-a-break?and=a&query=that-is-longer",
                "scripts/",
                "no"
            })
    void fitsAPhone(String path) {
        Page page = open(new Browser.NewContextOptions().setViewportSize(360, 740));
        page.navigate(site.url() + path);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isLegibleInBothColourSchemes(ColorScheme scheme) {
        Page page = open(new Browser.NewContextOptions().setColorScheme(scheme));
        assertThat(page.locator("#environ tr")).not().hasCount(1);
        Object background = page.evaluate("getComputedStyle(document.body).backgroundColor");
        assertThat(background)
                .isEqualTo(scheme == ColorScheme.DARK ? "rgb(21, 25, 26)" : "rgb(250, 247, 240)");
        for (String path : List.of("", "python/", "scripts/")) {
            page.navigate(site.url() + path);
            assertThat((List<?>) page.evaluate(Contrast.TOO_LOW)).as(path).isEmpty();
        }
    }

    @Test
    void namesEveryFieldAndOutlinesWhatHasTheFocus() {
        Page page = open(new Browser.NewContextOptions());
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('input')].every(i => i.labels.length"
                                        + " === 1)"))
                .isEqualTo(true);
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to the live examples");
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    void worksWithoutJavaScript() {
        Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.getByText("Say hello").click();
        assertThat(page.locator("body")).containsText("Hello, World!");
    }

    private Page open(Browser.NewContextOptions options) {
        visitor = chromium.browser().newContext(options);
        Page page = visitor.newPage();
        page.onRequest((Request request) -> requested.add(request.url()));
        page.onConsoleMessage((ConsoleMessage message) -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(site.url());
        return page;
    }
}
