package cz.koplan.minutes;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Minutes as the JSON that a revision stores. Revisions are never rewritten, so every earlier form stays readable: one
 * without the entries of an item held their texts alone, and what came to the minutes later is missing.
 */
final class RevisionJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            // A flag that an old revision does not know is false.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RevisionJson() {}

    static String write(MinutesContent content) {
        return JSON.writeValueAsString(content);
    }

    static MinutesContent read(String json) {
        ObjectNode content = (ObjectNode) JSON.readTree(json);
        addMissingLists(content, "overruled");
        for (JsonNode item : content.path("items")) {
            entriesOfTexts((ObjectNode) item);
            addMissingLists((ObjectNode) item, "entries", "tasks", "resolutions");
        }
        return JSON.treeToValue(content, MinutesContent.class);
    }

    private static void entriesOfTexts(ObjectNode item) {
        JsonNode texts = item.remove("texts");
        if (texts != null) {
            ArrayNode entries = item.putArray("entries");
            texts.forEach(text -> entries.addObject()
                    .put("kind", EntryKind.INFORMATION.name())
                    .put("text", text.asString()));
        }
    }

    private static void addMissingLists(ObjectNode node, String... names) {
        for (String name : names) {
            if (!node.has(name)) {
                node.putArray(name);
            }
        }
    }
}
