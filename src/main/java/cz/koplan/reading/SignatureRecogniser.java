package cz.koplan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wrote the minutes and who verified them. */
final class SignatureRecogniser {

    record Signatures(@Nullable Passage author, @Nullable Passage verifiedBy) {}

    private static final Pattern NAME_END =
            Pattern.compile("[;(|\\d_…]|\\.{3}| [–—-] | dne(?: |$)| v \\p{Lu}|" + "\\.$|$");

    private SignatureRecogniser() {}

    static Signatures recognise(Page page) {
        Passage author = null;
        Passage verifier = null;
        for (Block block : page.blocks()) {
            Label.Found first = page.freeLabel(block);
            if (first == null || !isSignature(first.label())) {
                continue;
            }
            Passage passage = page.passage(block);
            var labels = new ArrayList<>(List.of(first));
            Label.inside(passage.text(), first.end()).stream()
                    .filter(found -> isSignature(found.label()))
                    .forEach(labels::add);
            for (int i = 0; i < labels.size(); i++) {
                Label.Found label = labels.get(i);
                int end = i + 1 < labels.size()
                        ? labels.get(i + 1).start()
                        : passage.text().length();
                boolean wanted = label.label() == Label.AUTHOR ? author == null : verifier == null;
                Passage name = name(page, block, passage.slice(label.end(), end));
                if (wanted && name != null) {
                    page.label(passage.slice(label.start(), label.end()));
                    page.value(name);
                    author = label.label() == Label.AUTHOR ? name : author;
                    verifier = label.label() == Label.VERIFIER ? name : verifier;
                }
            }
        }
        return new Signatures(author, verifier);
    }

    private static boolean isSignature(Label label) {
        return label == Label.AUTHOR || label == Label.VERIFIER;
    }

    private static @Nullable Passage name(Page page, Block block, Passage behindLabel) {
        Passage text = behindLabel;
        if (text.isEmpty()) {
            Block next = page.after(block);
            if (next == null || !page.isFree(next) || page.freeLabel(next) != null || next.mark() != null) {
                return null;
            }
            text = page.passage(next);
        }
        Matcher end = NAME_END.matcher(text.text());
        Passage name = end.find() ? text.slice(0, end.start()).trimmed(",:") : text;
        name = withFullStop(text, name);
        boolean plausible = !name.isEmpty()
                && name.text().length() <= 80
                && Character.isUpperCase(name.text().codePointAt(0))
                && !Wording.isSentence(name.text());
        return plausible ? name : null;
    }

    /** The full stop that ends a degree belongs to the name. */
    private static Passage withFullStop(Passage text, Passage name) {
        int length = name.text().length();
        boolean stopFollows = length < text.text().length() && text.text().charAt(length) == '.';
        boolean degree = name.text().matches(".*(?:Ph\\. ?D|DiS|CSc|Th\\. ?D|LL\\. ?M)");
        return stopFollows && degree && text.text().startsWith(name.text()) ? text.slice(0, length + 1) : name;
    }
}
