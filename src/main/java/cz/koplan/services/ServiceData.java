package cz.koplan.services;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form edits of a service.
 *
 * @param kind null for a related service outside of the act
 * @param registerId identifier in the national register, as far as known seven digits
 */
public record ServiceData(
        OrganisationId organisation,
        @Nullable KindId kind,
        String name,
        @Nullable String registerId,
        Set<OrpId> orps,
        boolean active) {

    private static final Pattern REGISTER_ID = Pattern.compile("[0-9A-Za-z./-]{1,20}");
    private static final Pattern USUAL_REGISTER_ID = Pattern.compile("[0-9]{7}");

    public ServiceData {
        name = Input.required(name, 200);
        registerId = Input.line(registerId);
        if (registerId != null && !REGISTER_ID.matcher(registerId).matches()) {
            throw new InvalidInputException("services.registerId.malformed");
        }
        orps = Set.copyOf(orps);
    }

    public static ServiceData named(OrganisationId organisation, String name) {
        return new ServiceData(organisation, null, name, null, Set.of(), true);
    }

    /** Identifiers have seven digits as far as known; another one is a reason to look again, not to refuse. */
    public static boolean isUsualRegisterId(String registerId) {
        return USUAL_REGISTER_ID.matcher(registerId).matches();
    }
}
