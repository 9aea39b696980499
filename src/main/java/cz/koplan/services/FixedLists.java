package cz.koplan.services;

import java.util.List;

/** The short code lists that only migrations change. */
public record FixedLists(
        List<CodeLine> forms, List<CodeLine> capacityUnits, List<CodeLine> ageBands, List<CodeLine> regions) {}
