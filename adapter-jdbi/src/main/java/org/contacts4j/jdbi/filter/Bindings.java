package org.contacts4j.jdbi.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.contacts4j.jdbi.sql.StatementParameters;

/** The parameter values of a filter, each with a unique name. */
final class Bindings {

    private final List<Consumer<StatementParameters>> all = new ArrayList<>();

    /** Adds a value and returns the name of its parameter. */
    String add(BiConsumer<StatementParameters, String> binding) {
        String name = "filter" + all.size();
        all.add(parameters -> binding.accept(parameters, name));
        return name;
    }

    void bind(StatementParameters parameters) {
        all.forEach(binding -> binding.accept(parameters));
    }
}
