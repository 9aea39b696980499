package cz.koplan.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic of {@code temata.txt}; {@code group} is null when every group discusses it. */
record Topic(
        @Nullable String group,
        Season season,
        String title,
        String text,
        List<Assignment> assignments,
        List<String> resolutions) {

    /** {@code owner} is the first alias of an organisation, or {@link #COORDINATOR}. */
    record Assignment(String owner, int days, String text) {}

    static final String COORDINATOR = "koordinátor";

    private static final String TASK = "úkol: ";
    private static final String RESOLUTION = "usnesení: ";

    static List<Topic> load() {
        List<Topic> topics = new ArrayList<>();
        for (String section : Region.resource("temata.txt").split("(?m)^== ")) {
            if (!section.startsWith("#")) {
                topics.add(parse(section));
            }
        }
        return topics;
    }

    private static Topic parse(String section) {
        Season.Marked heading = Season.parse(section.lines().findFirst().orElseThrow());
        String[] parts = heading.text().split(" \\| ");
        List<String> text = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        List<String> resolutions = new ArrayList<>();
        for (String line : section.lines().skip(1).toList()) {
            if (line.startsWith(TASK)) {
                String[] task = line.substring(TASK.length()).split(" \\| ");
                assignments.add(new Assignment(task[0], Integer.parseInt(task[1]), task[2]));
            } else if (line.startsWith(RESOLUTION)) {
                resolutions.add(line.substring(RESOLUTION.length()));
            } else {
                text.add(line);
            }
        }
        return new Topic(
                parts[0].equals("společné") ? null : parts[0],
                heading.season(),
                parts[1],
                String.join("\n", text).strip(),
                assignments,
                resolutions);
    }

    boolean isFor(String someGroup) {
        return group == null || group.equals(someGroup);
    }
}
