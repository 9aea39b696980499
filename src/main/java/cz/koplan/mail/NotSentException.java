package cz.koplan.mail;

/** A mail did not leave; the message is the answer of the server, or what happened in place of one. */
class NotSentException extends Exception {

    enum Reason {
        /** The server will never take this mail for this recipient. */
        REFUSED,
        /** The server did not take this mail now. */
        LATER,
        /** No mail can be sent now. */
        NO_SERVER
    }

    private final Reason reason;

    NotSentException(Reason reason, String answer) {
        super(answer);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String answer() {
        return String.valueOf(getMessage());
    }
}
