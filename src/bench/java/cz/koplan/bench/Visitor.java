package cz.koplan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the desk, as far as the server can tell: the requests that a browser sends, without the browser. */
final class Visitor {

    record Stored(int status, int version, String text) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final UUID window = UUID.randomUUID();
    private long sequence;

    private Visitor(String address) {
        this.address = address;
    }

    static Visitor signIn(String address, String email, String password) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(address);
        Matcher token =
                CSRF.matcher(visitor.send(visitor.request("/sign-in").GET()).body());
        String form = "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + (token.find() ? "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "");
        HttpResponse<String> answer = visitor.send(visitor.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException(email + " was not let in: " + answer);
        }
        return visitor;
    }

    /**
     * Opens a screen as a browser does: the page, the start of Flow, the way to the address, and the message in which the
     * browser says that it has shown everything.
     *
     * @param sign what only this screen shows
     * @return nanoseconds that the first three took
     */
    long open(String route, String sign) throws IOException, InterruptedException {
        long start = System.nanoTime();
        expect(200, send(request("/" + route).GET()));
        JsonNode begun = JSON.readTree(expect(
                200,
                send(request("/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query=")
                        .GET())));
        JsonNode app = begun.get("appConfig");
        String messages = "/?v-r=uidl&v-uiId=" + app.get("v-uiId").asInt();
        JsonNode first = app.get("uidl");
        String key = first.path("Vaadin-Security-Key").asString();
        String shown = flow(
                messages,
                Map.of("csrfToken", key, "syncId", first.path("syncId").asInt(), "clientId", 0, "rpc", new Object[] {
                    Map.of(
                            "type",
                            "event",
                            "node",
                            1,
                            "event",
                            "ui-navigate",
                            "data",
                            Map.of(
                                    "route", route,
                                    "query", "",
                                    "appShellTitle", "",
                                    "historyState", Map.of(),
                                    "trigger", ""))
                }));
        long taken = System.nanoTime() - start;
        if (!shown.contains(sign)) {
            throw new IllegalStateException("Something else than " + route + " was shown: " + shown);
        }
        int synced = Integer.parseInt(shown.replaceFirst("(?s).*\"syncId\":(\\d+).*", "$1"));
        flow(messages, Map.of("csrfToken", key, "syncId", synced, "clientId", 1, "rpc", new Object[0]));
        return taken;
    }

    long openDesk(long meeting) throws IOException, InterruptedException {
        return open("desk/" + meeting, "koplan-quick");
    }

    private String flow(String path, Map<String, Object> message) throws IOException, InterruptedException {
        return expect(
                200,
                send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(message)))));
    }

    /** Sends what was typed since the base. */
    Stored save(long meeting, String place, String base, String text) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/api/desk/" + meeting + "/texts/" + place)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(
                        Map.of("window", window, "sequence", ++sequence, "base", base, "text", text)))));
        if (answer.statusCode() != 200) {
            return new Stored(answer.statusCode(), 0, answer.body());
        }
        JsonNode stored = JSON.readTree(answer.body());
        return new Stored(200, stored.get("version").asInt(), stored.get("text").asString());
    }

    /** Hears what others type, until the stream is closed: the place and the version of each text. */
    AutoCloseable follow(long meeting, BiConsumer<String, Integer> news) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HTTP.send(
                request("/api/desk/" + meeting + "/events?window=" + window)
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
        if (stream.statusCode() != 200) {
            throw new IllegalStateException("No stream of events: " + stream);
        }
        Thread reader = Thread.ofVirtual().start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                String event = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        event = line.substring("event:".length()).strip();
                    } else if (line.startsWith("data:") && event.equals("texts")) {
                        for (JsonNode text : JSON.readTree(line.substring("data:".length()))) {
                            news.accept(
                                    text.get("place").asString(),
                                    text.get("version").asInt());
                        }
                    }
                }
            } catch (IOException closed) {
                // The stream ends with the visit.
            }
        });
        return () -> {
            stream.body().close();
            reader.join();
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Language", "cs")
                .header("X-Koplan-Window", window.toString())
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";")[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }

    private static String expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
        return answer.body();
    }
}
