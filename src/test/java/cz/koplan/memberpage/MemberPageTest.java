package cz.koplan.memberpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.Signal;
import cz.koplan.updates.Submission;
import cz.koplan.updates.SubmissionService;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a member does on the page behind the link of an invitation. */
@ExtendWith(OutputCaptureExtension.class)
class MemberPageTest extends ApplicationTest {

    private static final LocalDate DAY = Region.DAY.plusMonths(3);
    private static final String FORM = "application/x-www-form-urlencoded";

    private Region region;
    private Region.Circle own;
    private MeetingId meeting;
    private PersonId eva;
    private String marksPage;
    private String evasPage;
    private MockMvc web;

    @BeforeEach
    void invite() {
        region = new Region(context);
        own = region.own;
        meeting = planned("Prosincové setkání");
        eva = region.person("Eva", "Malá");
        as(
                own.coordinator(),
                () -> service(GroupService.class)
                        .addDelegate(own.membership(), eva, DelegateKind.DEPUTY, Region.SINCE));
        marksPage = link(meeting, own.member().person());
        evasPage = link(meeting, eva);
        web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .addFilters(filters())
                .defaultRequest(get("/").locale(Locale.of("cs")))
                .build();
    }

    private Filter[] filters() {
        return Stream.concat(
                        Stream.of("pageHeaders", "uploadLimit")
                                .map(name -> (Filter) context.getBean(name, FilterRegistrationBean.class)
                                        .getFilter()),
                        Stream.of(context.getBean("springSecurityFilterChain", Filter.class)))
                .toArray(Filter[]::new);
    }

    private MeetingId planned(String title) {
        MeetingId id = region.meeting(own, title, DAY);
        db.execute("update meeting set state = 'INVITED' where id = ?", id.value());
        as(
                own.coordinator(),
                () -> service(MeetingService.class)
                        .addAgendaItem(id, new AgendaItemData(null, "Kolečko členů", AgendaItemKind.ROUND_TABLE)));
        return id;
    }

    private String link(MeetingId meeting, PersonId person) {
        var links = service(PersonalLinks.class);
        String address = links.mint(links.open(
                LinkPurpose.MEETING,
                meeting.value(),
                person,
                LocalDateTime.now().plusMonths(6)));
        return address.substring(address.indexOf("/m/"));
    }

