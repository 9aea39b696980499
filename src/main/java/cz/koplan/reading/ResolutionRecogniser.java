package cz.koplan.reading;

import cz.koplan.reading.ReadMinutes.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolutions: after the word Usnesení, with or without a number, or a list under it. */
final class ResolutionRecogniser {

    private static final Pattern NUMBER = Pattern.compile("(?:\\p{Lu}{1,4}[-/ ]?)?\\d{1,4}(?:[/-]\\d{1,4}){0,3}$");

    private ResolutionRecogniser() {}

    static List<Resolution> recognise(Page page, int bodyStart) {
        var resolutions = new ArrayList<Resolution>();
        for (Block block : page.blocks().subList(bodyStart, page.blocks().size())) {
            Label.Found label = page.isFree(block) ? page.freeLabel(block) : null;
            if (label == null || (label.label() != Label.RESOLUTION && label.label() != Label.RESOLUTIONS)) {
                continue;
            }
            Passage passage = page.passage(block);
            Passage wording = passage.slice(0, label.end());
            Passage text = passage.from(label.end()).trimmed(":–—-.");
            text = text.isEmpty() ? text : passage.from(passage.text().indexOf(text.text(), label.end()));
            Matcher number = NUMBER.matcher(label.wording());
            String said = number.find() ? number.group() : null;
            if (!text.isEmpty()) {
                page.label(wording);
                page.value(text);
                resolutions.add(new Resolution(said, text.text(), passage.lines()));
            } else {
                List<Block> listed = listed(page, block, said);
                if (!listed.isEmpty()) {
                    page.label(wording);
                }
                for (Block one : listed) {
                    Passage body = page.value(page.passage(one));
                    Lines lines = said == null ? body.lines() : wording.lines().plus(body.lines());
                    resolutions.add(new Resolution(said != null ? said : ownNumber(one), body.text(), lines));
                }
            }
        }
        return resolutions;
    }

    private static @Nullable String ownNumber(Block block) {
        return block.number() == null ? null : block.number().toString();
    }

    /** The next paragraph of a numbered resolution; otherwise the whole list. */
    private static List<Block> listed(Page page, Block label, @Nullable String number) {
        var listed = new ArrayList<Block>();
        for (Block next = page.after(label); next != null && page.isFree(next); next = page.after(next)) {
            boolean other = page.freeLabel(next) != null
                    || next.first().heading() > 0
                    || !next.first().cells().isEmpty();
            boolean sameList = listed.isEmpty()
                    || (next.mark() != null
                            && (listed.getFirst().number() == null) == (next.number() == null)
                            && (next.number() == null || next.number() == listed.size() + 1));
            if (other
                    || !sameList
                    || (number != null && !listed.isEmpty())
                    || page.passage(next).isEmpty()) {
                break;
            }
            listed.add(next);
            if (next.mark() == null) {
                break;
            }
        }
        return listed;
    }
}
