package cz.koplan.memberpage;

import cz.koplan.invitations.Answer;
import cz.koplan.invitations.GivenAnswer;
import cz.koplan.invitations.Participation;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.Voice;
import cz.koplan.services.OrpOption;
import cz.koplan.services.ServiceOption;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.situation.StillValid;
import cz.koplan.tasks.OpenTask;
import cz.koplan.updates.ReportFile;
import cz.koplan.updates.Signal;
import cz.koplan.updates.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates show of a meeting to a person who speaks for one of its members. */
public record MemberPage(
        Speech say,
        Participation part,
        Voice voice,
        Submission submission,
        List<ServiceOption> services,
        List<OrpOption> orps,
        Optional<StillValid> asked) {

    /** @param what e.g. {@code Přijdete}; {@code who} tells who said so, and when */
    public record Said(String what, String who) {}

    public record FileLine(long id, String name, long kilobytes, String addedBy) {}

    public long member() {
        return voice.member().value();
    }

    public PersonId person() {
        return part.person();
    }

    public Meeting meeting() {
        return part.meeting();
    }

    public List<AgendaItem> agenda() {
        return part.agenda();
    }

    public List<Voice> voices() {
        return part.voices();
    }

    public boolean open() {
        return part.open();
    }

    public boolean ahead() {
        return part.ahead();
    }

    public boolean cancelled() {
        return part.cancelled();
    }

    public List<OpenTask> tasks() {
        return part.tasks();
    }

    public List<Signal> signals() {
        return List.of(Signal.values());
    }

    private Stream<GivenAnswer> given() {
        return part.answersOf(voice.member()).stream();
    }

    private boolean isOwn(GivenAnswer answer) {
        return answer.person().equals(part.person());
    }

    /** Whether the person has answered for this member. */
    public boolean answered() {
        return given().anyMatch(this::isOwn);
    }

    public @Nullable Answer ownAnswer() {
        return given().filter(this::isOwn)
                .map(answer -> answer.data().answer())
                .findFirst()
                .orElse(null);
    }

    /** Returns what the people of the member answered, one's own first. */
    public List<Said> answers() {
        return Stream.concat(given().filter(this::isOwn), given().filter(answer -> !isOwn(answer)))
                .map(answer -> new Said(what(answer), say.text("member.by", answer.by(), say.moment(answer.at()))))
                .toList();
    }

    private String what(GivenAnswer answer) {
        String reason = answer.data().reason();
        return switch (answer.data().answer()) {
            case COMES -> say.text(isOwn(answer) ? "member.given.comes" : "member.given.colleagueComes");
            case EXCUSED ->
                say.text(isOwn(answer) ? "member.given.excused" : "member.given.colleagueExcused")
                        + (reason == null ? "" : " (" + reason + ")");
            case DEPUTY ->
                say.text(
                        "member.given.deputy",
                        Objects.requireNonNull(answer.data().deputyName()));
        };
    }

    public boolean reported() {
        return submission.submittedAt() != null;
    }

    /** Returns what was handed in, by whom and when; null when nothing was. */
    public @Nullable String submitted() {
        return submission.submittedAt() == null
                ? null
                : say.text(
                        submission.noNews() ? "member.submitted.noNews" : "member.submitted",
                        Objects.requireNonNull(submission.submittedBy()),
                        say.moment(submission.submittedAt()));
    }

    /** Returns who wrote what is not handed in yet; empty when nothing is. */
    public String draftSaid() {
        return submission.draftAt() == null
                ? ""
                : say.text(
                        "member.draft", Objects.requireNonNull(submission.draftBy()), say.moment(submission.draftAt()));
    }

    public Submission.@Nullable Earlier earlier() {
        return submission.earlier();
    }

    public List<FileLine> files() {
        return submission.files().stream().map(MemberPage::line).toList();
    }

    private static FileLine line(ReportFile file) {
        return new FileLine(file.id().value(), file.name(), Math.max(1, file.size() / 1000), file.addedBy());
    }

    /** Returns what is ticked, in words, for a page that is only read. */
    public List<String> marks() {
        List<String> marks = new ArrayList<>();
        submission.signals().forEach(signal -> marks.add(say.of(signal)));
        Integer places = submission.freePlaces();
        if (places != null) {
            marks.add(say.text("member.places.are", places));
        }
        services.stream()
                .filter(service -> submission.services().contains(service.id()))
                .forEach(service -> marks.add(service.name()));
        orps.stream().filter(orp -> submission.orps().contains(orp.id())).forEach(orp -> marks.add(orp.name()));
        return marks;
    }

    /** Returns the thanks for what was just done and what happens next; empty when nothing was. */
    public List<String> thanks(@Nullable Done done) {
        return switch (done) {
            case null -> List.of();
            case ANSWER -> thanksForAnswer();
            case REPORT -> List.of(say.text("member.thanks.report"), nextAfterReport());
            case NO_NEWS -> List.of(say.text("member.thanks.noNews"), nextAfterReport());
            case PROPOSAL -> List.of(say.text("member.thanks.proposal"), say.text("member.thanks.proposal.next"));
            case TASK -> List.of(say.text("member.thanks.task"));
            case DRAFT -> List.of(say.text("member.thanks.draft"));
        };
    }

    private List<String> thanksForAnswer() {
        Answer answer = ownAnswer();
        if (answer == null) {
            return List.of();
        }
        String thanks = say.text(
                switch (answer) {
                    case COMES -> "member.thanks.comes";
                    case EXCUSED -> "member.thanks.excused";
                    case DEPUTY -> "member.thanks.deputy";
                });
        return List.of(
                thanks, say.text(open() && !reported() ? "member.thanks.answer.next" : "member.thanks.answer.all"));
    }

    private String nextAfterReport() {
        return say.text(ahead() && !answered() ? "member.thanks.report.next" : "member.thanks.report.all");
    }

    /** What a page thanks for. */
    public enum Done {
        ANSWER,
        REPORT,
        NO_NEWS,
        PROPOSAL,
        TASK,
        DRAFT;

        static @Nullable Done of(@Nullable String name) {
            return Stream.of(values())
                    .filter(done -> done.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }
}