    private MockHttpServletResponse send(RequestBuilder request) {
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String read(String address) {
        MockHttpServletResponse response = send(get(address));
        assertThat(response.getStatus()).isEqualTo(200);
        return body(response);
    }

    private static String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private MockHttpServletResponse press(String page, String button, String... fields) {
        return press(page, own.membership(), button, fields);
    }

    private MockHttpServletResponse press(String page, MemberId member, String button, String... fields) {
        MockHttpServletRequestBuilder request =
                post(page + button).contentType(FORM).header("Sec-Fetch-Site", "same-origin");
        request.param("member", String.valueOf(member.value()));
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return send(request);
    }

    /** Follows the redirect after a button. */
    private String after(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(body(response)).isEqualTo(303);
        return read(String.valueOf(response.getRedirectedUrl()));
    }

    private Submission report(MeetingId meeting) {
        return as(own.coordinator(), () -> service(SubmissionService.class).of(meeting, own.membership()));
    }

    private List<String> answers() {
        return db.fetch(
                        "select concat_ws(' ', answer, reason, deputy_name, answered_by_name) from invitation_answer"
                                + " where meeting_id = ? order by id",
                        meeting.value())
                .map(row -> row.get(0, String.class));
    }

    private static String hidden(String page, String name) {
        return page.replaceAll("(?s).*<input type=\"hidden\" name=\"" + name + "\"(?: value=\"([^\"]*)\")?.*", "$1");
    }

    @Test
    void theLinkShowsWhenAndWhereAndAsksWhoComes() {
        String page = read(marksPage);

        assertThat(page)
                .contains("Prosincové setkání", "15. prosince 2025", "14.00", "Kolečko členů", "Přijdu", "Omlouvám se")
                .contains("Zpráva za organizaci Pramen", "Bez novinek")
                .contains("Rozeslat dotazník.", "Hotovo")
                .doesNotContain("Do aplikace");
    }

    @Test
    void theOrganisationHasItsPageBehindTheLink() {
        assertThat(read(marksPage)).contains("Stránka organizace");

        String page = read(organisation(own.membership()));

        assertThat(page)
                .contains("<h1 id=\"title\">Pramen</h1>", "Senioři")
                .contains("15. září 2025 · Setkání: Senioři", "Mají volná místa.", "ze zápisu")
                .contains("Rozeslat dotazník.", "Poradna Pramen", "Prosincové setkání")
                .doesNotContain("Platí to ještě?");
        assertThat(read(organisation(own.membership()) + "&lang=en")).contains("lang=\"en\"", "Proposed topics");
        assertThat(send(get(organisation(region.foreign.membership()))).getStatus())
                .isEqualTo(404);
        assertThat(send(get("/m/jiny-odkaz/organisation?member=1")).getStatus()).isEqualTo(404);
    }

    private String organisation(MemberId member) {
        return marksPage + "/organisation?member=" + member.value();
    }

    @Test
    void whetherAReportStillHoldsIsAnsweredByOnePress() {
        db.execute("update provider_update set submitted_text = 'Máme plno.', submitted_by_name = 'Marek',"
                + " submitted_at = utc_timestamp() - interval 200 day where id = "
                + own.update().value());
        String update = String.valueOf(own.update().value());
        assertThat(read(marksPage)).contains("Platí to ještě?", "Máme plno.");

        assertThat(after(press(marksPage, "/organisation/still-valid", "update", update, "holds", "true")))
                .contains("Děkujeme, zpráva dál platí.")
                .doesNotContain("Platí to ještě?");
        assertThat(db.fetchValue("select confirmed_at from provider_update where id = " + update))
                .isNotNull();

        assertThat(after(press(marksPage, "/organisation/still-valid", "update", update, "holds", "false")))
                .contains("Zapsáno, zpráva už neplatí.", "neplatí od");
        assertThat(after(press(marksPage, "/organisation/still-valid", "update", update, "holds", "true")))
                .doesNotContain("Děkujeme");
        assertThat(press(
                                marksPage,
                                region.foreign.membership(),
                                "/organisation/still-valid",
                                "update",
                                update,
                                "holds",
                                "true")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void everyAnswerStandsBehindTheStrictestHeadersAndSetsNoCookie() {
        for (MockHttpServletResponse response : List.of(
                send(get(marksPage)),
                send(get("/m/jiny-odkaz")),
                send(get("/m")),
                send(get(marksPage + "/nic")),
                press(marksPage, "/answer", "answer", "COMES"))) {
            assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(response.getHeader("Content-Security-Policy"))
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(response.getHeader("X-Robots-Tag")).contains("noindex");
            assertThat(response.getCookies()).isEmpty();
            assertThat(response.getHeader("Set-Cookie")).isNull();
        }
    }

    @Test
    void noPageOfALinkStartsASession() throws Exception {
        for (RequestBuilder request : List.of(get(marksPage), get("/m/jiny-odkaz"), post(marksPage + "/save"))) {
            assertThat(web.perform(request).andReturn().getRequest().getSession(false))
                    .isNull();
        }
    }

    @Test
    void allBadLinksGetTheSamePage() {
        MeetingId foreign = region.foreign.meeting();
        var links = service(PersonalLinks.class);
        String expired = links.mint(links.open(
                LinkPurpose.MEETING,
                own.meeting().value(),
                own.member().person(),
                LocalDateTime.now().minusDays(1)));
        String withdrawn = link(foreign, own.member().person());
        links.withdraw(LinkPurpose.MEETING, foreign.value(), own.member().person());
        String otherPurpose = links.mint(links.open(
                LinkPurpose.CALENDAR,
                own.member().person().value(),
                own.member().person(),
                LocalDateTime.now().plusDays(9)));
        String ofStranger = link(meeting, region.stranger);
        List<String> pages = Stream.of(
                        "/m/" + "x".repeat(43),
                        "/m/x",
                        "/m/" + "x".repeat(5000),
                        expired.substring(expired.indexOf("/m/")),
                        withdrawn,
                        otherPurpose.replaceFirst(".*/calendar/", "/m/"),
                        ofStranger,
                        ofStranger + "/files",
                        marksPage + "/files/1?member=" + own.membership().value(),
                        marksPage + "?member=" + region.foreign.membership().value(),
                        marksPage + "?member=nikdo",
                        marksPage + "/nic/takoveho")
                .map(address -> {
                    MockHttpServletResponse response = send(get(address));
                    assertThat(response.getStatus()).as(address).isEqualTo(404);
                    return body(response);
                })
                .distinct()
                .toList();

        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst()).contains("Tenhle odkaz neplatí").doesNotContain("Prosincové", "Pramen");
    }

    @Test
    void whoWasRemovedAfterTheInvitationSeesNothingMore() {
        as(own.coordinator(), () -> service(GroupService.class).endDelegate(own.delegation(), 1, DAY.minusDays(1)));

        assertThat(send(get(marksPage)).getStatus()).isEqualTo(404);
        assertThat(press(marksPage, "/answer", "answer", "COMES").getStatus()).isEqualTo(404);
        assertThat(answers()).isEmpty();
    }

    @Test
    void readingChangesNothing() {
        press(marksPage, "/save", "text", "Máme volno.", "base", "");
        List<String> addresses = List.of(
                marksPage,
                marksPage + "?done=REPORT",
                marksPage + "/files?member=" + own.membership().value(),
                marksPage + "/answer?answer=COMES&member=" + own.membership().value(),
                marksPage + "/no-news?member=" + own.membership().value(),
                marksPage + "/tasks/" + own.task().value() + "?member="
                        + own.membership().value(),
                marksPage + "/meeting.ics");
        Map<String, Object> before = checksums();
        List<String> written = statements
                .of(() -> addresses.forEach(address -> {
                    send(get(address));
                    send(head(address));
                }))
                .stream()
                .filter(sql -> !sql.startsWith("select"))
                .toList();

        assertThat(written).isEmpty();
        assertThat(checksums()).isEqualTo(before);
        assertThat(answers()).isEmpty();
    }

    private Map<String, Object> checksums() {
        String tables = db
                .fetch("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE'")
                .map(row -> "`" + row.get(0) + "`")
                .stream()
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return db.fetch("checksum table " + tables).intoMap(row -> row.get(0, String.class), row -> row.get(1));
    }

    @Test
    void theNumberOfQueriesStaysSmall() {
        send(get(marksPage));
        List<String> few = statements.of(() -> read(marksPage));
        as(own.coordinator(), () -> {
            for (int more = 0; more < 20; more++) {
                service(TaskService.class)
                        .add(
                                own.meeting(),
                                new TaskData("Úkol " + more, null, own.member().person(), null, null, TaskState.OPEN));
            }
        });
        press(marksPage, "/answer", "answer", "COMES");
        press(marksPage, "/submit", "text", "Máme volno.", "base", "", "signals", "FREE_PLACES");

        assertThat(statements.of(() -> read(marksPage)).size()).isLessThanOrEqualTo(few.size() + 4);
        assertThat(few.size()).isLessThanOrEqualTo(24);
    }

    @Test
    void oneComesByOneButtonHoweverOftenItIsPressed() {
        String page = after(press(marksPage, "/answer", "answer", "COMES"));
        press(marksPage, "/answer", "answer", "COMES");

        assertThat(page).contains("Děkujeme, počítáme", "Ještě prosíme o", "Přijdete");
        assertThat(answers()).containsExactly("COMES Marek Dvořák");
        assertThat(db.fetchCount(db.selectFrom("attendance")
                        .where("meeting_id = " + meeting.value() + " and kind = 'EXPECTED' and person_id = "
                                + own.member().person().value())))
                .isEqualTo(1);
    }

    @Test
    void anExcuseHasItsReasonAndADeputyAName() {
        after(press(marksPage, "/answer", "answer", "EXCUSED", "reason", "Dovolená", "deputy", ""));
        assertThat(answers()).containsExactly("EXCUSED Dovolená Marek Dvořák");

        MockHttpServletResponse refused = press(
                marksPage, "/answer", "answer", "DEPUTY", "deputy", " ", "title", "Bydlení", "text", "Píšu", "base",
                "");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused))
                .contains("href=\"#deputy\"", "id=\"deputy-wrong\"", "value=\"Bydlení\"", "Píšu</textarea>")
                .containsPattern("<details open=\"open\">\\s*<summary>Přijde zástupce");
        assertThat(report(meeting).draft()).isEqualTo("Píšu");

        assertThat(after(press(marksPage, "/answer", "answer", "DEPUTY", "deputy", "Jan Nový")))
                .contains("Přijde zástupce: Jan");
        assertThat(answers()).containsExactly("DEPUTY Jan Nový Marek Dvořák");
    }

