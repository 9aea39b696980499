package cz.koplan.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the application as soon as it has served a first page: the run that fills the JVM's start-up cache. Spring's own
 * {@code spring.context.exit} halts the JVM without any hook and would leave the database running.
 */
@Component
@ConditionalOnBooleanProperty("koplan.training-run")
class TrainingRun {

    @EventListener
    void serveOnePageAndEnd(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        String port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            var page = URI.create("http://127.0.0.1:" + port + "/sign-in");
            client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        }
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }
}
