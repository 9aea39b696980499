package cz.koplan.updates;

import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.refs.RefNames;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Updates as others name what theirs came from: the member, and the day of the meeting or of handing in. */
@Component
class UpdateNames implements RefNames {

    private final ConversionRepository conversions;

    UpdateNames(ConversionRepository conversions) {
        this.conversions = conversions;
    }

    @Override
    public RefKind kind() {
        return RefKind.UPDATE;
    }

    @Override
    public Map<Long, Named> names(Collection<Long> ids) {
        return conversions.names(ids);
    }
}
