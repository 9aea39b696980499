package cz.koplan.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server on the loopback that answers what a test wants, at the very moment it wants it. */
public final class SmtpStub implements AutoCloseable {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

    private final ServerSocket server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Function<String, Optional<String>> answers = command -> Optional.empty();
    private volatile Consumer<String> watcher = mail -> {};
    private volatile Runnable beforeAccepting = () -> {};
    private volatile Runnable afterAccepting = () -> {};

    public SmtpStub() {
        this(0);
    }

    public SmtpStub(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Answers a command itself where the function gives something, "." stands for the end of the content. */
    public void answer(Function<String, Optional<String>> answers) {
        this.answers = answers;
    }

    /** Shows every mail that has come, before it is accepted or not. */
    public void watch(Consumer<String> watcher) {
        this.watcher = watcher;
    }

    /** Runs when a whole mail has come, before it is kept and the server says 250. */
    public void beforeAccepting(Runnable work) {
        beforeAccepting = work;
    }

    /** Runs when the server has said 250. */
    public void afterAccepting(Runnable work) {
        afterAccepting = work;
    }

    /** Returns the mails that were accepted. */
    public List<String> received() {
        return List.copyOf(received);
    }

    public int connections() {
        return connections.get();
    }

    public List<String> messageIds() {
        return received.stream()
                .map(mail -> {
                    Matcher found = MESSAGE_ID.matcher(mail);
                    return found.find() ? found.group(1) : "none";
                })
                .toList();
    }

    public void await(int count) throws InterruptedException {
        await(count, Duration.ofSeconds(60));
    }

    public void await(int count, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (received.size() < count) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(received.size() + " mails came, not " + count);
            }
            Thread.sleep(20);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            say(out, "220 stub");
            while (true) {
                String command = line(in);
                if (command == null) {
                    return;
                }
                Optional<String> wanted = answers.apply(command);
                if (wanted.isPresent()) {
                    say(out, wanted.get());
                } else if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    String mail = content(in);
                    if (mail == null) {
                        return;
                    }
                    watcher.accept(mail);
                    beforeAccepting.run();
                    Optional<String> end = answers.apply(".");
                    if (end.isEmpty()) {
                        received.add(mail);
                    }
                    say(out, end.orElse("250 kept as " + received.size()));
                    afterAccepting.run();
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client went away, which is what some tests are about.
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String content(InputStream in) throws IOException {
        var content = new StringBuilder();
        for (String line = line(in); line != null; line = line(in)) {
            if (line.equals(".")) {
                return content.toString();
            }
            content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return null;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
