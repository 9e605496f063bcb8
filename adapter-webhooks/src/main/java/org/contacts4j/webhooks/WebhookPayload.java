package org.contacts4j.webhooks;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contacts4j.application.webhook.PendingDelivery;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.json.Json;
import org.contacts4j.json.Timestamps;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The body of a delivery. All attempts send the same bytes. */
record WebhookPayload(String event, String timestamp, Object data) {

    private static final Json.Writer<WebhookPayload> WRITER = Json.writerOf(WebhookPayload.class);

    static byte[] of(OrganizationId organization, PendingDelivery message) {
        Delivery delivery = message.delivery();
        Object data = message.cause() == null
                ? new TestData(delivery.webhookId().value(), organization.value())
                : ContactData.of(organization, delivery.event(), message.cause());
        return WRITER.write(new WebhookPayload(delivery.event().text(), Timestamps.of(delivery.createdAt()), data));
    }

    record TestData(UUID webhookId, String organizationId) {}

    /**
     * The contact after the event, or before a deletion.
     *
     * @param previousStatus the status before the event; null unless the event is a change of the status
     */
    record ContactData(
            UUID id,
            String organizationId,
            String name,
            @Nullable String email,
            @Nullable UUID parentEntityId,
            String status,
            @Nullable String previousStatus,
            long version,
            List<String> changedFields,
            @Nullable String changedBy) {

        static ContactData of(OrganizationId organization, WebhookEvent told, ContactEvent event) {
            ContactEvent.Subject contact = event.contact();
            @Nullable CompanyId company = contact.company();
            @Nullable MemberId by = event.by();
            return new ContactData(
                    contact.id().value(),
                    organization.value(),
                    contact.name(),
                    contact.email(),
                    company == null ? null : company.value(),
                    EnumNames.of(contact.status()),
                    told == WebhookEvent.CONTACT_STATUS_CHANGED ? statusBefore(event) : null,
                    event.version(),
                    event.changes().keySet().stream().map(ContactJson::pathOf).toList(),
                    by == null ? null : by.value());
        }

        private static @Nullable String statusBefore(ContactEvent event) {
            ContactEvent.@Nullable FieldChange change = event.changes().get(ContactField.STATUS.name());
            return change == null ? null : Objects.toString(change.before(), null);
        }
    }
}
