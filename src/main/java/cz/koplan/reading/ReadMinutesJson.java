package cz.koplan.reading;

import tools.jackson.databind.json.JsonMapper;

/** Writes a reading as one line of JSON. */
public final class ReadMinutesJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReadMinutesJson() {}

    public static String write(ReadMinutes minutes) {
        return MAPPER.writeValueAsString(minutes);
    }

    public static ReadMinutes read(String json) {
        return MAPPER.readValue(json, ReadMinutes.class);
    }
}