    @Test
    void anUnknownAnswerIsNotTaken() {
        assertThat(press(marksPage, "/answer", "answer", "MAYBE").getStatus()).isEqualTo(404);
        assertThat(send(post(marksPage + "/answer")).getStatus()).isEqualTo(404);
        assertThat(answers()).isEmpty();
    }

    @Test
    void theReportIsHandedInWithItsMarks() {
        String page = after(press(
                marksPage,
                "/submit",
                "text",
                "Otevřeli jsme **poradnu**.",
                "base",
                "",
                "signals",
                "NEW_SITE",
                "signals",
                "FREE_PLACES",
                "places",
                "3"));

        assertThat(page).contains("Děkujeme, zpráva je odeslaná", "dejte vědět, jestli přijdete", "Marek Dvořák");
        assertThat(report(meeting).submitted()).isEqualTo("Otevřeli jsme **poradnu**.");
        assertThat(report(meeting).signals()).containsExactlyInAnyOrder(Signal.NEW_SITE, Signal.FREE_PLACES);
        assertThat(report(meeting).freePlaces()).isEqualTo(3);
        assertThat(read(evasPage)).contains("Zpráva odeslaná: Marek", "Odeslat změny");
    }

    @Test
    void noNewsIsOneTap() {
        String page = after(press(marksPage, "/no-news"));
        int version = report(meeting).version();
        after(press(marksPage, "/no-news"));

        assertThat(page).contains("nic nového není");
        assertThat(report(meeting).noNews()).isTrue();
        assertThat(report(meeting).version()).isEqualTo(version);
    }

