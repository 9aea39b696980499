package cz.koplan.updates;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.files.Attachment;
import cz.koplan.shared.files.FileStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a member reports: to a meeting, by a personal link or signed in, until its minutes are approved; or at any time,
 * signed in, for the next round table of the group. A coordinator may do the same on the member's behalf. All who speak
 * for a member share one report; who wrote what is kept.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED) // what is read behind a lock must be what is there now
public class SubmissionService {

    public static final int MOST_FILES = 10;

    private static final ZoneId CZECH_TIME = ZoneId.of("Europe/Prague");

    private final SubmissionRepository submissions;
    private final FileStore files;
    private final Clock clock;

    SubmissionService(SubmissionRepository submissions, FileStore files, Clock clock) {
        this.submissions = submissions;
        this.files = files;
        this.clock = clock;
    }

    /** Returns the report at the meeting, or the waiting one that will come to it. */
    @PreAuthorize("@speakerRights.speaksFor(#meeting, #member) or @meetingRights.coordinates(#meeting)")
    @Transactional(readOnly = true)
    public Submission of(MeetingId meeting, MemberId member) {
        return submissions.read(reporter(meeting, member));
    }

    /** Returns the report that waits for the next round table. */
    @PreAuthorize("@reportRights.speaksFor(#group, #member) or @groupRights.coordinates(#group)")
    @Transactional(readOnly = true)
    public Submission of(GroupId group, MemberId member) {
        return submissions.read(reporter(group, member));
    }

    /**
     * Stores what is typed, without handing it in.
     *
     * @return the text as it is stored now, with what others of the member typed; version 0 while nothing is stored
     * @throws cz.koplan.shared.changes.TextConflictException when somebody else changed the same place
     */
    @PreAuthorize("@speakerRights.reports(#meeting, #member) or @meetingRights.write(#meeting)")
    public StoredText saveDraft(MeetingId meeting, MemberId member, TextEdit edit) {
        return submissions.saveDraft(reporter(meeting, member), edit, hand());
    }

    /** As {@link #saveDraft(MeetingId, MemberId, TextEdit)}, for the next round table. */
    @PreAuthorize("@reportRights.speaksFor(#group, #member) or @groupRights.coordinates(#group)")
    public StoredText saveDraft(GroupId group, MemberId member, TextEdit edit) {
        return submissions.saveDraft(reporter(group, member), edit, hand());
    }

    /**
     * Hands the report in; the same again changes nothing.
     *
     * @throws InvalidInputException when there is nothing in it, or a service is not the member's
     * @throws cz.koplan.shared.changes.TextConflictException when somebody else changed the same place
     */
    @PreAuthorize("@speakerRights.reports(#meeting, #member) or @meetingRights.write(#meeting)")
    public void submit(MeetingId meeting, MemberId member, SubmissionData data) {
        submit(reporter(meeting, member), data);
    }

    /** As {@link #submit(MeetingId, MemberId, SubmissionData)}, for the next round table. */
    @PreAuthorize("@reportRights.speaksFor(#group, #member) or @groupRights.coordinates(#group)")
    public void submit(GroupId group, MemberId member, SubmissionData data) {
        submit(reporter(group, member), data);
    }

    private void submit(Reporter who, SubmissionData data) {
        if (!submissions.ownsAll(who.organisation(), data.services())) {
            throw new InvalidInputException("updates.submission.service");
        }
        if (!submissions.existAll(data.orps())) {
            throw new InvalidInputException("updates.submission.orp");
        }
        submissions.submit(who, data, hand());
    }

    /** Hands in that there is nothing to say; what was handed in before is taken back, a draft stays. */
    @PreAuthorize("@speakerRights.reports(#meeting, #member) or @meetingRights.write(#meeting)")
    public void noNews(MeetingId meeting, MemberId member) {
        submissions.noNews(reporter(meeting, member), hand());
    }

    /** @throws InvalidInputException when the file is refused, or there are {@link #MOST_FILES} already */
    @PreAuthorize("@speakerRights.reports(#meeting, #member) or @meetingRights.write(#meeting)")
    public ReportFileId addFile(MeetingId meeting, MemberId member, String name, byte[] content) {
        return addFile(reporter(meeting, member), name, content);
    }

    /** As {@link #addFile(MeetingId, MemberId, String, byte[])}, for the next round table. */
    @PreAuthorize("@reportRights.speaksFor(#group, #member) or @groupRights.coordinates(#group)")
    public ReportFileId addFile(GroupId group, MemberId member, String name, byte[] content) {
        return addFile(reporter(group, member), name, content);
    }

    private ReportFileId addFile(Reporter who, String name, byte[] content) {
        var file = new Attachment(name, content);
        return submissions.addFile(
                who, () -> files.store(file.name(), Attachment.MEDIA_TYPE, file.content()), MOST_FILES, hand());
    }

    @PreAuthorize("@speakerRights.reports(#meeting, #member) or @meetingRights.write(#meeting)")
    public void removeFile(MeetingId meeting, MemberId member, ReportFileId file) {
        submissions.removeFile(reporter(meeting, member), file, hand());
    }

    /** As {@link #removeFile(MeetingId, MemberId, ReportFileId)}, for the next round table. */
    @PreAuthorize("@reportRights.speaksFor(#group, #member) or @groupRights.coordinates(#group)")
    public void removeFile(GroupId group, MemberId member, ReportFileId file) {
        submissions.removeFile(reporter(group, member), file, hand());
    }

    /** Returns a file of the member's own report. */
    @PreAuthorize("@speakerRights.speaksFor(#meeting, #member) or @meetingRights.coordinates(#meeting)")
    @Transactional(readOnly = true)
    public ReportFile.Content file(MeetingId meeting, MemberId member, ReportFileId file) {
        return content(reporter(meeting, member), file);
    }

    /** As {@link #file(MeetingId, MemberId, ReportFileId)}, of the report that waits. */
    @PreAuthorize("@reportRights.speaksFor(#group, #member) or @groupRights.coordinates(#group)")
    @Transactional(readOnly = true)
    public ReportFile.Content file(GroupId group, MemberId member, ReportFileId file) {
        return content(reporter(group, member), file);
    }

    private ReportFile.Content content(Reporter who, ReportFileId id) {
        var file = submissions.file(who, id).orElseThrow(() -> new NotFoundException(id));
        return new ReportFile.Content(files.name(file), files.read(file));
    }

    private Reporter reporter(MeetingId meeting, MemberId member) {
        return submissions.reporter(meeting, member).orElseThrow(() -> new NotFoundException(member));
    }

    private Reporter reporter(GroupId group, MemberId member) {
        LocalDate today = LocalDate.now(clock.withZone(CZECH_TIME));
        return submissions.reporter(group, member, today).orElseThrow(() -> new NotFoundException(member));
    }

    private SubmissionRepository.Hand hand() {
        return new SubmissionRepository.Hand(
                CurrentActor.findName().orElse(Actor.SYSTEM.name()), LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
    }
}
