package org.contacts4j.jdbi.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.contacts4j.jdbi.sql.StatementParameters;

/** The parameter values of a filter, each with a unique name. */
final class Bindings {

    private final List<Consumer<StatementParameters>> untaken = new ArrayList<>();
    private int count;

    /** Adds a value and returns the name of its parameter. */
    String add(BiConsumer<StatementParameters, String> binding) {
        String name = "filter" + count++;
        add(parameters -> binding.accept(parameters, name));
        return name;
    }

    /** Adds values whose parameters have names of their own. */
    void add(Consumer<StatementParameters> binding) {
        untaken.add(binding);
    }

    /** Returns the binding of the values that were added since the last call. */
    Consumer<StatementParameters> drain() {
        List<Consumer<StatementParameters>> taken = List.copyOf(untaken);
        untaken.clear();
        return parameters -> taken.forEach(binding -> binding.accept(parameters));
    }
}
