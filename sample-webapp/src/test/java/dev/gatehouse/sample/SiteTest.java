package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    private final Site site = new Site();

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/site.css, text/css; charset=utf-8",
        "/site.js, text/javascript; charset=utf-8",
        "/scripts.js, text/javascript; charset=utf-8",
        "/icon.svg, image/svg+xml"
    })
    void servesItsFilesWithTheirTypes(String path, String type) throws Exception {
        Answer answer = Call.get("", path).to(site);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains(type);
        assertThat(answer.bytes()).isNotEmpty();
    }

    @Test
    void tellsAClientThatKnowsAFileSo() throws Exception {
        String tag = Call.get("", "/site.css").to(site).header("ETag").orElseThrow();
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Answer answer = Call.get("", "/site.css").header("If-None-Match", known).to(site);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.header("ETag")).contains(tag);
            assertThat(answer.bytes()).isEmpty();
        }
        Answer stale = Call.get("", "/site.css").header("If-None-Match", "\"other\"").to(site);
        assertThat(stale.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/gatehouse/launcher/Bootstrap.class",
                "/WEB-INF/web.xml",
                "/index.html",
                "/../index.html",
                "//"
            })
    void servesNothingElse(String path) throws Exception {
        assertThat(Call.get("", path).to(site).status()).isEqualTo(404);
    }

    @Test
    void escapesThePathThatItDoesNotHave() throws Exception {
        assertThat(Call.get("", "/<script>alert(\"x\")").to(site).text())
                .contains("&lt;script&gt;alert(&quot;x&quot;)")
                .doesNotContain("<script");
    }

    @Test
    void linksFromAMissingPageToTheRootOfTheSite() throws Exception {
        assertThat(Call.get("/app", "/a/b/c").to(site).text()).contains("href=\"../../site.css\"");
        assertThat(Call.get("/app", "/a").to(site).text()).contains("href=\"./site.css\"");
    }

    @Test
    void sendsTheBareContextPathToItsFolder() throws Exception {
        Answer answer = Call.get("/c xé", "").to(site);
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains("/c%20x%C3%A9/");
    }

    @Test
    void refusesToBeWrittenTo() throws Exception {
        Answer answer = Call.of("POST", "", "/").to(site);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET, HEAD");
        assertThat(Call.of("HEAD", "", "/").to(site).status()).isEqualTo(200);
    }

    @Test
    void linksRelativelyAndNowhereElse() throws Exception {
        String page = Call.get("", "/").to(site).text();
        Matcher link = LINK.matcher(page);
        assertThat(link.results().map(result -> result.group(1)))
                .hasSizeGreaterThan(10)
                .allMatch(target -> !target.startsWith("/") && !target.contains(":"));
        assertThat(page).doesNotContain("style=\"").doesNotContainPattern("\\son[a-z]+=\"");
    }
}
