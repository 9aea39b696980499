package cz.koplan.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of text with its place across the page already fixed; lengths in points. */
record Line(float spaceBefore, TextStyle style, List<Piece> pieces) {

    /** Text in one face; {@code tag} is null for an artifact, which screen readers skip. */
    record Piece(
            String text,
            Face face,
            float x,
            float width,
            @Nullable Tag tag,
            @Nullable String link) {}

    float height() {
        return spaceBefore + style.leading();
    }

    Line after(float space) {
        return new Line(space, style, pieces);
    }

    Line asArtifact() {
        return with(pieces.stream()
                .map(piece -> new Piece(piece.text, piece.face, piece.x, piece.width, null, null))
                .toList());
    }

    Line shifted(float shift) {
        return with(pieces.stream()
                .map(piece -> new Piece(piece.text, piece.face, piece.x + shift, piece.width, piece.tag, piece.link))
                .toList());
    }

    private Line with(List<Piece> changed) {
        return new Line(spaceBefore, style, changed);
    }
}
