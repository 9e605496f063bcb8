package org.contacts4j.domain.link;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A writable field of a link. Type and external id are required and identify the linked record.
 *
 * @param <T> the type of the field's value
 */
public final class LinkField<T> extends Field<Link, T> {

    public static final LinkField<LinkType> TYPE =
            new LinkField<>("type", Rules.anything(), Link::type, (d, v) -> d.type = v);
    public static final LinkField<String> EXTERNAL_ID =
            new LinkField<>("externalId", Rules.trimmed(), Link::externalId, (d, v) -> d.externalId = v);
    public static final LinkField<String> TITLE =
            new LinkField<>("title", Rules.trimmed(), Link::title, (d, v) -> d.title = v);
    public static final LinkField<String> STATUS =
            new LinkField<>("status", Rules.trimmed(), Link::status, (d, v) -> d.status = v);
    public static final LinkField<String> URL = new LinkField<>("url", Rules.httpUrl(), Link::url, (d, v) -> d.url = v);
    public static final LinkField<BigDecimal> AMOUNT =
            new LinkField<>("amount", MoneyRules.amount(), Link::amount, (d, v) -> d.amount = v);
    public static final LinkField<String> CURRENCY =
            new LinkField<>("currency", MoneyRules.currency(), Link::currency, (d, v) -> d.currency = v);

    private static final List<LinkField<?>> ALL = List.of(TYPE, EXTERNAL_ID, TITLE, STATUS, URL, AMOUNT, CURRENCY);

    private final BiConsumer<LinkDraft, @Nullable T> writer;

    private LinkField(
            String name, Rule<T> rule, Function<Link, @Nullable T> reader, BiConsumer<LinkDraft, @Nullable T> writer) {
        super(name, rule, reader);
        this.writer = writer;
    }

    /** Returns every field, in the order of application. */
    public static List<LinkField<?>> all() {
        return ALL;
    }

    void applyTo(Patch<Link> patch, LinkDraft draft, Faults faults) {
        Change<T> change = checked(patch.changeOf(this), faults);
        if (!(change instanceof Change.Keep)) {
            writer.accept(draft, change.valueOrNull());
        }
    }
}
