UPDATE provider_update JOIN meeting ON meeting.id = provider_update.meeting_id
SET provider_update.group_id = meeting.group_id;
