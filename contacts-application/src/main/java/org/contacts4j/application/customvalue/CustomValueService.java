package org.contacts4j.application.customvalue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.domain.customvalue.Placeholders;
import org.contacts4j.domain.customvalue.Template;
import org.contacts4j.domain.customvalue.Template.Rendered;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Manages the texts that an organization uses in its templates, and renders templates with them. */
public final class CustomValueService {

    private final CurrentStore store;
    private final Clock clock;
    private final AuditTrail trail;

    public CustomValueService(CurrentStore store, Clock clock, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.trail = trail;
    }

    /** Returns all values, by key. */
    public List<CustomValue> list(Caller caller) {
        return store.read(tx -> tx.customValues().list(caller.organization()));
    }

    /**
     * Stores a text under a key. Replaces an existing one.
     *
     * @throws ContactsFailure.Invalid listing every validation error
     */
    public Saved save(Caller caller, String key, String text) {
        caller.requireWrite();
        CustomValue value = CustomValue.of(key, text, clock.instant());
        return store.write(caller, tx -> {
            boolean exists = tx.customValues().lock(caller.organization(), key).isPresent();
            if (exists) {
                tx.customValues().update(caller.organization(), value);
            } else {
                insert(tx, caller, value);
            }
            trail.append(tx, caller, AuditAction.CUSTOM_VALUE_SAVED, key);
            return new Saved(value, !exists);
        });
    }

    /**
     * Deletes the text under a key.
     *
     * @throws ContactsFailure.NotFound if there is none
     */
    public void remove(Caller caller, String key) {
        caller.requireWrite();
        if (!CustomValue.isKey(key)) {
            throw notFound();
        }
        store.write(caller, tx -> {
            CustomValue value =
                    tx.customValues().lock(caller.organization(), key).orElseThrow(CustomValueService::notFound);
            tx.customValues().delete(caller.organization(), key);
            trail.append(tx, caller, AuditAction.CUSTOM_VALUE_DELETED, key);
            return value;
        });
    }

    /**
     * Renders a template.
     *
     * @param about the contact that the template's tokens refer to; null for none
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.Invalid if the template or its result is too long
     */
    public Rendered render(Caller caller, String template, @Nullable ContactId about) {
        Template checked = new Template(template);
        return store.read(tx -> {
            @Nullable Contact contact = about == null ? null : contact(tx, caller, about);
            Map<String, String> values = tx.customValues().list(caller.organization()).stream()
                    .collect(Collectors.toMap(CustomValue::key, CustomValue::value));
            Set<String> fields = tx.customFields().types(caller.organization()).keySet();
            return checked.render(Placeholders.of(values, contact, fields));
        });
    }

    /**
     * A saved value.
     *
     * @param created whether the value was created
     */
    public record Saved(CustomValue value, boolean created) {}

    private static void insert(Transaction tx, Caller caller, CustomValue value) {
        if (tx.customValues().list(caller.organization()).size() >= CustomValue.MAX_VALUES) {
            throw new ContactsFailure.Invalid(
                    "key", "is one too many: there are " + CustomValue.MAX_VALUES + " custom values");
        }
        tx.customValues().insert(caller.organization(), value);
    }

    private static Contact contact(Transaction tx, Caller caller, ContactId id) {
        return tx.contacts()
                .find(caller.organization(), caller.visibility(), id)
                .orElseThrow(ContactsFailure.ContactNotFound::new);
    }

    private static ContactsFailure notFound() {
        return new ContactsFailure.NotFound("custom value");
    }
}
