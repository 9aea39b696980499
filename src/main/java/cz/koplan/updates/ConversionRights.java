package cz.koplan.updates;

import cz.koplan.groups.GroupRights;
import org.springframework.stereotype.Component;

/** Coordinators of an update's group turn it into something; what it turned into is read inside the group. */
@Component("conversionRights")
public class ConversionRights {

    private final ConversionRepository conversions;
    private final GroupRights groups;

    ConversionRights(ConversionRepository conversions, GroupRights groups) {
        this.conversions = conversions;
        this.groups = groups;
    }

    public boolean converts(UpdateId update) {
        return conversions
                .source(update)
                .filter(source -> groups.coordinates(source.group()))
                .isPresent();
    }

    public boolean reads(ProposalId proposal) {
        return conversions.groupOf(proposal).filter(groups::readInside).isPresent();
    }
}
