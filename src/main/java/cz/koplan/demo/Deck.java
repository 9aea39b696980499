package cz.koplan.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Shuffled cards; a drawn one goes to the bottom, so nothing comes back before all else was had. */
final class Deck<T> {

    private final List<T> cards;

    Deck(List<T> cards, Random random) {
        this.cards = new ArrayList<>(cards);
        Collections.shuffle(this.cards, random);
    }

    Optional<T> draw(Predicate<T> fitting) {
        Optional<T> card = cards.stream().filter(fitting).findFirst();
        card.ifPresent(drawn -> {
            cards.remove(drawn);
            cards.add(drawn);
        });
        return card;
    }

    /** Draws for good. */
    Optional<T> take(Predicate<T> fitting) {
        Optional<T> card = cards.stream().filter(fitting).findFirst();
        card.ifPresent(cards::remove);
        return card;
    }

    long count(Predicate<T> fitting) {
        return cards.stream().filter(fitting).count();
    }
}
