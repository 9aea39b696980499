package cz.koplan.services;

/** A municipality with extended powers to choose from. */
public record OrpOption(OrpId id, String name) {}
