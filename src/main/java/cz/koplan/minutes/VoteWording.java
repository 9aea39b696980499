package cz.koplan.minutes;

import org.jspecify.annotations.Nullable;

/** A vote as a sentence of Czech minutes. */
final class VoteWording {

    private VoteWording() {}

    /** Returns for example {@code Hlasování: pro 8, proti 1, zdrželi se 2. Střet zájmů: Pramen.}, empty without a vote. */
    static String of(@Nullable Vote vote, Audience audience) {
        if (vote == null) {
            return "";
        }
        StringBuilder sentence = new StringBuilder();
        if (vote.inFavour() + vote.against() + vote.abstained() > 0) {
            sentence.append("Hlasování: pro ")
                    .append(vote.inFavour())
                    .append(", proti ")
                    .append(vote.against())
                    .append(", ")
                    .append(abstained(vote.abstained()))
                    .append('.');
        }
        String conflict = audience.plain(vote.conflictOfInterest());
        if (!conflict.isEmpty()) {
            sentence.append(sentence.isEmpty() ? "" : " ")
                    .append("Střet zájmů: ")
                    .append(closed(conflict));
        }
        return sentence.toString();
    }

    private static String abstained(int count) {
        String verb = count == 1 ? "zdržel se " : count >= 2 && count <= 4 ? "zdrželi se " : "zdrželo se ";
        return verb + count;
    }

    /** The text with a mark at its end, also where it ends with an abbreviation. */
    static String closed(String text) {
        return text.isEmpty() || ".!?…:".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}
