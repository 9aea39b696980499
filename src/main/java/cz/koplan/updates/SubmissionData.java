package cz.koplan.updates;

import cz.koplan.services.OrpId;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.changes.TextEdit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a member hands in; the text is Markdown, made from the text that the member's page showed. */
public record SubmissionData(
        TextEdit text, Set<Signal> signals, @Nullable Integer freePlaces, List<ServiceId> services, List<OrpId> orps) {

    private static final int MOST_PLACES = 100_000;

    public SubmissionData {
        signals = Set.copyOf(signals);
        services = services.stream().distinct().toList();
        orps = orps.stream().distinct().toList();
        if (freePlaces != null && (freePlaces < 0 || freePlaces > MOST_PLACES)) {
            throw new InvalidInputException("updates.submission.freePlaces", MOST_PLACES);
        }
    }
}
