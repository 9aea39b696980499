package cz.koplan.situation;

import static cz.koplan.db.Tables.LINK;
import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.SERVICE;
import static cz.koplan.db.Tables.SERVICE_ORP;
import static cz.koplan.db.Tables.UPDATE_FILE;
import static cz.koplan.db.Tables.UPDATE_ORP;
import static cz.koplan.db.Tables.UPDATE_SERVICE;
import static cz.koplan.db.Tables.UPDATE_SIGNAL;

import cz.koplan.Region;
import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.OrpId;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.updates.Signal;
import cz.koplan.updates.UpdateId;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Puts updates with everything that belongs to them straight into the database. */
public final class Reports {

    private final DSLContext db;
    private int codes = 9000;

    public Reports(DSLContext db) {
        this.db = db;
    }

    /** @param at UTC */
    public UpdateId handedIn(GroupId group, OrganisationId organisation, String text, LocalDateTime at) {
        return insert(group, organisation, row -> {
            row.setSubmittedText(text);
            row.setSubmittedAt(at);
            row.setSubmittedByName("Marek Dvořák");
        });
    }

    public UpdateId insert(GroupId group, OrganisationId organisation, Consumer<ProviderUpdateRecord> more) {
        ProviderUpdateRecord row = db.newRecord(PROVIDER_UPDATE);
        row.setPublicId(UUID.randomUUID());
        row.setGroupId(group);
        row.setOrganisationId(organisation);
        row.setPosition(9);
        more.accept(row);
        row.insert();
        return row.getId();
    }

    /** Hands in for the meeting of the circle, whose line of the organisation it must not have yet. */
    public UpdateId at(
            Region.Circle circle, MeetingId meeting, AgendaItemId item, OrganisationId organisation, String text) {
        return insert(circle.group(), organisation, row -> {
            row.setMeetingId(meeting);
            row.setAgendaItemId(item);
            row.setSubmittedText(text);
            row.setSubmittedAt(Region.DAY.minusDays(3).atTime(10, 0));
            row.setSubmittedByName("Marek Dvořák");
        });
    }

    public void change(UpdateId update, Consumer<ProviderUpdateRecord> change) {
        ProviderUpdateRecord row = db.fetchSingle(PROVIDER_UPDATE, PROVIDER_UPDATE.ID.eq(update));
        change.accept(row);
        row.update();
    }

    public ProviderUpdateRecord row(UpdateId update) {
        return db.fetchSingle(PROVIDER_UPDATE, PROVIDER_UPDATE.ID.eq(update));
    }

    public void signal(UpdateId update, Signal... signals) {
        for (Signal signal : signals) {
            var row = db.newRecord(UPDATE_SIGNAL);
            row.setUpdateId(update);
            row.setSignal(signal);
            row.insert();
        }
    }

    public OrpId orp(String name) {
        var row = db.newRecord(ORP);
        row.setCode(String.valueOf(codes++));
        row.setName(name);
        row.insert();
        return row.getId();
    }

    public void in(UpdateId update, OrpId... orps) {
        for (OrpId orp : orps) {
            var row = db.newRecord(UPDATE_ORP);
            row.setUpdateId(update);
            row.setOrpId(orp);
            row.insert();
        }
    }

    public ServiceId service(OrganisationId organisation, String name, OrpId... orps) {
        var row = db.newRecord(SERVICE);
        row.setPublicId(UUID.randomUUID());
        row.setOrganisationId(organisation);
        row.setName(name);
        row.setActive(true);
        row.insert();
        for (OrpId orp : orps) {
            var place = db.newRecord(SERVICE_ORP);
            place.setServiceId(row.getId());
            place.setOrpId(orp);
            place.insert();
        }
        return row.getId();
    }

    public void about(UpdateId update, ServiceId... services) {
        for (ServiceId service : services) {
            var row = db.newRecord(UPDATE_SERVICE);
            row.setUpdateId(update);
            row.setServiceId(service);
            row.insert();
        }
    }

    public void attach(UpdateId update, FileId file) {
        var row = db.newRecord(UPDATE_FILE);
        row.setUpdateId(update);
        row.setFileId(file);
        row.setAddedByName("Marek Dvořák");
        row.insert();
    }

    public void became(UpdateId update, RefKind kind, long id) {
        var row = db.newRecord(LINK);
        row.setFromKind(RefKind.UPDATE);
        row.setFromId(update.value());
        row.setToKind(kind);
        row.setToId(id);
        row.setLinkedByName("Klára Tichá");
        row.setLinkedAt(LocalDateTime.of(2025, 9, 15, 12, 0));
        row.insert();
    }
}
