package org.contacts4j.application.exporting;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.application.importing.progress.StoreRetry;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A service that reads all contacts of a filter, page by page. Each page is read in a transaction of its own, so an
 * export of any length holds no database connection while its client receives a page.
 *
 * <p>A contact that does not change during the export is in it exactly once. Of a contact that is created, changed or
 * deleted meanwhile, the export has the version at the time of its page. In an order by name or time, such a contact
 * may be missing or occur twice; in the order of ids it does not move.
 */
public final class ExportService {

    /** The maximum size of a photo in an export, in bytes. An export holds one photo in memory. */
    public static final int MAX_PHOTO_BYTES = 2 * 1024 * 1024;

    private final CurrentStore store;
    private final Contents contents;
    private final AuditTrail trail;
    private final StoreRetry retry;

    public ExportService(CurrentStore store, Contents contents, Clock clock, AuditTrail trail) {
        this.store = store;
        this.contents = contents;
        this.trail = trail;
        this.retry = StoreRetry.by(clock);
    }

    /**
     * Begins an export, records it in the audit log and returns its first page.
     *
     * @param after the contact after which the export continues; null to begin with the first contact
     * @param limit the maximum number of contacts of the page
     * @param photos whether the export contains photos, for the audit log
     * @throws ContactsFailure.Invalid as {@link #check} does
     */
    public Page<Contact> begin(
            Caller caller, Filter filter, Order order, @Nullable ContactId after, int limit, boolean photos) {
        Page<Contact> first =
                store.readReplica(caller, tx -> page(tx, caller, filter, request(tx, caller, order, after, limit)));
        store.write(caller, tx -> {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("order", EnumNames.of(order.key()));
            if (after != null) {
                details.put("after", after.toString());
            }
            if (photos) {
                details.put("photos", "true");
            }
            trail.append(tx, caller, AuditAction.CONTACTS_EXPORTED, null, details);
            return first;
        });
        return first;
    }

    /**
     * Checks whether an export can begin after this contact.
     *
     * @throws ContactsFailure.Invalid on {@code cursor} if the position of {@code after} is unknown, because it does not
     *     exist or is hidden from the caller; in the order of ids the position of every id is known
     */
    public void check(Caller caller, Order order, @Nullable ContactId after) {
        store.readReplica(caller, tx -> request(tx, caller, order, after, 1));
    }

    /**
     * Returns a page after the first. While the store is unavailable, the page is retried for up to 30 seconds.
     *
     * @param request the position of the page, from {@link Page#next} of the page before
     */
    public Page<Contact> next(Caller caller, Filter filter, PageRequest request) {
        Supplier<Page<Contact>> read = () -> store.readReplica(caller, tx -> page(tx, caller, filter, request));
        return retry.run(read, read);
    }

    /**
     * Returns the photo of a contact: the content of its newest attachment that {@linkplain Attachment#isPhoto is one}
     * and has at most {@link #MAX_PHOTO_BYTES}. Empty if there is none, or the caller does not see the contact.
     *
     * @param recorded whether the audit log records the download; an export is recorded as a whole
     * @throws IOException if the content cannot be read
     */
    public Optional<Photo> photo(Caller caller, ContactId contact, boolean recorded) throws IOException {
        Optional<Attachment> found = store.read(tx -> tx.attachments().of(caller.organization(), contact).stream()
                .filter(attachment -> attachment.isPhoto() && attachment.size() <= MAX_PHOTO_BYTES)
                .findFirst()
                .filter(photo -> new VisibleContacts(tx, caller).include(contact)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (recorded) {
            store.write(caller, tx -> {
                trail.append(
                        tx,
                        caller,
                        AuditAction.ATTACHMENT_DOWNLOADED,
                        found.get().id());
                return found;
            });
        }
        try (InputStream content =
                contents.open(caller.organization(), found.get().id())) {
            return Optional.of(new Photo(found.get().contentType(), content.readAllBytes()));
        } catch (FileNotFoundException | NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    private static Page<Contact> page(Transaction tx, Caller caller, Filter filter, PageRequest request) {
        return tx.contacts().page(caller.organization(), caller.visibility(), filter, request.uncounted());
    }

    private static PageRequest request(
            Transaction tx, Caller caller, Order order, @Nullable ContactId after, int limit) {
        return PageRequest.of(
                order,
                after == null ? Slice.first(limit) : Slice.after(positionAfter(tx, caller, order, after), limit));
    }

    private static Position positionAfter(Transaction tx, Caller caller, Order order, ContactId id) {
        if (order.key() == Order.Key.ID && !id.value().equals(Uuids.NIL)) {
            return order.positionOf(id.value());
        }
        return tx.contacts()
                .find(caller.organization(), caller.visibility(), id)
                .map(contact -> order.positionOf(
                        contact.name().full(), contact.revision(), contact.id().value()))
                .orElseThrow(ExportService::unknownPosition);
    }

    private static ContactsFailure unknownPosition() {
        return new ContactsFailure.Invalid(
                "cursor",
                "is not the id of a contact that you can see; send the id of an earlier contact of the export, or export"
                        + " in the order of ids");
    }
}
