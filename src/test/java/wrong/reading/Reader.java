package wrong.reading;

import org.springframework.util.StringUtils;

/** Plain Java only in name. */
class Reader {

    boolean read(String text) {
        return StringUtils.hasText(text);
    }
}
