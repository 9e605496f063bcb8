package org.contacts4j.domain.link;

import java.math.BigDecimal;
import java.util.List;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.validation.Rules;

/** The writable fields of a link. Type and external id are required and identify the linked record. */
public final class LinkField {

    static final FieldTable<Link> TABLE = new FieldTable<>();

    public static final Field<Link, LinkType> TYPE = TABLE.field("type", Rules.anything(), Link::type);
    public static final Field<Link, String> EXTERNAL_ID = TABLE.field("externalId", Rules.trimmed(), Link::externalId);
    public static final Field<Link, String> TITLE = TABLE.field("title", Rules.trimmed(), Link::title);
    public static final Field<Link, String> STATUS = TABLE.field("status", Rules.trimmed(), Link::status);
    public static final Field<Link, String> URL = TABLE.field("url", Rules.httpUrl(), Link::url);
    public static final Field<Link, BigDecimal> AMOUNT = TABLE.field("amount", MoneyRules.amount(), Link::amount);
    public static final Field<Link, String> CURRENCY = TABLE.field("currency", MoneyRules.currency(), Link::currency);

    private LinkField() {}

    /** Returns every field, in the order of application. */
    public static List<Field<Link, ?>> all() {
        return TABLE.all();
    }
}
