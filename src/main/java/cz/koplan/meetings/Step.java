package cz.koplan.meetings;

/** A step that a life cycle allows; one that goes back asks for a reason. */
public record Step<S>(S from, S to, boolean reasonNeeded) {}
