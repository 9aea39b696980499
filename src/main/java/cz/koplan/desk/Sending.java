package cz.koplan.desk;

import cz.koplan.shared.InvalidInputException;
import java.util.UUID;

/** What tells one sending of a browser window from another, so that a repeated one is stored once; numbers rise from 1. */
public record Sending(UUID window, long sequence) {

    public Sending {
        if (sequence < 1) {
            throw new InvalidInputException("input.required");
        }
    }
}
