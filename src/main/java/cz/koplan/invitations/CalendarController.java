package cz.koplan.invitations;

import cz.koplan.links.PersonalLinks;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands calendars to the programs that subscribe to them. An address that does not work is just not there. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarService calendars;
    private final PersonalLinks links;

    CalendarController(CalendarService calendars, PersonalLinks links) {
        this.calendars = calendars;
        this.links = links;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        return links.visitor(LinkPurpose.CALENDAR, token)
                .map(visitor -> CurrentActor.actingAs(visitor, calendars::calendar))
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(
                                CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate())
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(CalendarController::nothing);
    }

    /** Without this the addresses beside would open the application, and with it a session. */
    @GetMapping("/calendar/**")
    ResponseEntity<byte[]> other() {
        return nothing();
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
