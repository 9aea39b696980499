package cz.koplan.services;

import java.util.List;

/** What an import of municipalities with extended powers would do or has done; with problems it does nothing. */
public record OrpImport(List<OrpChange> changes, List<OrpProblem> problems) {

    public int count(OrpChangeKind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    public boolean isPossible() {
        return problems.isEmpty();
    }
}
