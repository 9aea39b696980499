package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.groups.MemberId;
import cz.koplan.invitations.Answer;
import cz.koplan.invitations.AnswerData;
import cz.koplan.invitations.ParticipationService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextConflictException;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.files.FileStore;
import cz.koplan.tasks.TaskId;
import cz.koplan.updates.ReportFile;
import cz.koplan.updates.ReportFileId;
import cz.koplan.updates.Submission;
import cz.koplan.updates.SubmissionData;
import cz.koplan.updates.SubmissionService;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The page of a member. Reading changes nothing; every change is a form that is sent, after which the browser is led to the
 * page again. All fields are one form, so a button never takes away what is typed beside it.
 */
@Controller
@RequestMapping({"/m/{token}", "/meetings/{meeting:\\d{1,18}}/part"})
class MemberPageController {

    record Draft(String text, String said) {}

    private final ParticipationService participations;
    private final SubmissionService submissions;
    private final MemberPageReader reader;
    private final I18NProvider words;
    private final Clock clock;

    MemberPageController(
            ParticipationService participations,
            SubmissionService submissions,
            MemberPageReader reader,
            I18NProvider words,
            Clock clock) {
        this.participations = participations;
        this.submissions = submissions;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    @ModelAttribute("door")
    Door door(HttpServletRequest request, @PathVariable Map<String, String> variables) {
        return Door.of(request, variables);
    }

    @GetMapping
    ModelAndView show(
            @ModelAttribute("door") Door door,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        MemberPage page = page(door, member, request);
        List<String> thanks = page.thanks(MemberPage.Done.of(done));
        return view(door, page, Form.of(page.submission()), Map.of(), null)
                .addObject("thanks", thanks)
                .addObject("fresh", thanks.isEmpty());
    }

    /** Stores what is typed; the button without a script, and what the enter key in a field comes to. */
    @PostMapping("/save")
    ModelAndView save(@ModelAttribute("door") Door door, @RequestParam String member, HttpServletRequest request) {
        return act(door, member, request, MemberPage.Done.DRAFT, (page, form) -> {});
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @ModelAttribute("door") Door door,
            @RequestParam String member,
            @RequestParam Answer answer,
            HttpServletRequest request) {
        return act(
                door,
                member,
                request,
                MemberPage.Done.ANSWER,
                (page, form) -> at(
                        switch (answer) {
                            case COMES -> "answer";
                            case EXCUSED -> "reason";
                            case DEPUTY -> "deputy";
                        },
                        () -> participations.answer(
                                door.meeting(),
                                page.voice().member(),
                                new AnswerData(answer, form.reason(), form.deputy()))));
    }

    @PostMapping("/submit")
    ModelAndView submit(@ModelAttribute("door") Door door, @RequestParam String member, HttpServletRequest request) {
        return act(door, member, request, MemberPage.Done.REPORT, (page, form) -> {
            Marks merged = merged(page, form);
            // What was typed is stored as a draft by now.
            String text = page.submission().text();
            if (form.text() != null && !form.edit().text().equals(text)) {
                throw new FieldException("text", new InvalidInputException("member.merged"));
            }
            at(
                    "text",
                    () -> submissions.submit(
                            door.meeting(),
                            page.voice().member(),
                            new SubmissionData(
                                    new TextEdit(text, text),
                                    merged.signals(),
                                    merged.places(),
                                    merged.serviceIds(),
                                    merged.orpIds())));
        });
    }

    private static Marks merged(MemberPage page, Form form) {
        Marks stored = Marks.of(page.submission());
        Marks seen = Marks.read(form.seen());
        if (form.placesAreNoNumber()) {
            throw new FieldException("places", new InvalidInputException("member.places.number"));
        }
        if (form.marks().clashes(seen, stored)) {
            throw new FieldException(
                    "places",
                    new InvalidInputException(
                            "member.places.changed", stored.places() == null ? "–" : String.valueOf(stored.places())));
        }
        return form.marks().over(seen, stored);
    }

    @PostMapping("/no-news")
    ModelAndView noNews(@ModelAttribute("door") Door door, @RequestParam String member, HttpServletRequest request) {
        return act(
                door,
                member,
                request,
                MemberPage.Done.NO_NEWS,
                (page, form) -> at(
                        "text",
                        () -> submissions.noNews(door.meeting(), page.voice().member())));
    }

    /** Puts the last report under what is typed. */
    @PostMapping("/take")
    ModelAndView take(@ModelAttribute("door") Door door, @RequestParam String member, HttpServletRequest request) {
        return act(door, member, request, MemberPage.Done.DRAFT, (page, form) -> {
            Submission.Earlier earlier = page.earlier();
            String text = page.submission().text();
            if (earlier != null && !text.contains(earlier.text())) {
                submissions.saveDraft(
                        door.meeting(),
                        page.voice().member(),
                        new TextEdit(text, text.isBlank() ? earlier.text() : text + "\n\n" + earlier.text()));
            }
        });
    }

    @PostMapping("/proposal")
    ModelAndView propose(@ModelAttribute("door") Door door, @RequestParam String member, HttpServletRequest request) {
        return act(
                door,
                member,
                request,
                MemberPage.Done.PROPOSAL,
                (page, form) -> at(
                        "title-of-item",
                        () -> participations.proposeItem(
                                door.meeting(), page.voice().member(), form.title())));
    }

    @PostMapping("/tasks/{task:\\d{1,18}}")
    ModelAndView finish(
            @ModelAttribute("door") Door door,
            @PathVariable long task,
            @RequestParam String member,
            HttpServletRequest request) {
        return act(
                door,
                member,
                request,
                MemberPage.Done.TASK,
                (page, form) -> at("tasks", () -> participations.finishTask(door.meeting(), new TaskId(task))));
    }

    /** What a browser asks for when it opens again the address to which a form was sent. */
    @GetMapping({"/save", "/answer", "/submit", "/no-news", "/take", "/proposal", "/attach", "/tasks/{task:\\d{1,18}}"})
    ModelAndView again(@ModelAttribute("door") Door door) {
        return seeOther(door.path());
    }

    private interface Action {

        void run(MemberPage page, Form form);
    }

    /** What was typed into a field is wrong. */
    private static final class FieldException extends RuntimeException {

        private final String field;
        private final transient InvalidInputException reason;

        FieldException(String field, InvalidInputException reason) {
            super(reason);
            this.field = field;
            this.reason = reason;
        }
    }

    private static void at(String field, Runnable work) {
        try {
            work.run();
        } catch (InvalidInputException e) {
            throw new FieldException(field, e);
        }
    }

    /**
     * Stores the typed text, then does what the button says, then leads back to the page. What was refused, or typed into
     * fields that this button does not send, is shown again instead.
     */
    private ModelAndView act(
            Door door, String member, HttpServletRequest request, MemberPage.Done done, Action action) {
        MemberPage page = page(door, member, request);
        Form form = Form.sent(request);
        if (!page.open() && done != MemberPage.Done.TASK) {
            return closed(door, page, form);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        String conflict = keep(door, page, form, problems);
        boolean refused = !problems.isEmpty();
        if (conflict == null && form.typed()) {
            page = page(door, member, request);
        }
        boolean finished = false;
        if (problems.isEmpty() && (conflict == null || done != MemberPage.Done.REPORT)) {
            try {
                action.run(page, form);
                finished = true;
            } catch (FieldException e) {
                problems.put(e.field, page.say().text(e.reason.messageKey(), e.reason.arguments()));
            }
        }
        boolean answered = finished && done == MemberPage.Done.ANSWER;
        boolean proposed = finished && done == MemberPage.Done.PROPOSAL;
        boolean reported = finished && (done == MemberPage.Done.REPORT || done == MemberPage.Done.NO_NEWS);
        if (problems.isEmpty() && conflict == null && !form.holdsMore(answered, proposed, reported)) {
            return seeOther(door.at("", page.member()) + "&done=" + done);
        }
        MemberPage now = page(door, member, request);
        boolean unstored = conflict != null || refused;
        Form again = unstored ? form.onto(now.submission()) : form.done(now.submission(), answered, proposed, reported);
        if (problems.containsKey("places")) {
            again = again.seeing(now.submission());
        }
        ModelAndView view = view(door, now, again, problems, conflict)
                .addObject("thanks", finished && conflict == null ? now.thanks(done) : List.of());
        if (conflict != null) {
            view.setStatus(HttpStatus.CONFLICT);
        } else if (!problems.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** The minutes were approved while somebody typed: the text can't be stored any more, but it is shown. */
    private static ModelAndView closed(Door door, MemberPage page, Form form) {
        ModelAndView view = view(
                door,
                page,
                Form.of(page.submission()),
                Map.of("report", page.say().text("member.closed")),
                form.typed() ? form.text() : null);
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /** Stores the typed text as a draft; returns what is stored instead where somebody else changed the same place. */
    private @Nullable String keep(Door door, MemberPage page, Form form, Map<String, String> problems) {
        if (!form.typed() || !page.open()) {
            return null;
        }
        try {
            submissions.saveDraft(door.meeting(), page.voice().member(), form.edit());
            return null;
        } catch (TextConflictException e) {
            return e.stored().text();
        } catch (InvalidInputException e) {
            problems.put("text", page.say().text(e.messageKey(), e.arguments()));
            return null;
        }
    }

    /** What the script of the page sends while somebody types. */
    @PostMapping(path = "/draft", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Draft> draft(
            @ModelAttribute("door") Door door,
            @RequestParam String member,
            @RequestParam String base,
            @RequestParam String text,
            HttpServletRequest request) {
        MemberId speaker = new MemberId(number(member));
        Speech say = new Speech(words, locale(door, null, request));
        try {
            StoredText stored = submissions.saveDraft(door.meeting(), speaker, new TextEdit(base, text));
            String now = say.time(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            return ResponseEntity.ok(new Draft(stored.text(), say.text("member.state.saved", now)));
        } catch (TextConflictException e) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(new Draft(e.stored().text(), say.text("member.state.undecided")));
        } catch (InvalidInputException e) {
            return ResponseEntity.unprocessableContent().body(new Draft("", say.text(e.messageKey(), e.arguments())));
        }
    }

    /** Stores what is typed on the way to the page of files. */
    @PostMapping("/attach")
    ModelAndView attach(@ModelAttribute("door") Door door, @RequestParam String member, HttpServletRequest request) {
        ModelAndView saved = save(door, member, request);
        if (saved.getView() instanceof RedirectView back) {
            back.setUrl(door.at("/files", number(member)));
        }
        return saved;
    }

    @GetMapping("/files")
    ModelAndView files(
            @ModelAttribute("door") Door door,
            @RequestParam(required = false) @Nullable String member,
            HttpServletRequest request) {
        return files(door, member, request, null);
    }

    private ModelAndView files(
            Door door, @Nullable String member, HttpServletRequest request, @Nullable String problem) {
        MemberPage page = page(door, member, request);
        ModelAndView view = new ModelAndView("member/files")
                .addObject("door", door)
                .addObject("say", page.say())
                .addObject("page", page)
                .addObject("most", FileStore.MAX_BYTES)
                .addObject("problem", problem);
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping("/files")
    ModelAndView addFile(
            @ModelAttribute("door") Door door,
            @RequestParam String member,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        MemberPage page = page(door, member, request);
        if (file.isEmpty()
                && (file.getOriginalFilename() == null
                        || file.getOriginalFilename().isBlank())) {
            return files(door, member, request, page.say().text("member.files.none"));
        }
        try {
            submissions.addFile(
                    door.meeting(), page.voice().member(), String.valueOf(file.getOriginalFilename()), file.getBytes());
        } catch (InvalidInputException e) {
            return files(door, member, request, page.say().text(e.messageKey(), e.arguments()));
        }
        return seeOther(door.at("/files", page.member()));
    }

    @PostMapping("/files/{file:\\d{1,18}}/remove")
    ModelAndView removeFile(@ModelAttribute("door") Door door, @PathVariable long file, @RequestParam String member) {
        submissions.removeFile(door.meeting(), new MemberId(number(member)), new ReportFileId(file));
        return seeOther(door.at("/files", number(member)));
    }

    static ModelAndView seeOther(String address) {
        var view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** Files are never shown by the browser itself: what somebody else made could act in the reader's name. */
    @GetMapping("/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> file(
            @ModelAttribute("door") Door door, @PathVariable long file, @RequestParam String member) {
        ReportFile.Content content =
                submissions.file(door.meeting(), new MemberId(number(member)), new ReportFileId(file));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.bytes());
    }

    @GetMapping("/meeting.ics")
    ResponseEntity<String> calendar(@ModelAttribute("door") Door door) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=meeting.ics")
                .body(participations.calendar(door.meeting()));
    }

    private MemberPage page(Door door, @Nullable String member, HttpServletRequest request) {
        MemberPageReader.Content content = reader.read(door, member == null ? null : number(member));
        return new MemberPage(
                new Speech(words, locale(door, content.part().language(), request)),
                content.part(),
                content.voice(),
                content.submission(),
                content.services(),
                content.orps(),
                content.asked());
    }

    private static Locale locale(Door door, @Nullable String own, HttpServletRequest request) {
        return Speech.locale(door.lang() != null ? door.lang() : own, request);
    }

    private static long number(String member) {
        if (!member.matches("\\d{1,18}")) {
            throw new NotFoundException("member");
        }
        return Long.parseLong(member);
    }

    private static ModelAndView view(
            Door door, MemberPage page, Form form, Map<String, String> problems, @Nullable String conflict) {
        return new ModelAndView("member/page")
                .addObject("door", door)
                .addObject("say", page.say())
                .addObject("page", page)
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("conflict", conflict)
                .addObject("thanks", List.of())
                .addObject("fresh", false);
    }
}
