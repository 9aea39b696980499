package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.GroupService;
import cz.koplan.links.PersonalLinks;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The calendar one subscribes to, as programs fetch it. */
class CalendarTest extends ApplicationTest {

    private Region region;
    private Actor member;
    private MockMvc web;

    @BeforeEach
    void open() {
        region = new Region(context);
        member = region.own.member();
        web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .build();
    }

    private String newAddress() {
        return as(member, () -> service(CalendarService.class).newAddress());
    }

    private MockHttpServletResponse fetch(String address) throws Exception {
        return web.perform(get(address.replaceFirst("^https?://[^/]+", "")))
                .andReturn()
                .getResponse();
    }

    private void plan(Region.Circle circle, String title, LocalDate day) {
        as(
                circle.coordinator(),
                () -> service(MeetingService.class)
                        .create(
                                circle.group(),
                                new MeetingData(
                                        title, day, LocalTime.of(14, 0), null, null, "Radnice", null, null, null)));
    }

    @Test
    void theAddressGivesTheMeetingsOfOwnGroupsFromThreeMonthsBack() throws Exception {
        LocalDate today = LocalDate.now();
        plan(region.own, "Příští", today.plusDays(10));
        plan(region.own, "Nedávné", today.minusMonths(2));
        plan(region.own, "Dávné", today.minusMonths(4));
        plan(region.foreign, "Cizí", today.plusDays(10));

        MockHttpServletResponse answer = fetch(newAddress());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.getHeader("Cache-Control")).contains("private");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(titles(answer)).containsExactly("Nedávné", "Příští");
    }

    private static List<String> titles(MockHttpServletResponse answer) {
        return Biweekly.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .stream()
                .map(VEvent::getSummary)
                .map(summary -> summary.getValue())
                .toList();
    }

    @Test
    void whoLeftTheGroupSeesItsMeetingsNoMore() throws Exception {
        plan(region.own, "Příští", LocalDate.now().plusDays(10));
        String address = newAddress();
        as(
                region.own.coordinator(),
                () -> service(GroupService.class)
                        .endDelegate(region.own.delegation(), 1, LocalDate.now().minusDays(1)));

        assertThat(titles(fetch(address))).isEmpty();
    }

    @Test
    void anAddressThatDoesNotWorkIsNotThere() throws Exception {
        String old = newAddress();
        String address = newAddress();
        assertThat(fetch(address).getStatus()).isEqualTo(200);
        String meetingLink = meetingToken();
        as(member, () -> service(CalendarService.class).endAddress());

        for (String wrong : List.of(
                old,
                address,
                "/calendar/" + meetingLink + ".ics",
                "/calendar/x.ics",
                "/calendar/.ics",
                "/calendar/",
                "/calendar/a/b.ics",
                "/calendar/%00.ics")) {
            MockHttpServletResponse answer = fetch(wrong);
            assertThat(answer.getStatus()).as(wrong).isIn(404, 400);
            assertThat(answer.getContentAsByteArray()).isEmpty();
            assertThat(answer.getHeader("Set-Cookie")).isNull();
        }
    }

    private String meetingToken() {
        region.invited();
        var link = service(PersonalLinks.class)
                .open(
                        LinkPurpose.MEETING,
                        1,
                        member.person(),
                        LocalDate.now().plusDays(9).atStartOfDay());
        return service(PersonalLinks.class).mint(link).replaceFirst(".*/", "");
    }

    @Test
    void nothingIsPostedThere() throws Exception {
        String path = newAddress().replaceFirst("^https?://[^/]+", "");

        assertThat(web.perform(post(path)).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void theAddressIsKeptAsAHashOnly() {
        String token = newAddress().replaceFirst(".*/", "").replace(".ics", "");

        assertThat(as(member, () -> service(CalendarService.class).hasAddress()))
                .isTrue();
        assertThat(db.fetch("select token_hash from link_token").format()).doesNotContain(token);
        assertThat(db.fetch("select after_values from change_log").format(Integer.MAX_VALUE))
                .doesNotContain(token);
    }

    @Test
    void theCalendarAsksAConstantNumberOfQueries() {
        var visitor = new Visitor(LinkPurpose.CALENDAR, member.person().value(), member.person(), "Marek");
        plan(region.own, "První", LocalDate.now().plusDays(1));
        int few = statements.of(() -> read(visitor)).size();
        for (int i = 2; i < 12; i++) {
            plan(region.own, "Další", LocalDate.now().plusDays(i));
        }

        assertThat(statements.of(() -> read(visitor))).hasSize(few).hasSizeLessThan(5);
    }

    private String read(Visitor visitor) {
        return cz.koplan.shared.actor.CurrentActor.actingAs(
                visitor, () -> service(CalendarService.class).calendar());
    }
}
