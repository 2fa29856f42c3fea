package dev.gatehouse.it.python;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.gatehouse.it.site.Chromium;
import dev.gatehouse.it.support.Program;
import dev.gatehouse.it.support.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Django with its admin, used by a browser and by Python's own HTTP client. */
class DjangoTest extends RealApplicationTest {

    private static final String USER = "admin";
    private static final String PASSWORD = "only-for-tests";

    @TempDir private static Path data;

    @BeforeParameterizedClassInvocation
    static void start(Deployment deployment) throws Exception {
        Path folder = Files.createTempDirectory(data, "site");
        manage(folder, "migrate", "--run-syncdb", "--verbosity", "0");
        manage(
                folder,
                "createsuperuser",
                "--noinput",
                "--username",
                USER,
                "--email",
                "a@b.example");
        Map<String, String> parameters =
                Map.of(
                        "processes", "2",
                        "environment.DJANGO_DATA", folder.toString(),
                        "environment.DJANGO_MOUNT", "/app");
        site = deployment.start("django_site", "wsgi", parameters);
    }

    @Test
    void itsAdminTakesADocumentInABrowser() throws Exception {
        Path executable =
                Requires.present(Chromium.installed(), "Chromium, Debian's package chromium");
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        try (Chromium chromium = Chromium.start(executable);
                BrowserContext visitor = chromium.browser().newContext()) {
            Page page = visitor.newPage();
            List<String> failed = new CopyOnWriteArrayList<>();
            page.onResponse(response -> note(response, failed));

            page.navigate(site.url("/admin/"));
            page.getByLabel("Username:").fill(USER);
            page.getByLabel("Password:").fill(PASSWORD);
            button(page, "Log in").click();
            assertThat(page.locator("#user-tools")).containsText("Welcome, admin");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('#header')).display"))
                    .as("the style sheet of the admin is there")
                    .isEqualTo("flex");

            page.navigate(site.url("/admin/documents/document/add/"));
            page.getByLabel("Title:").fill("Grüße aus Ñandú");
            page.getByLabel("File:")
                    .setInputFiles(
                            new FilePayload("upload.bin", "application/octet-stream", content));
            button(page, "Save and continue editing").click();
            assertThat(page.locator(".messagelist")).containsText("was added successfully");
            assertThat(page.getByLabel("Title:")).hasValue("Grüße aus Ñandú");
            String link = page.locator(".file-upload a").getAttribute("href");
            assertThat(link).matches("/app/media/documents/upload.*\\.bin");
            assertThat(visitor.request().get(origin() + link).body()).isEqualTo(content);

            button(page, "Log out").click();
            assertThat(page.locator("#content")).containsText("Thanks for spending");
            assertThat(failed).isEmpty();
        }
    }

    @Test
    void itsAdminTakesADocumentFromAScript() throws Exception {
        assertThat(site.client("django_admin.py", USER, PASSWORD))
                .isEqualTo("logged in, uploaded, downloaded, deleted\n");
    }

    @Test
    void refusesAFormFromElsewhere() throws Exception {
        assertThat(
                        site.curl(
                                "/admin/login/",
                                "--data",
                                "username=admin",
                                "--write-out",
                                "%{http_code}",
                                "--output",
                                "/dev/null"))
                .isEqualTo("403");
    }

    @Test
    void sendsStyleSheetsUnchangedAndOnlyOnce() throws Exception {
        String sheet = "/static/admin/css/base.css";
        String headers = site.curl(sheet, "--head");
        String modified =
                headers.lines().filter(line -> line.startsWith("Last-Modified: ")).toList().get(0);

        assertThat(headers).contains("Content-Type: text/css");
        assertThat(
                        site.curl(
                                sheet,
                                "--header",
                                modified.replace("Last-Modified", "If-Modified-Since"),
                                "--write-out",
                                "%{http_code}"))
                .isEqualTo("304");
        assertThat(site.curl(sheet)).isEqualTo(Files.readString(installed(sheet)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static void note(Response response, List<String> failed) {
        if (response.status() >= 400) {
            failed.add(response.status() + " " + response.url());
        }
    }

    private static String origin() {
        return site.url("").replaceFirst("/app$", "");
    }

    private static Path installed(String staticFile) throws Exception {
        String folder =
                Program.of(Venv.python(), "-c", "import django; print(django.__path__[0])")
                        .run()
                        .strip();
        return Path.of(folder, "contrib", "admin", staticFile);
    }

    private static void manage(Path folder, Object... arguments) throws Exception {
        Program.of(Venv.python(), "-B", "manage.py")
                .in(Deployment.APPLICATIONS.resolve("django_site"))
                .with(
                        Map.of(
                                "DJANGO_DATA",
                                folder.toString(),
                                "DJANGO_SUPERUSER_PASSWORD",
                                PASSWORD))
                .run(arguments);
    }
}
