package cz.koplan.invitations;

import cz.koplan.groups.GroupId;
import cz.koplan.mail.MailKind;
import cz.koplan.shared.InvalidInputException;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words of a group's mails about its meetings. */
@Service
@Transactional
public class MailWordsService {

    /** The kinds whose words a group may choose. */
    public static final List<MailKind> KINDS =
            List.of(MailKind.INVITATION, MailKind.CHANGE, MailKind.CANCELLATION, MailKind.REMINDER);

    private static final Set<String> LANGUAGES = Set.of("cs", "en");

    private final MailWordsRepository words;

    MailWordsService(MailWordsRepository words) {
        this.words = words;
    }

    /** Returns the words of the group, or those of the application while it has none of its own. */
    @PreAuthorize("@groupRights.coordinates(#group)")
    @Transactional(readOnly = true)
    public GroupWords get(GroupId group, MailKind kind, String language) {
        requireKnown(kind, language);
        return words.find(group, kind, language);
    }

    /** @param version that was seen; 0 = the group had no words of its own */
    @PreAuthorize("@groupRights.coordinates(#group)")
    public void save(GroupId group, MailKind kind, String language, int version, MailWords data) {
        requireKnown(kind, language);
        words.save(group, kind, language, version, data);
    }

    /** Goes back to the words of the application. */
    @PreAuthorize("@groupRights.coordinates(#group)")
    public void useUsual(GroupId group, MailKind kind, String language) {
        requireKnown(kind, language);
        words.delete(group, kind, language);
    }

    private static void requireKnown(MailKind kind, String language) {
        if (!KINDS.contains(kind) || !LANGUAGES.contains(language)) {
            throw new InvalidInputException("invitations.words.unknownKind");
        }
    }
}
