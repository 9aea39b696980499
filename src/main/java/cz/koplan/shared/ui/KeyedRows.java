package cz.koplan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The rows of a list that changes while somebody works in it: a row that stays keeps its component, so focus and what is
 * being typed stay, too. Only what came, went or moved is touched.
 *
 * @param <K> what a row is known by
 * @param <T> what a row shows
 * @param <C> its component
 */
public final class KeyedRows<K, T, C extends Component> implements Serializable {

    private final transient HasComponents box;
    private final transient Function<T, K> key;
    private final transient Function<T, C> create;
    private final transient BiConsumer<C, T> update;
    private final transient Map<K, C> rows = new LinkedHashMap<>();

    public KeyedRows(HasComponents box, Function<T, K> key, Function<T, C> create, BiConsumer<C, T> update) {
        this.box = box;
        this.key = key;
        this.create = create;
        this.update = update;
    }

    public void show(List<? extends T> items) {
        List<K> keys = items.stream().map(item -> key.apply(item)).toList();
        rows.entrySet().removeIf(row -> {
            boolean gone = !keys.contains(row.getKey());
            if (gone) {
                box.remove(row.getValue());
            }
            return gone;
        });
        List<C> order = new ArrayList<>(rows.values());
        for (int i = 0; i < items.size(); i++) {
            C row = rows.get(keys.get(i));
            if (row == null) {
                row = create.apply(items.get(i));
                rows.put(keys.get(i), row);
                box.addComponentAtIndex(i, row);
                order.add(i, row);
            } else if (order.get(i) != row) {
                order.remove(row);
                order.add(i, row);
                box.remove(row);
                box.addComponentAtIndex(i, row);
            }
            update.accept(row, items.get(i));
        }
        rows.clear();
        for (int i = 0; i < keys.size(); i++) {
            rows.put(keys.get(i), order.get(i));
        }
    }
}
