package cz.koplan.meetings;

import cz.koplan.groups.GroupId;

/** The template of a group; version 0 is the usual one, while the group has none of its own. */
public record MeetingTemplate(GroupId group, int version, TemplateData data) {}
