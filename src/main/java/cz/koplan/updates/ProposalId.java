package cz.koplan.updates;

import java.io.Serializable;

public record ProposalId(long value) implements Serializable {}
