package org.contacts4j.benchmarks.micro;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A cycle of values, so that a benchmark does not depend on a single value. Not thread-safe. */
public final class Mix<T> {

    private final List<T> values;
    private int last;

    private Mix(List<T> values) {
        this.values = values;
    }

    /** Returns {@code count} values, each created from its index. */
    public static <T> Mix<T> of(int count, IntFunction<T> make) {
        return new Mix<>(IntStream.range(0, count).mapToObj(make).toList());
    }

    public T get(int n) {
        return values.get(n);
    }

    public T next() {
        last = last + 1 < values.size() ? last + 1 : 0;
        return values.get(last);
    }
}