    @Test
    void anEmptyReportIsRefusedAtTheField() {
        MockHttpServletResponse refused = press(marksPage, "/submit", "text", " ", "base", "", "places", "tři");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("id=\"places-wrong\"", "číslicemi", "aria-invalid=\"true\"");

        assertThat(body(press(marksPage, "/submit", "text", "", "base", ""))).contains("id=\"text-wrong\"");
        assertThat(report(meeting).submittedAt()).isNull();
    }

    @Test
    void everyButtonKeepsTheTypedText() {
        after(press(marksPage, "/answer", "answer", "COMES", "text", "Píšu si zprávu", "base", ""));

        assertThat(report(meeting).draft()).isEqualTo("Píšu si zprávu");
        assertThat(report(meeting).submittedAt()).isNull();
        assertThat(read(evasPage)).contains("Píšu si zprávu</textarea>", "Rozepsáno, zatím neodesláno: Marek");
    }

    @Test
    void whatAButtonDoesNotSendStaysOnThePage() {
        MockHttpServletResponse answered = press(
                marksPage,
                "/answer",
                "answer",
                "COMES",
                "title",
                "Dostupné bydlení",
                "text",
                "",
                "base",
                "",
                "signals",
                "STAFFING",
                "seen",
                ";;;");

        assertThat(answered.getStatus()).isEqualTo(200);
        assertThat(body(answered))
                .contains("Děkujeme, počítáme", "value=\"Dostupné bydlení\"")
                .containsPattern("value=\"STAFFING\" checked=\"checked\"");
        assertThat(answers()).hasSize(1);
        assertThat(service(BacklogService.class)).isNotNull();
        assertThat(proposals()).isEmpty();
    }

    @Test
    void twoWhoWriteAtOnceBothKeepTheirText() {
        after(press(marksPage, "/save", "text", "Máme plno.\n\nHledáme lidi.", "base", ""));
        after(press(
                evasPage,
                "/save",
                "text",
                "Máme plno do ledna.\n\nHledáme lidi.",
                "base",
                "Máme plno.\n\nHledáme lidi."));
        after(press(
                marksPage,
                "/save",
                "text",
                "Máme plno.\r\n\r\nHledáme dva lidi.",
                "base",
                "Máme plno.\r\n\r\nHledáme lidi."));

        assertThat(report(meeting).draft()).isEqualTo("Máme plno do ledna.\n\nHledáme dva lidi.");
    }

