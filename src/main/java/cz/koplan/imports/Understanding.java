package cz.koplan.imports;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRow;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationName;
import cz.koplan.reading.Lines;
import cz.koplan.reading.ReadMinutes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file, seen with the eyes of this installation: its organisations, its groups and the answers people
 * gave. Says what is still open.
 */
final class Understanding {

    private static final Set<String> DATE_DOUBTS =
            Set.of("NO_DATE", "TWO_DATES", "DATE_WITHOUT_YEAR", "DATE_SHORT_YEAR", "DATE_IMPOSSIBLE");

    /** Asked here in a form that can be answered, so the reader's own wording is not repeated. */
    private static final Set<String> ASKED_HERE = Set.of("UNKNOWN_ORGANISATION", "ATTENDEE_WITHOUT_ORGANISATION");

    private final ReadMinutes minutes;
    private final OrganisationDirectory directory;
    private final Answers answers;
    private final Optional<GroupId> group;

    Understanding(ReadMinutes minutes, OrganisationDirectory directory, Answers answers, @Nullable GroupId group) {
        this.minutes = minutes;
        this.directory = directory;
        this.answers = answers;
        this.group = Optional.ofNullable(group);
    }

    /** Returns the day of the meeting, unless it is in doubt. */
    Optional<LocalDate> date() {
        return answers.date().or(() -> Optional.ofNullable(minutes.date()));
    }

    /** Returns the organisation meant by a name, known or chosen. */
    Optional<OrganisationId> organisation(String label) {
        return answers.organisation("organisation:" + label).or(() -> directory.only(label));
    }

    /** Returns the organisation of an attendee, by the name beside it or as chosen. */
    Optional<OrganisationId> organisationOf(ReadMinutes.Attendee attendee) {
        return attendee.organisation() != null
                ? organisation(attendee.organisation())
                : answers.organisation("attendee:" + attendee.name());
    }

    boolean keepsText(ReadMinutes.Unused unused) {
        return Answers.KEEP_TEXT.equals(
                answers.byKey().get("unused:" + unused.lines().from()));
    }

    /** Returns the names in the source that mean a certain organisation, known or chosen. */
    Map<String, OrganisationName> recognised() {
        Map<String, OrganisationName> recognised = new LinkedHashMap<>();
        labels().keySet()
                .forEach(label ->
                        organisation(label).flatMap(directory::find).ifPresent(name -> recognised.put(label, name)));
        return recognised;
    }

    /** Returns every name of an organisation in the source, with the place it first stands at. */
    private Map<String, Lines> labels() {
        Map<String, Lines> labels = new LinkedHashMap<>();
        minutes.items()
                .forEach(item -> item.updates().forEach(update -> labels.putIfAbsent(update.label(), update.lines())));
        minutes.attendance().forEach(attendee -> {
            if (attendee.organisation() != null) {
                labels.putIfAbsent(attendee.organisation(), attendee.lines());
            }
        });
        return labels;
    }

    /**
     * Returns all questions the file raises, answered or not.
     *
     * @param groups the groups the person may choose from
     * @param sameDay meetings the chosen group already has on that day
     */
    List<ImportQuestion> questions(List<GroupRow> groups, List<MeetingId> sameDay) {
        List<ImportQuestion> questions = new ArrayList<>();
        questions.add(new ImportQuestion.WhichGroup(
                minutes.group() != null ? minutes.group() : minutes.title(),
                similar(groups),
                minutes.provenance().getOrDefault("group", minutes.provenance().get("title"))));
        minutes.questions().stream()
                .filter(question -> DATE_DOUBTS.contains(question.about()))
                .findFirst()
                .ifPresent(
                        question -> questions.add(new ImportQuestion.WhichDate(question.message(), question.lines())));
        sameDay.forEach(meeting -> questions.add(new ImportQuestion.SameDay(meeting)));
        minutes.questions().stream()
                .filter(question -> !ASKED_HERE.contains(question.about()) && !DATE_DOUBTS.contains(question.about()))
                .forEach(question -> questions.add(
                        new ImportQuestion.Doubt(question.about(), question.message(), question.lines())));
        labels().forEach((label, lines) -> {
            if (directory.only(label).isEmpty()) {
                questions.add(new ImportQuestion.WhichOrganisation(label, directory.similar(label), lines));
            }
        });
        minutes.unused().forEach(unused -> questions.add(new ImportQuestion.UnusedText(unused.text(), unused.lines())));
        minutes.attendance().stream()
                .filter(attendee -> attendee.organisation() == null)
                .forEach(
                        attendee -> questions.add(new ImportQuestion.WhoseAttendee(attendee.name(), attendee.lines())));
        return questions;
    }

    boolean isOpen(ImportQuestion question) {
        return question instanceof ImportQuestion.WhichGroup ? group.isEmpty() : !answers.settles(question);
    }

    /** Returns the groups that share the most words with the title, best first. */
    private List<GroupId> similar(List<GroupRow> groups) {
        Set<String> words = stems(minutes.group() + " " + minutes.title());
        return groups.stream()
                .map(row -> new Proposal(row.id(), shared(stems(row.name()), words)))
                .filter(proposal -> proposal.shared() > 0)
                .sorted(Comparator.comparingLong(Proposal::shared).reversed())
                .limit(3)
                .map(Proposal::group)
                .toList();
    }

    private record Proposal(GroupId group, long shared) {}

    private static long shared(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }

    /** Five letters tell Czech words apart well enough to propose, whatever their ending. */
    private static Set<String> stems(String text) {
        Set<String> general = Set.of("praco", "skupi", "setka", "jedna", "zapis", "osoby", "osob");
        String plain = java.text.Normalizer.normalize(
                        text.toLowerCase(java.util.Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return java.util.Arrays.stream(plain.split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3)
                .map(word -> word.substring(0, Math.min(5, word.length())))
                .filter(stem -> !general.contains(stem))
                .collect(Collectors.toSet());
    }
}
