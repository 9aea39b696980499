package cz.koplan.updates;

import cz.koplan.meetings.MeetingId;
import java.time.LocalDate;

/** A coming meeting whose agenda may take an update. */
public record ConversionTarget(MeetingId meeting, String title, LocalDate heldOn) {}