    @Test
    void aStaleTabDoesNotOverwrite() {
        after(press(marksPage, "/submit", "text", "Máme plno.", "base", ""));
        after(press(evasPage, "/submit", "text", "Máme volno.", "base", "Máme plno."));
        MockHttpServletResponse stale = press(marksPage, "/submit", "text", "Máme málo.", "base", "Máme plno.");

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(body(stale))
                .contains("změnil někdo jiný", "Máme volno.</pre>", "Máme málo.</textarea>")
                .contains("name=\"base\" value=\"Máme volno.\"");
        assertThat(report(meeting).submitted()).isEqualTo("Máme volno.");

        after(press(marksPage, "/submit", "text", "Máme málo.", "base", hidden(body(stale), "base")));
        assertThat(report(meeting).submitted()).isEqualTo("Máme málo.");
    }

    @Test
    void whatOthersAddedIsSeenBeforeItIsHandedIn() {
        after(press(marksPage, "/save", "text", "Máme plno.", "base", ""));
        after(press(evasPage, "/save", "text", "Máme plno.\n\nHledáme lidi.", "base", "Máme plno."));
        MockHttpServletResponse joined = press(marksPage, "/submit", "text", "Už máme plno.", "base", "Máme plno.");

        assertThat(joined.getStatus()).isIn(409, 422);
        assertThat(report(meeting).submittedAt()).isNull();
        assertThat(body(joined)).contains("Hledáme lidi.");
    }

    @Test
    void marksOfAStaleTabAreJoined() {
        after(press(
                marksPage,
                "/submit",
                "text",
                "Zpráva.",
                "base",
                "",
                "signals",
                "STAFFING",
                "places",
                "2",
                "seen",
                ";;;"));
        String seen = hidden(read(marksPage), "seen");
        after(press(
                evasPage,
                "/submit",
                "text",
                "Zpráva.",
                "base",
                "Zpráva.",
                "signals",
                "STAFFING",
                "signals",
                "COOPERATION",
                "places",
                "5",
                "seen",
                seen));
        MockHttpServletResponse stale = press(
                marksPage,
                "/submit",
                "text",
                "Zpráva.",
                "base",
                "Zpráva.",
                "signals",
                "NEED_NOT_MET",
                "places",
                "4",
                "seen",
                seen);
        assertThat(stale.getStatus()).isEqualTo(422);
        assertThat(body(stale)).contains("jiný počet volných míst: 5");

        after(press(
                marksPage,
                "/submit",
                "text",
                "Zpráva.",
                "base",
                "Zpráva.",
                "signals",
                "NEED_NOT_MET",
                "places",
                "2",
                "seen",
                seen));
        assertThat(report(meeting).signals()).containsExactlyInAnyOrder(Signal.COOPERATION, Signal.NEED_NOT_MET);
        assertThat(report(meeting).freePlaces()).isEqualTo(5);
    }

    @Test
    void theLastReportIsAtHand() {
        MeetingId next = region.meeting(own, "Lednové setkání", DAY.plusMonths(1));
        db.execute("update meeting set state = 'INVITED' where id = ?", next.value());
        after(press(marksPage, "/submit", "text", "Loni jsme otevřeli.", "base", ""));
        String page = link(next, own.member().person());

        assertThat(read(page)).contains("Minulá zpráva, 15. prosince", "Loni jsme otevřeli.", "Převzít");
        assertThat(after(press(page, "/take", "text", "Letos taky.", "base", "")))
                .contains("Letos taky.\n\nLoni jsme otevřeli.</textarea>", "není kolečko");
    }

    @Test
    void draftsOfTheScriptAreStoredAndConflictsTold() {
        MockHttpServletResponse stored = press(marksPage, "/draft", "text", "Máme ", "base", "");
        assertThat(stored.getStatus()).isEqualTo(200);
        assertThat(body(stored)).contains("\"text\":\"Máme \"", "uloženo");
        press(marksPage, "/draft", "text", "Máme ", "base", "");
        assertThat(report(meeting).draft()).isEqualTo("Máme ");
        press(evasPage, "/draft", "text", "Nemáme nic", "base", "Máme ");

        MockHttpServletResponse conflict = press(marksPage, "/draft", "text", "Měli jsme ", "base", "Máme ");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(body(conflict)).contains("Nemáme nic");
        assertThat(press("/m/neni", "/draft", "text", "x", "base", "").getStatus())
                .isEqualTo(404);
        assertThat(press(marksPage, "/draft", "text", "x".repeat(TextEdit.MAX + 1), "base", "")
                        .getStatus())
                .isEqualTo(422);
    }

