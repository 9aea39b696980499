package cz.koplan.imports;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationName;
import cz.koplan.reading.Lines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person has to settle before old minutes become a meeting. {@code key} names it among the answers. */
public sealed interface ImportQuestion {

    String key();

    /** Where in the source the doubt stands; null when something is missing altogether. */
    @Nullable
    Lines lines();

    /** Whose minutes are these? {@code written} is the group as the source names it. */
    record WhichGroup(
            @Nullable String written,
            List<GroupId> proposals,
            @Nullable Lines lines) implements ImportQuestion {
        @Override
        public String key() {
            return "group";
        }
    }

    /** When was it? The source says nothing, more than one day, or no whole date. */
    record WhichDate(String message, @Nullable Lines lines) implements ImportQuestion {
        @Override
        public String key() {
            return "date";
        }
    }

    /** Which organisation is meant by this name? */
    record WhichOrganisation(String label, List<OrganisationName> similar, Lines lines) implements ImportQuestion {
        @Override
        public String key() {
            return "organisation:" + label;
        }
    }

    /** For whom was this person there? */
    record WhoseAttendee(String name, Lines lines) implements ImportQuestion {
        @Override
        public String key() {
            return "attendee:" + name;
        }
    }

    /** Does this text, which fits nowhere, belong to the minutes? */
    record UnusedText(String text, Lines lines) implements ImportQuestion {
        @Override
        public String key() {
            return "unused:" + lines.from();
        }
    }

    /** The group already has a meeting on that day. */
    record SameDay(MeetingId meeting) implements ImportQuestion {
        @Override
        public String key() {
            return "sameDay";
        }

        @Override
        public @Nullable Lines lines() {
            return null;
        }
    }

    /** A doubt of the reader that a person only has to look at. */
    record Doubt(String about, String message, @Nullable Lines lines) implements ImportQuestion {
        @Override
        public String key() {
            return "doubt:" + about + ":" + (lines == null ? 0 : lines.from());
        }
    }
}
