package org.contacts4j.contract.link;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;

/** A builder of test links: {@code anOpportunity("006").worth("12.50", "EUR").of(ada)}. Immutable. */
public record LinkFixture(UUID id, Patch<Link> fields) {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678999Z");

    /** Returns a link to an opportunity with only its external id. */
    public static LinkFixture anOpportunity(String externalId) {
        return aLink(LinkType.OPPORTUNITY, externalId);
    }

    public static LinkFixture aLink(LinkType type, String externalId) {
        return new LinkFixture(
                UUID.randomUUID(), Patch.of(LinkField.TYPE, type).set(LinkField.EXTERNAL_ID, externalId));
    }

    /** Returns a link in which every field has a value that is easily corrupted in storage. */
    public static LinkFixture aCompleteLink() {
        return aLink(LinkType.CASE, "C-100% _1 😀")
                .with(LinkField.TITLE, "\"O'Brien\" \\ 100% 😀 林")
                .with(LinkField.STATUS, "Closed 'Won'")
                .with(LinkField.URL, "https://crm.example/006?x='y'&z=%20")
                .worth("12.50", "EUR");
    }

    public LinkFixture withId(UUID value) {
        return new LinkFixture(value, fields);
    }

    public LinkFixture worth(String amount, String currency) {
        return with(LinkField.AMOUNT, new BigDecimal(amount)).with(LinkField.CURRENCY, currency);
    }

    public <T> LinkFixture with(Field<Link, T> field, T value) {
        return new LinkFixture(id, fields.set(field, value));
    }

    public Link of(Contact contact) {
        return of(contact.id());
    }

    public Link of(ContactId contact) {
        return Link.create(new LinkId(id), contact, fields, new MemberId("fixture"), CREATED);
    }
}
