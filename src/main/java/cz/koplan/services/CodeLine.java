package cz.koplan.services;

/** A row of a short code list that only migrations change. */
public record CodeLine(String code, String name, boolean verified) {}