    private List<String> proposals() {
        return db.fetch("select concat(title, ' – ', proposed_by) from backlog_item where proposed_by is not null")
                .map(row -> row.get(0, String.class));
    }

    @Test
    void aProposalIsAddedOnce() {
        assertThat(after(press(marksPage, "/proposal", "title", " Dostupné  bydlení ")))
                .contains("za návrh");
        after(press(marksPage, "/proposal", "title", "Dostupné bydlení"));

        assertThat(proposals()).containsExactly("Dostupné bydlení – Marek Dvořák");
        assertThat(body(press(marksPage, "/proposal", "title", "")))
                .contains("Vyplňte povinné pole.", "proposal-wrong");
    }

    @Test
    void anOwnTaskIsFinishedOnceAndOnlyAnOwnOne() {
        assertThat(after(press(marksPage, "/tasks/" + own.task().value()))).doesNotContain("Rozeslat dotazník.");
        after(press(marksPage, "/tasks/" + own.task().value()));
        TaskId others = as(
                own.coordinator(),
                () -> service(TaskService.class)
                        .add(
                                own.meeting(),
                                new TaskData(
                                        "Cizí úkol", null, own.coordinator().person(), null, null, TaskState.OPEN)));

        assertThat(db.fetch(
                                "select taken_by_name, state from task_step where action_item_id = ? order by id",
                                own.task().value())
                        .map(row -> row.get(0) + " " + row.get(1)))
                .containsExactly("Klára Tichá OPEN", "Marek Dvořák DONE");
        assertThat(press(marksPage, "/tasks/" + others.value()).getStatus()).isEqualTo(404);
        assertThat(press(marksPage, "/tasks/" + region.foreign.task().value()).getStatus())
                .isEqualTo(404);
        assertThat(press(marksPage, "/tasks/999999").getStatus()).isEqualTo(404);
    }

    @Test
    void afterApprovalThePageIsReadAndTasksGoOn() {
        after(press(marksPage, "/submit", "text", "Máme plno.", "base", "", "signals", "CAPACITY_FULL"));
        db.execute("update minutes set state = 'APPROVED' where meeting_id = ?", meeting.value());
        db.execute("update meeting set state = 'HELD' where id = ?", meeting.value());

        assertThat(read(marksPage))
                .contains("Zápis ze setkání je schválený", "Máme plno.", "kapacita", "Rozeslat dotazník.")
                .doesNotContain("<textarea", "Bez novinek", "Přijdu<", "Navrhnout bod");
        MockHttpServletResponse late = press(marksPage, "/submit", "text", "Ještě něco.", "base", "Máme plno.");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(body(late)).contains("Ještě něco.</pre>");
        assertThat(press(marksPage, "/draft", "text", "Ještě", "base", "Máme plno.")
                        .getStatus())
                .isEqualTo(404);
        assertThat(press(marksPage, "/answer", "answer", "COMES").getStatus()).isEqualTo(409);
        assertThat(report(meeting).text()).isEqualTo("Máme plno.");
        after(press(marksPage, "/tasks/" + own.task().value()));
    }

    @Test
    void nobodyAnswersToAMeetingThatIsOver() {
        db.execute("update meeting set state = 'CANCELLED' where id = ?", meeting.value());

        assertThat(read(marksPage)).contains("bylo zrušeno").doesNotContain(">Přijdu<");
        assertThat(press(marksPage, "/answer", "answer", "COMES").getStatus()).isEqualTo(422);
        assertThat(answers()).isEmpty();
    }

