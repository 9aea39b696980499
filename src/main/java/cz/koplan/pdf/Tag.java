package cz.koplan.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of the structure tree, which screen readers follow. It has either children or content of its own. */
final class Tag {

    record Attribute(String owner, String name, String value) {}

    final String role;
    final @Nullable Attribute attribute;
    final @Nullable String alternativeText;
    final List<Tag> children = new ArrayList<>();

    private Tag(String role, @Nullable Attribute attribute, @Nullable String alternativeText) {
        this.role = role;
        this.attribute = attribute;
        this.alternativeText = alternativeText;
    }

    static Tag document() {
        return new Tag("Document", null, null);
    }

    Tag child(String role) {
        return add(new Tag(role, null, null));
    }

    Tag child(String role, Attribute attribute) {
        return add(new Tag(role, attribute, null));
    }

    Tag figure(String alternativeText) {
        return add(new Tag("Figure", null, alternativeText));
    }

    private Tag add(Tag child) {
        children.add(child);
        return child;
    }
}
