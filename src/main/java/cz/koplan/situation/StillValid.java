package cz.koplan.situation;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.updates.UpdateId;
import java.time.LocalDate;

/**
 * An update whose member is asked whether it still holds.
 *
 * @param text Markdown without marks of internal passages
 * @param saidOn the local day on which it was handed in
 */
public record StillValid(
        MemberId member, GroupId group, String groupName, UpdateId update, String text, LocalDate saidOn) {}
