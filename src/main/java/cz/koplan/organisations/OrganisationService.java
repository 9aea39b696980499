package cz.koplan.organisations;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class OrganisationService {

    private final OrganisationRepository organisations;

    OrganisationService(OrganisationRepository organisations) {
        this.organisations = organisations;
    }

    /** Returns a page of the organisations whose name, alias or identification number holds the filter. */
    @PreAuthorize("@organisationRights.read()")
    @Transactional(readOnly = true)
    public List<OrganisationRow> rows(String filter, int offset, int limit) {
        return organisations.rows(filter, offset, limit);
    }

    @PreAuthorize("@organisationRights.read()")
    @Transactional(readOnly = true)
    public int count(String filter) {
        return organisations.count(filter);
    }

    /** @throws NotFoundException when there is no such organisation */
    @PreAuthorize("@organisationRights.read()")
    @Transactional(readOnly = true)
    public Organisation get(OrganisationId id) {
        return organisations.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Returns every name under which an organisation is known, own names and aliases. */
    @PreAuthorize("@organisationRights.read()")
    @Transactional(readOnly = true)
    public List<OrganisationName> names() {
        return organisations.names();
    }

    @PreAuthorize("@organisationRights.add()")
    public OrganisationId create(OrganisationData data) {
        requireFree(data, Optional.empty());
        return organisations.insert(data);
    }

    @PreAuthorize("@organisationRights.change()")
    public void update(OrganisationId id, int version, OrganisationData data) {
        requireFree(data, Optional.of(id));
        organisations.update(id, version, data);
    }

    private void requireFree(OrganisationData data, Optional<OrganisationId> except) {
        if (organisations.isTaken(data.name(), except)) {
            throw new InvalidInputException("organisations.name.taken", data.name());
        }
        if (data.ico() != null && organisations.isIcoTaken(data.ico(), except)) {
            throw new InvalidInputException("organisations.ico.taken", data.ico());
        }
    }

    /** Makes the organisation known under one more name; a name it already has changes nothing. */
    @PreAuthorize("@organisationRights.add()")
    public void addAlias(OrganisationId id, String alias) {
        String clean = Input.required(alias, 200);
        if (!organisations.hasAlias(id, clean)) {
            organisations.insertAlias(id, clean);
        }
    }

    @PreAuthorize("@organisationRights.change()")
    public void removeAlias(AliasId id) {
        organisations.deleteAlias(id);
    }
}
