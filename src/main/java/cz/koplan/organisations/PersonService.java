package cz.koplan.organisations;

import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People and their contacts: for those who keep members, not for members themselves. */
@Service
@Transactional
public class PersonService {

    private final PersonRepository people;

    PersonService(PersonRepository people) {
        this.people = people;
    }

    @PreAuthorize("@organisationRights.add()")
    @Transactional(readOnly = true)
    public List<PersonRow> rows(String filter, int offset, int limit) {
        return people.rows(filter, offset, limit);
    }

    @PreAuthorize("@organisationRights.add()")
    @Transactional(readOnly = true)
    public int count(String filter) {
        return people.count(filter);
    }

    /** @throws NotFoundException when there is no such person */
    @PreAuthorize("@organisationRights.add()")
    @Transactional(readOnly = true)
    public Person get(PersonId id) {
        return people.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    @PreAuthorize("@organisationRights.add()")
    public PersonId create(PersonData data) {
        return people.insert(data);
    }

    @PreAuthorize("@organisationRights.change()")
    public void update(PersonId id, int version, PersonData data) {
        people.update(id, version, data);
    }
}
