package cz.koplan.meetings;

import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a meeting and its minutes through their life cycles and keeps who did so, when and why. */
@Service
@Transactional
public class LifeCycleService {

    private final LifeCycleRepository lifeCycles;
    private final CarriedItems carriedItems;
    private final DiscussionRepository discussion;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LifeCycleService(
            LifeCycleRepository lifeCycles,
            CarriedItems carriedItems,
            DiscussionRepository discussion,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lifeCycles = lifeCycles;
        this.carriedItems = carriedItems;
        this.discussion = discussion;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the meeting to another state. A meeting that begins gets minutes; one that was held hands its unfinished
     * items to the next planned meeting of the group.
     *
     * @throws InvalidInputException when the life cycle does not allow the step, or asks for a reason
     */
    @PreAuthorize("@meetingRights.write(#id)")
    public void step(MeetingId id, MeetingState to, @Nullable String reason) {
        MeetingState from = lifeCycles.state(id).orElseThrow(() -> new NotFoundException(id));
        String kept = MeetingLifeCycle.require(from, to, reason);
        lifeCycles.setState(id, from, to);
        record(id, LifeCycleSubject.MEETING, from, to, kept);
        switch (to) {
            case IN_PROGRESS -> events.publishEvent(new MeetingStarted(id));
            case HELD -> {
                discussion.end(id, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
                carriedItems.handOn(id);
            }
            case PLANNED, INVITED, CANCELLED -> {}
        }
        events.publishEvent(new MeetingStepped(id, from, to, kept));
    }

    /**
     * Gives the minutes out for comments, or takes them back. They are approved where they get their number.
     *
     * @throws InvalidInputException when the life cycle does not allow the step, or asks for a reason
     */
    @PreAuthorize("@meetingRights.write(#id)")
    public void minutesStep(MeetingId id, MinutesState to, @Nullable String reason) {
        MinutesState from = lifeCycles.minutesState(id).orElseThrow(() -> new NotFoundException(id));
        if (to == MinutesState.APPROVED) {
            throw new InvalidInputException("minutes.step.refused");
        }
        String kept = MinutesLifeCycle.require(from, to, reason);
        lifeCycles.setMinutesState(id, from, to);
        record(id, LifeCycleSubject.MINUTES, from, to, kept);
    }

    private void record(MeetingId id, LifeCycleSubject subject, Enum<?> from, Enum<?> to, @Nullable String reason) {
        lifeCycles.insertStep(
                id,
                subject,
                from,
                to,
                reason,
                CurrentActor.get().name(),
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
    }

    /** Returns the steps that were taken, the oldest first. */
    @PreAuthorize("@meetingRights.read(#id)")
    @Transactional(readOnly = true)
    public List<TakenStep> steps(MeetingId id) {
        return lifeCycles.steps(id);
    }
}
