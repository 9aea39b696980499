package cz.koplan.organisations;

/** The side of the triad commissioner, provider, user (zadavatel, poskytovatel, uživatel). */
public enum TriadRole {
    COMMISSIONER,
    PROVIDER,
    USER
}
