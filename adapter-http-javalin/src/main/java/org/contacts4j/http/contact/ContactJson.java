package org.contacts4j.http.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Words;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.http.canonical.AddressJson;
import org.contacts4j.http.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** A contact as the canonical API shows it: every key is there, null when unset. */
record ContactJson(
        UUID id,
        String organizationId,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String salutation,
        @Nullable String displayName,
        @Nullable String localName,
        @Nullable String code,
        List<String> entityTypes,
        @Nullable String email,
        @Nullable String phone,
        List<Email> emails,
        List<Phone> phones,
        @Nullable String website,
        @Nullable AddressJson address,
        @Nullable UUID parentEntityId,
        @Nullable String company,
        @Nullable UUID primaryContactId,
        Metadata metadata,
        @Nullable Map<String, @Nullable Object> customFields,
        List<String> tags,
        boolean dnc,
        @Nullable String source,
        @Nullable String taxId,
        @Nullable String description,
        @Nullable String notes,
        @Nullable String language,
        List<String> assignedTo,
        List<String> teams,
        String status,
        @JsonProperty("isActive") boolean isActive,
        @Nullable Map<String, @Nullable Object> extensions,
        String createdAt,
        String updatedAt,
        @Nullable String createdBy,
        @Nullable String updatedBy,
        long version) {

    private static final List<String> ENTITY_TYPES = List.of("Contact");

    static ContactJson from(Contact contact) {
        return new ContactJson(
                contact.id().value(),
                contact.organizationId().value(),
                contact.name().full(),
                contact.name().first(),
                contact.name().last(),
                contact.name().salutation(),
                contact.name().display(),
                contact.name().local(),
                contact.code(),
                ENTITY_TYPES,
                contact.email(),
                contact.phone(),
                contact.communication().emails(),
                contact.communication().phones(),
                contact.communication().website(),
                AddressJson.from(contact.address()),
                parentOf(contact),
                contact.job().companyName(),
                null,
                Metadata.from(contact),
                orNull(contact.customFields()),
                contact.tags(),
                contact.communication().doNotContact(),
                contact.background().source(),
                contact.background().taxId(),
                contact.background().description(),
                contact.background().notes(),
                contact.communication().language(),
                contact.assignment().members().stream().map(MemberId::value).toList(),
                contact.assignment().teams(),
                Words.of(contact.status()),
                contact.isActive(),
                orNull(contact.extensions()),
                Timestamps.of(contact.revision().createdAt()),
                Timestamps.of(contact.revision().updatedAt()),
                valueOf(contact.revision().createdBy()),
                valueOf(contact.revision().updatedBy()),
                contact.revision().version());
    }

    static @Nullable UUID parentOf(Contact contact) {
        return contact.job().companyId() == null
                ? null
                : contact.job().companyId().value();
    }

    private static @Nullable Map<String, @Nullable Object> orNull(Map<String, @Nullable Object> values) {
        return values.isEmpty() ? null : values;
    }

    private static @Nullable String valueOf(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    /** What the person does, and how they want to be reached. */
    record Metadata(
            @Nullable String title,
            @Nullable String department,
            @Nullable UUID reportsTo,
            @Nullable String mobilePhone,
            @Nullable String workPhone,
            @Nullable String preferredContactMethod) {

        static Metadata from(Contact contact) {
            var job = contact.job();
            var method = contact.communication().preferredMethod();
            return new Metadata(
                    job.title(),
                    job.department(),
                    job.reportsTo() == null ? null : job.reportsTo().value(),
                    contact.phone("mobile"),
                    contact.phone("work"),
                    method == null ? null : Words.of(method));
        }
    }
}
