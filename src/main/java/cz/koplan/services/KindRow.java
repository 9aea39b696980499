package cz.koplan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of service with what belongs to it. It is verified when its forms and short names are, too.
 *
 * @param section the paragraph of act 108/2006
 * @param ministryId id in the lists of the ministry
 * @param registerNumber DruhSocialniSluzby/N of the national register
 */
public record KindRow(
        KindId id,
        int version,
        @Nullable String section,
        ServiceCategory category,
        @Nullable Integer ministryId,
        @Nullable Integer registerNumber,
        @Nullable String note,
        List<Form> forms,
        List<String> aliases,
        CodeData data) {

    /** @param optional where need be, beside the usual form */
    public record Form(String name, boolean optional) {}
}
