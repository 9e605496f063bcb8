package org.contacts4j.domain;

import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The exception for every request that Contacts4J rejects. It is the only hierarchy: an application that embeds
 * Contacts4J catches this type, and a transport renders it from {@link #kind()} and {@link #code()}.
 */
public abstract sealed class ContactsFailure extends RuntimeException {

    /** The category of a failure. It alone determines what a caller can do about the failure. */
    public enum Kind {
        /** The input is invalid. A retry with the same input fails again. */
        INVALID,
        /** The requested record does not exist, or this caller cannot see it. */
        NOT_FOUND,
        /** The caller is authenticated but not permitted to do this. */
        FORBIDDEN,
        /** The input conflicts with stored data. */
        CONFLICT,
        /** The record was changed since the caller read it. */
        STALE,
        /** The input exceeds the size limit. */
        TOO_LARGE,
        /** The store cannot answer at the moment. A later retry can succeed. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    private ContactsFailure(Kind kind, String code, String message, @Nullable Throwable cause) {
        // A rejected request is not a defect: only a failure with a cause carries a stack trace.
        super(message, cause, false, cause != null);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns a stable, machine-readable code, such as {@code CONTACT_NOT_FOUND}. */
    public String code() {
        return code;
    }

    /** Returns the message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The input is invalid. The failure lists every validation error. */
    public static final class Invalid extends ContactsFailure {

        private final transient List<Fault> faults;

        public Invalid(List<Fault> faults) {
            super(Kind.INVALID, "VALIDATION_ERROR", sentence(faults), null);
            this.faults = List.copyOf(faults);
        }

        public Invalid(String field, String message) {
            this(List.of(new Fault(field, message)));
        }

        /** Returns every validation error, in field order; never empty. */
        public List<Fault> faults() {
            return faults;
        }

        private static String sentence(List<Fault> faults) {
            Fault first = faults.get(0);
            String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            return first.field() + " " + first.message() + more;
        }
    }

    /** A filter is invalid. The failure lists its validation errors and those of the rest of the request. */
    public static final class InvalidFilter extends ContactsFailure {

        private final transient List<Fault> faults;

        public InvalidFilter(List<Fault> faults) {
            super(Kind.INVALID, "INVALID_FILTER", Invalid.sentence(faults), null);
            this.faults = List.copyOf(faults);
        }

        public InvalidFilter(String field, String message) {
            this(List.of(new Fault(field, message)));
        }

        /** Returns every validation error, in the order of the conditions; never empty. */
        public List<Fault> faults() {
            return faults;
        }
    }

    /**
     * The contact to be made a company's primary contact does not belong to the company ({@code INVALID_ENTITY_TYPE} of
     * GLAPI's contacts page).
     */
    public static final class ContactNotInCompany extends ContactsFailure {
        public ContactNotInCompany() {
            super(Kind.INVALID, "INVALID_ENTITY_TYPE", "The contact does not belong to this company.", null);
        }
    }

    /**
     * The contact does not exist for this caller. Ids of other organizations, unknown and malformed ids look the same.
     */
    public static final class ContactNotFound extends ContactsFailure {
        public ContactNotFound() {
            super(Kind.NOT_FOUND, "CONTACT_NOT_FOUND", "There is no contact with this id.", null);
        }
    }

    /**
     * The company does not exist for this caller. Ids of other organizations, unknown and malformed ids look the same.
     */
    public static final class CompanyNotFound extends ContactsFailure {
        public CompanyNotFound() {
            super(Kind.NOT_FOUND, "COMPANY_NOT_FOUND", "There is no company with this id.", null);
        }
    }

    /**
     * The record does not exist for this caller. Ids of other organizations, unknown and malformed ids look the same.
     */
    public static final class NotFound extends ContactsFailure {

        /**
         * Creates a failure for a missing record.
         *
         * @param what the kind of record, such as {@code custom field}
         */
        public NotFound(String what) {
            super(Kind.NOT_FOUND, "NOT_FOUND", "There is no such " + what + ".", null);
        }
    }

    /** The caller's role or data scope does not permit this. */
    public static final class Forbidden extends ContactsFailure {
        public Forbidden(String message) {
            super(Kind.FORBIDDEN, "FORBIDDEN", message, null);
        }
    }

    /** The code is in use. Codes are unique among an organization's contacts, and among its companies. */
    public static final class DuplicateCode extends ContactsFailure {

        private final @Nullable UUID existing;

        /**
         * Creates a failure for a code that is in use.
         *
         * @param existing the id of the record with the code, or null if the caller cannot see that record
         */
        public DuplicateCode(@Nullable UUID existing) {
            super(
                    Kind.CONFLICT,
                    "DUPLICATE_CODE",
                    existing == null
                            ? "The code is in use already."
                            : "The code is in use already, by " + existing + ".",
                    null);
            this.existing = existing;
        }

        public @Nullable UUID existing() {
            return existing;
        }
    }

    /** Another contact has the e-mail address, and the installation requires unique e-mail addresses. */
    public static final class DuplicateEmail extends ContactsFailure {

        private final String address;
        private final @Nullable UUID existing;

        /**
         * Creates a failure for an e-mail address that is in use.
         *
         * @param address the address as received
         * @param existing the id of the contact with the address, or null if the caller cannot see that contact
         */
        public DuplicateEmail(String address, @Nullable UUID existing) {
            super(
                    Kind.CONFLICT,
                    "DUPLICATE_EMAIL",
                    "Another contact has the e-mail address " + address + " already"
                            + (existing == null ? "." : ": " + existing + "."),
                    null);
            this.address = address;
            this.existing = existing;
        }

        /** Returns the address as received. */
        public String address() {
            return address;
        }

        public @Nullable UUID existing() {
            return existing;
        }
    }

    /** The key is in use. Keys are unique among the custom fields of an organization. */
    public static final class DuplicateKey extends ContactsFailure {
        public DuplicateKey(String key) {
            super(Kind.CONFLICT, "DUPLICATE_KEY", "There is a custom field with the key " + key + " already.", null);
        }
    }

    /** Contacts have values that cannot be converted to the custom field's new type. Nothing was changed. */
    public static final class InconvertibleValues extends ContactsFailure {

        /**
         * Creates a failure for values that cannot be converted.
         *
         * @param count the number of contacts with such values
         * @param key the key of the custom field
         * @param type the requested type
         */
        public InconvertibleValues(long count, String key, String type) {
            super(
                    Kind.CONFLICT,
                    "VALUES_IN_THE_WAY",
                    (count == 1 ? "1 contact has a value" : count + " contacts have values") + " under " + key
                            + " that would not convert to the type " + type + ". Nothing was changed.",
                    null);
        }
    }

    /** An import of the organization has not ended, and could store a person again who is to be erased. */
    public static final class ImportInProgress extends ContactsFailure {
        public ImportInProgress() {
            super(
                    Kind.CONFLICT,
                    "IMPORT_IN_PROGRESS",
                    "An import of this organization is in progress, and its file may contain the person."
                            + " Erase the contact when the import has ended.",
                    null);
        }
    }

    /** The import has not ended, so it cannot be undone. */
    public static final class ImportNotEnded extends ContactsFailure {
        public ImportNotEnded() {
            super(
                    Kind.CONFLICT,
                    "IMPORT_NOT_ENDED",
                    "The import has not ended. Undo it when its state is done or failed.",
                    null);
        }
    }

    /** A file exceeds the size limit. Nothing was stored. */
    public static final class TooLarge extends ContactsFailure {
        public TooLarge(long maxBytes) {
            super(Kind.TOO_LARGE, "PAYLOAD_TOO_LARGE", "A file has at most " + bytes(maxBytes) + ".", null);
        }
    }

    /** The organization's file storage quota is used up. Nothing was stored. */
    public static final class QuotaExceeded extends ContactsFailure {
        public QuotaExceeded(long maxBytes) {
            super(
                    Kind.CONFLICT,
                    "QUOTA_EXCEEDED",
                    "The files of an organization have at most " + bytes(maxBytes) + " together. Delete some first.",
                    null);
        }
    }

    /** The record is not at the version that the caller expects. */
    public static final class Stale extends ContactsFailure {

        public Stale(long currentVersion) {
            this("The record has been changed since it was read: it is now at version " + currentVersion
                    + ". Read it again and repeat the change.");
        }

        private Stale(String message) {
            super(Kind.STALE, "PRECONDITION_FAILED", message, null);
        }

        /** Returns the failure for a record that was required to be absent but exists, at this version. */
        public static Stale alreadyExists(long version) {
            return new Stale("The record is there already, at version " + version + ".");
        }
    }

    /**
     * The store is unreachable, overloaded or too slow. Nothing was changed, unless the connection failed during
     * commit.
     */
    public static final class Unavailable extends ContactsFailure {
        public Unavailable(String message, Throwable cause) {
            super(Kind.UNAVAILABLE, "UNAVAILABLE", message, cause);
        }

        /** Creates a failure for a store that works but is overloaded. */
        public Unavailable(String message) {
            super(Kind.UNAVAILABLE, "UNAVAILABLE", message, null);
        }
    }

    private static String bytes(long count) {
        long mebibytes = count >> 20;
        return mebibytes > 0 && mebibytes << 20 == count ? mebibytes + " MiB" : count + " bytes";
    }
}