    @Test
    void whoSpeaksForTwoHasATabForEach() {
        OrganisationId second = region.organisation("Druhá šance");
        MemberId membership = as(own.coordinator(), () -> {
            var groups = service(GroupService.class);
            MemberId member = groups.addOrganisation(own.group(), second, Region.SINCE);
            groups.addDelegate(member, own.member().person(), DelegateKind.DELEGATE, Region.SINCE);
            return member;
        });
        String page = read(marksPage);

        assertThat(page).contains("class=\"tabs\"", ">Pramen</a>", ">Druhá šance</a>");
        after(press(marksPage, membership, "/submit", "text", "Druhá zpráva.", "base", ""));
        after(press(marksPage, membership, "/answer", "answer", "EXCUSED"));
        assertThat(report(meeting).submittedAt()).isNull();
        assertThat(read(marksPage + "?member=" + membership.value())).contains("Druhá zpráva.", "Jste omluveni");
        assertThat(read(marksPage))
                .contains("Zpráva za organizaci Pramen")
                .doesNotContain("Druhá zpráva.", "Jste omluveni");
        assertThat(press(evasPage, membership, "/answer", "answer", "COMES").getStatus())
                .isEqualTo(404);
    }

    @Test
    void colleaguesSeeEachOthersAnswers() {
        after(press(marksPage, "/answer", "answer", "EXCUSED", "reason", "Nemoc"));

        assertThat(read(evasPage)).contains("Omlouvá se (Nemoc)", "Marek Dvořák");
        after(press(evasPage, "/answer", "answer", "COMES"));
        assertThat(answers()).containsExactly("EXCUSED Nemoc Marek Dvořák", "COMES Eva Malá");
    }

