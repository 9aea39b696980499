package cz.koplan.invitations;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to an invitation.
 *
 * @param reason of an excuse, if one is given
 * @param deputyName of who comes instead; only with {@link Answer#DEPUTY}
 */
public record AnswerData(
        Answer answer, @Nullable String reason, @Nullable String deputyName) {

    public AnswerData {
        reason = answer == Answer.EXCUSED ? Input.line(reason, 1000) : null;
        deputyName = answer == Answer.DEPUTY ? Input.line(deputyName, 200) : null;
        if (answer == Answer.DEPUTY && deputyName == null) {
            throw new InvalidInputException("invitations.answer.deputyNeeded");
        }
    }

    public static AnswerData comes() {
        return new AnswerData(Answer.COMES, null, null);
    }
}
