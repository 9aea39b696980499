package cz.koplan.shared;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;

/** An unexpected failure: logged whole, told to the person by a short mark that finds it in the log. */
public final class Incident {

    private Incident() {}

    public static String log(Logger log, Throwable failure) {
        String mark = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextInt())
                .substring(0, 6);
        log.error("Incident {}", mark, failure);
        return mark;
    }
}