    @Test
    void aForwardedLinkActsInTheNameOfWhomItWasSentTo() {
        after(press(evasPage, "/submit", "text", "Zpráva.", "base", ""));
        assertThat(report(meeting).submittedBy()).isEqualTo("Eva Malá");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void whatAnotherSiteSendsIsNotTaken(String site) {
        MockHttpServletResponse response = send(post(marksPage + "/answer")
                .contentType(FORM)
                .header("Sec-Fetch-Site", site)
                .param("member", String.valueOf(own.membership().value()))
                .param("answer", "COMES"));

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(answers()).isEmpty();
    }

    @Test
    void oldBrowsersAreToldByTheirOrigin() {
        for (Map.Entry<String, Integer> origin : Map.of(
                        "https://jinde.example", 404, "null", 303, "http://localhost", 303)
                .entrySet()) {
            MockHttpServletResponse response = send(post(marksPage + "/answer")
                    .contentType(FORM)
                    .header("Host", "localhost")
                    .header("Origin", origin.getKey())
                    .param("member", String.valueOf(own.membership().value()))
                    .param("answer", "COMES"));
            assertThat(response.getStatus()).as(origin.getKey()).isEqualTo(origin.getValue());
        }
    }

    private MockHttpServletResponse attach(String name, byte[] content) {
        return send(multipart(marksPage + "/files?member=" + own.membership().value())
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .header("Sec-Fetch-Site", "same-origin"));
    }

    @Test
    void filesAreGivenBackAsDownloadsOnly() {
        String page = after(attach("plán služeb.pdf", new byte[] {1, 2, 3}));
        String address = page.replaceAll("(?s).*href=\"(/m/[^\"]*/files/\\d+[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        MockHttpServletResponse file = send(get(address));

        assertThat(page).contains("plán služeb.pdf", "Marek Dvořák");
        assertThat(file.getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getContentAsByteArray()).containsExactly(1, 2, 3);

        String id = address.replaceAll(".*/files/(\\d+).*", "$1");
        assertThat(after(press(marksPage, "/files/" + id + "/remove"))).doesNotContain("plán služeb.pdf");
        after(press(marksPage, "/files/" + id + "/remove"));
        assertThat(send(get(address)).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..\\plan.pdf", "obrazek.svg", "stranka.html", "..", ""})
    void harmfulFilesAreRefusedWithASentence(String name) {
        MockHttpServletResponse refused = attach(name, "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).containsPattern("id=\"file-wrong\" role=\"alert\">[^<]{10,}");
        assertThat(report(meeting).files()).isEmpty();
    }

    @Test
    void aGigabyteIsRefusedByItsAnnouncedLength() {
        MockHttpServletResponse refused = send(application -> {
            var large = new MockHttpServletRequest(application, "POST", marksPage + "/files") {
                @Override
                public long getContentLengthLong() {
                    return 1_000_000_000;
                }
            };
            large.setContentType("multipart/form-data; boundary=x");
            large.setQueryString("member=1&lang=cs");
            return large;
        });

        assertThat(refused.getStatus()).isEqualTo(413);
        assertThat(body(refused)).contains("Soubor je příliš velký", "/files?member=1&amp;lang=cs");
    }

    @Test
    void thePageSpeaksEnglishToo() {
        assertThat(read(marksPage + "?lang=en"))
                .contains("lang=\"en\"", "Are you coming?", "Monday 15 December 2025, 14:00", "lang=cs");
        assertThat(body(send(get("/m/nic").locale(Locale.UK)))).contains("not valid");
        assertThat(send(post(marksPage + "/answer")
                                .param("member", String.valueOf(own.membership().value()))
                                .param("answer", "COMES")
                                .param("lang", "en"))
                        .getRedirectedUrl())
                .contains("lang=en");
        db.execute(
                "update account set language = 'en' where person_id = ?",
                own.member().person().value());
        assertThat(read(marksPage)).contains("Are you coming?");
        assertThat(body(send(get(evasPage).locale(Locale.GERMAN, Locale.ENGLISH))))
                .contains("Are you coming?");
    }

    @Test
    void theSignedInHaveTheSamePage() throws Exception {
        CurrentActor.Source principal = own::member;
        var signedIn = SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        String path = "/meetings/" + meeting.value() + "/part";
        MockHttpServletResponse page = send(get(path).with(signedIn));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(body(page)).contains("Zpráva za organizaci Pramen", "Do aplikace", "name=\"_csrf\"");
        MockHttpServletRequestBuilder answer = post(path + "/answer")
                .param("member", String.valueOf(own.membership().value()))
                .param("answer", "COMES")
                .with(signedIn);
        assertThat(send(answer).getStatus()).isEqualTo(403);
        assertThat(answers()).isEmpty();
        assertThat(send(answer.with(SecurityMockMvcRequestPostProcessors.csrf()))
                        .getStatus())
                .isEqualTo(303);
        assertThat(answers()).containsExactly("COMES Marek Dvořák");
        CurrentActor.Source stranger = region.foreign::member;
        assertThat(send(get(path)
                                .with(SecurityMockMvcRequestPostProcessors.authentication(
                                        UsernamePasswordAuthenticationToken.authenticated(stranger, null, List.of()))))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(get(path)).getStatus()).isEqualTo(302);
    }

    @Test
    void theMeetingGoesIntoACalendar() {
        MockHttpServletResponse calendar = send(get(marksPage + "/meeting.ics"));

        assertThat(calendar.getContentType()).startsWith("text/calendar");
        assertThat(body(calendar))
                .contains("BEGIN:VEVENT", "Prosincové setkání")
                .doesNotContain(marksPage);
    }

    @Test
    void thePageWithItsStyleAndScriptIsLight() throws IOException {
        after(press(marksPage, "/submit", "text", "Zpráva. ".repeat(200), "base", ""));
        int page = send(get(marksPage)).getContentAsByteArray().length;
        long style = Files.size(Path.of("frontend/styles/light.css"));
        long script = Files.size(Path.of("frontend/scripts/light.js"));
        long icon = Files.size(Path.of("frontend/icons/koplan.svg"));

        assertThat(page + style + script + icon).isLessThan(60_000);
        assertThat(read(marksPage)).doesNotContain("<style", "style=\"", "onclick", "<script>");
    }

    @Test
    void noTokenReachesTheLog(CapturedOutput output) {
        String token = marksPage.substring("/m/".length());
        LoggerFactory.getLogger(MemberPageTest.class)
                .warn("Served {}", marksPage + "/files", new IllegalStateException("Failed at " + marksPage));
        db.execute("update meeting set title = '' where id = ?", meeting.value());
        send(get(marksPage));
        press(marksPage, "/answer", "answer", "NONSENSE");

        assertThat(output.getAll())
                .contains("Served /m/…/files", "Failed at /m/…")
                .doesNotContain(token);
        var log = new ArrayList<>(db.fetch("select concat_ws(' ', before_values, after_values) from change_log")
                .map(row -> row.get(0, String.class)));
        assertThat(log).noneMatch(line -> line.contains(token));
    }
}
