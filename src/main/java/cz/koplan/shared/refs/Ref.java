package cz.koplan.shared.refs;

/** Something of a feature, as another feature refers to it; {@code id} is the row's. */
public record Ref(RefKind kind, long id) {}
