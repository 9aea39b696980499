package cz.koplan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged application from an empty folder through a kill to its next start. */
class LifecycleIT {

    @Test
    void firstAdministratorOutlivesKill() throws Exception {
        try (Browser browser = new Browser()) {
            PackagedApplication first = PackagedApplication.start("lifecycle");
            Page page = browser.window(first.address(), Browser.DESKTOP, "cs", false);
            page.navigate("/");
            page.getByLabel("Příjmení").fill("Novotná");
            page.getByLabel("E-mail").fill("novotna@priklad.example");
            page.locator("input[type=password]").first().fill(DemoApplication.PASSWORD);
            page.locator("input[type=password]").last().fill(DemoApplication.PASSWORD);
            page.locator("vaadin-button[theme~=primary]").click();
            page.locator("vaadin-login-form").waitFor();

            Path data = Path.of("target", "it", "lifecycle");
            assertThatThrownBy(() -> PackagedApplication.start(first.jar(), data))
                    .as("a second start on the same data")
                    .hasMessageContaining(String.valueOf(first.process().pid()))
                    .hasMessageContaining("--data DIR");
            assertThat(first.process().isAlive()).isTrue();

            first.process().destroyForcibly().waitFor();
            assertThat(servers(data)).as("the orphan of the killed application").hasSize(1);

            try (PackagedApplication second = PackagedApplication.start(first.jar(), data)) {
                assertThat(servers(data)).hasSize(1);
                Page again = browser.window(second.address(), Browser.DESKTOP, "cs", false);
                DemoApplication.signIn(again, "novotna@priklad.example");
                assertThat(again.locator("main#content h1").innerText()).contains("Novotná");
            }
            assertThat(servers(data))
                    .as("servers left behind after a clean stop")
                    .isEmpty();
        }
    }

    @Test
    void trainingRunEndsByItselfAndTakesTheServerAlong() throws Exception {
        Path data = Path.of("target", "it", "training");
        Process training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PackagedApplication.extracted().toString(),
                        "--server.port=0",
                        "--koplan.data-dir=" + data,
                        "--koplan.training-run=true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(training.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(training.exitValue()).isZero();
            assertThat(data.resolve("mariadb/data")).isNotEmptyDirectory();
            assertThat(servers(data)).isEmpty();
        } finally {
            training.destroyForcibly();
        }
    }

    private static List<ProcessHandle> servers(Path data) {
        String folder = data.toAbsolutePath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(command -> command.contains("mariadbd") && command.contains(folder))
                        .isPresent())
                .toList();
    }
}
