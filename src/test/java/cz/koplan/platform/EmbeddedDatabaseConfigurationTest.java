package cz.koplan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class EmbeddedDatabaseConfigurationTest {

    @TempDir
    Path dataDir;

    @Test
    void startsNothingWhenAnotherDatabaseIsNamed() {
        new ApplicationContextRunner()
                .withUserConfiguration(Database.class)
                .withPropertyValues(
                        "koplan.data-dir=" + dataDir, "spring.datasource.url=jdbc:mariadb://db.example.org/koplan")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedMariaDb.class));

        assertThat(dataDir).isEmptyDirectory();
    }

    @Test
    void givesThePoolTheEmbeddedDatabase() {
        new ApplicationContextRunner()
                .withUserConfiguration(Database.class)
                .withPropertyValues("koplan.data-dir=" + dataDir, "spring.datasource.url=")
                .run(context -> assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                .sql("SELECT CONCAT(CURRENT_USER, ' ', DATABASE(), ' ', @@group_concat_max_len)")
                                .query(String.class)
                                .single())
                        .isEqualTo("koplan@127.0.0.1 koplan 67108864"));
    }

    @Test
    void serverOutlivesThePoolWhenTheApplicationIsTerminated() throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        "--koplan.data-dir=" + dataDir)
                .redirectErrorStream(true)
                .start();
        try {
            BufferedReader output = application.inputReader(StandardCharsets.UTF_8);
            assertThat(output.lines().filter("started"::equals).findFirst()).isPresent();

            application.toHandle().destroy(); // not Process.destroy, which also closes the output

            assertThat(output.lines()).contains("last query: 1");
            assertThat(application.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            application.destroyForcibly().waitFor();
            EmbeddedMariaDbTest.killServersBelow(dataDir);
        }
        // what the server reports when it ends before its clients
        assertThat(Files.readString(dataDir.resolve("mariadb/log/mariadb.log")))
                .contains("Shutdown complete")
                .doesNotContain("Aborted connection", "Forcing close");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(EmbeddedDatabaseConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Database {}

    @Configuration(proxyBeanMethods = false)
    @Import(Database.class)
    static class Application {

        public static void main(String[] arguments) throws InterruptedException {
            var application = new SpringApplication(Application.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.run(arguments);
            System.out.println("started");
            Thread.sleep(60_000);
        }

        /** Works on for a while after the end was announced, like a request that is still being answered. */
        @Bean
        DisposableBean slowRequest(DataSource dataSource) {
            JdbcClient database = JdbcClient.create(dataSource);
            database.sql("SELECT 1").query(Integer.class).single();
            return () -> {
                Thread.sleep(2000);
                System.out.println("last query: "
                        + database.sql("SELECT 1").query(Integer.class).single());
            };
        }
    }
}
