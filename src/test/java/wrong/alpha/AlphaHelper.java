package wrong.alpha;

import org.openpdf.text.Document;
import wrong.beta.ui.BetaView;

/** A name that says nothing, OpenPDF in a feature, and another feature's screen. */
class AlphaHelper {

    Document open(BetaView view) {
        return new Document();
    }
}
