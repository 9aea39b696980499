package cz.koplan.bench;

import cz.koplan.browser.PackagedApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The page behind personal links in the {@link LargeRegion}, asked for over HTTP on the loopback by one client and by 64
 * at once, each opening the links of all members in turn. Client and server share the machine.
 */
public final class LinkLoad {

    private static final Path DATA = Path.of("target", "bench", "region");
    private static final int WARM_UP = 1000;
    private static final int PAGES = 2000;
    private static final int CLIENTS = 64;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final List<String> tokens;

    private LinkLoad(String address, List<String> tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    /** The argument is the extracted {@code koplan.jar}. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        LoggingSystem.get(LinkLoad.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        LargeRegion.fill(DATA);
        try (var application = PackagedApplication.start(Path.of(arguments[0]), DATA, QueryLog.OPTION);
                var database = new QueryLog(DATA)) {
            var load = new LinkLoad(application.address(), links(database));
            load.ask(1, WARM_UP).print("link page, while the server warms up", 0);
            load.ask(1, PAGES).print("link page, one client", 30);
            load.ask(CLIENTS, PAGES * 4).print("link page, 64 clients", 150);
            database.begin();
            load.page(0);
            database.end("link page");
        }
        System.exit(0); // the clients leave threads behind
    }

    /** Gives every member of every group's planned meeting a link with a token that is known here. */
    private static List<String> links(QueryLog database) throws SQLException {
        List<String> tokens = new ArrayList<>();
        for (int group = 1; group <= LargeRegion.GROUPS; group++) {
            long meeting = LargeRegion.planned(group);
            database.execute("""
                    insert ignore into personal_link (version, purpose, subject_id, person_id, created_at, expires_at)
                    select 1, 'MEETING', %d, person_id, utc_timestamp(), date_add(utc_timestamp(), interval 1 day)
                    from delegate join group_member on group_member.id = delegate.member_id
                    where group_id = %d""".formatted(meeting, group));
            for (String link : database.column(
                    "select id from personal_link where purpose = 'MEETING' and subject_id = " + meeting)) {
                String token = "bench" + link;
                database.execute("insert ignore into link_token (link_id, token_hash, created_at) values (" + link
                        + ", '" + hash(token) + "', utc_timestamp())");
                database.execute("update personal_link set expires_at = date_add(utc_timestamp(), interval 1 day)"
                        + " where id = " + link);
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timings ask(int clients, int pages) throws Exception {
        var timings = new Timings();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client * 31;
                work.add(() -> {
                    for (int i = 0; i < pages / clients; i++) {
                        long start = System.nanoTime();
                        page(first + i);
                        timings.add(System.nanoTime() - start);
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        }
        return timings;
    }

    private void page(int number) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/m/" + tokens.get(number % tokens.size())))
                        .GET()
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("<textarea")) {
            throw new IllegalStateException(answer + "\n" + answer.body());
        }
    }
}
