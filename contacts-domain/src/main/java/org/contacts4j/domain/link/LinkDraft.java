package org.contacts4j.domain.link;

import java.math.BigDecimal;
import java.util.Objects;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** The mutable state of a link while a patch is applied to it. */
final class LinkDraft {

    @Nullable
    LinkType type;

    @Nullable
    String externalId;

    @Nullable
    String title;

    @Nullable
    String status;

    @Nullable
    String url;

    @Nullable
    BigDecimal amount;

    @Nullable
    String currency;

    LinkDraft() {}

    LinkDraft(Link link) {
        type = link.type();
        externalId = link.externalId();
        title = link.title();
        status = link.status();
        url = link.url();
        amount = link.amount();
        currency = link.currency();
    }

    void finish(Faults faults) {
        require(type, LinkField.TYPE, faults);
        require(externalId, LinkField.EXTERNAL_ID, faults);
        if (amount != null && currency == null && !faults.concern(LinkField.CURRENCY.name())) {
            faults.add(LinkField.CURRENCY.name(), "is required with an amount: an ISO 4217 code, such as EUR");
        }
    }

    Link toLink(LinkId id, ContactId contact, Revision revision) {
        return new Link(
                id,
                contact,
                Objects.requireNonNull(type),
                Objects.requireNonNull(externalId),
                title,
                status,
                url,
                amount,
                currency,
                revision);
    }

    private static void require(@Nullable Object value, LinkField<?> field, Faults faults) {
        if (value == null && !faults.concern(field.name())) {
            faults.add(field.name(), "is required");
        }
    }
}
