package cz.koplan.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started Koplán where it answers. */
@Component
class Announcement {

    @EventListener
    void announce(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            System.out.println("Koplán: http://127.0.0.1:" + port + "/");
        }
    }
}
