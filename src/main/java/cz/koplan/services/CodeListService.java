package cz.koplan.services;

import cz.koplan.shared.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated code lists: everybody reads them, planners and administrators keep them. */
@Service
@Transactional
public class CodeListService {

    /** The whole list of the country has some ten kilobytes. */
    public static final int MAX_TABLE_BYTES = 1024 * 1024;

    private final CodeListRepository lists;

    CodeListService(CodeListRepository lists) {
        this.lists = lists;
    }

    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<KindRow> kinds() {
        return lists.kinds();
    }

    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<TargetGroupRow> targetGroups() {
        return lists.targetGroups();
    }

    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<OrpRow> orps() {
        return lists.orps();
    }

    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<PlanningGroupRow> planningGroups() {
        return lists.planningGroups();
    }

    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public FixedLists fixedLists() {
        return lists.fixedLists();
    }

    /** Whoever verifies a kind verifies its forms and short names with it. */
    @PreAuthorize("@serviceRights.keepLists()")
    public void updateKind(KindId id, int version, CodeData data) {
        lists.updateKind(id, version, data);
    }

    @PreAuthorize("@serviceRights.keepLists()")
    public void updateTargetGroup(TargetGroupId id, int version, CodeData data) {
        lists.updateTargetGroup(id, version, data);
    }

    @PreAuthorize("@serviceRights.keepLists()")
    public void updateOrp(OrpId id, int version, CodeData data) {
        if (data.name().length() > OrpData.MAX_NAME) {
            throw new InvalidInputException(
                    "input.tooLong", OrpData.MAX_NAME, data.name().length());
        }
        lists.updateOrp(id, version, data);
    }

    /** Sets which people a planning group is for. */
    @PreAuthorize("@serviceRights.keepLists()")
    public void assign(PlanningGroupId id, int version, Set<TargetGroupId> targetGroups) {
        lists.assign(id, version, targetGroups);
    }

    /** Tells what an import of the file would do; writes nothing. */
    @PreAuthorize("@serviceRights.keepLists()")
    @Transactional(readOnly = true)
    public OrpImport previewOrps(byte[] table) {
        return compare(OrpCsv.read(table));
    }

    /**
     * Imports the whole file or nothing; what it does not name stays as it is.
     *
     * @throws InvalidInputException when the file has a problem; {@link #previewOrps} tells which
     */
    @PreAuthorize("@serviceRights.keepLists()")
    public OrpImport importOrps(byte[] table) {
        OrpImport result = compare(OrpCsv.read(table));
        if (!result.isPossible()) {
            throw new InvalidInputException("orpImport.refused");
        }
        lists.write(result.changes());
        return result;
    }

    private OrpImport compare(OrpCsv.Table table) {
        Map<String, OrpData> known = new LinkedHashMap<>();
        lists.orps().forEach(row -> known.put(row.code(), data(row)));
        Map<String, String> regions = lists.regionNames();
        List<OrpChange> changes = new ArrayList<>();
        List<OrpProblem> problems = new ArrayList<>(table.problems());
        for (OrpCsv.Line line : table.lines()) {
            OrpData before = known.get(line.code());
            Optional<String> region = line.region().flatMap(named -> Optional.ofNullable(regions.get(named)));
            if (line.region().isPresent() && region.isEmpty()) {
                problems.add(new OrpProblem(
                        line.line(),
                        table.regionHeader(),
                        "orpImport.region",
                        List.of(line.region().get())));
                continue;
            }
            changes.add(new OrpChange(line.code(), before, after(line, region.orElse(null), before)));
        }
        return problems.isEmpty() ? new OrpImport(changes, List.of()) : new OrpImport(List.of(), problems);
    }

    private static OrpData data(OrpRow row) {
        return new OrpData(
                row.data().name(),
                row.region(),
                row.data().validity(),
                row.data().verified());
    }

    /** What the table does not tell stays as it was. */
    private static OrpData after(OrpCsv.Line line, @Nullable String region, @Nullable OrpData before) {
        return new OrpData(
                line.name(),
                region != null || before == null ? region : before.region(),
                line.validity().orElse(before == null ? Validity.ALWAYS : before.validity()),
                true);
    }
}
