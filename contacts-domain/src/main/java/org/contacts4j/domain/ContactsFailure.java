package org.contacts4j.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that Contacts4J refuses to do, and why. One hierarchy for all: an embedder catches this type, a transport
 * renders it in its own words by {@link #kind()} and {@link #code()}.
 */
public abstract sealed class ContactsFailure extends RuntimeException {

    /** The nature of a failure; what a caller can do about it depends on this alone. */
    public enum Kind {
        /** The input breaks a rule; sending it again cannot help. */
        INVALID,
        /** What was asked for does not exist, or not for this caller. */
        NOT_FOUND,
        /** The caller is known but may not do this. */
        FORBIDDEN,
        /** The input contradicts something that is already kept. */
        CONFLICT,
        /** The record was changed by somebody else since the caller read it. */
        STALE,
        /** The input is larger than anything that is taken in. */
        TOO_LARGE,
        /** The store cannot answer now; trying again later can help. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    private ContactsFailure(Kind kind, String code, String message, @Nullable Throwable cause) {
        // Refusals are answers, not defects: only a failure with a cause carries a stack trace.
        super(message, cause, false, cause != null);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** A stable word for programs, such as {@code CONTACT_NOT_FOUND}. */
    public String code() {
        return code;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The input has faults; all of them are listed. */
    public static final class Invalid extends ContactsFailure {

        private final transient List<Fault> faults;

        public Invalid(List<Fault> faults) {
            super(Kind.INVALID, "VALIDATION_ERROR", sentence(faults), null);
            this.faults = List.copyOf(faults);
        }

        public Invalid(String field, String message) {
            this(List.of(new Fault(field, message)));
        }

        /** Every fault, in the order of the fields; never empty. */
        public List<Fault> faults() {
            return faults;
        }

        private static String sentence(List<Fault> faults) {
            Fault first = faults.get(0);
            String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            return first.field() + " " + first.message() + more;
        }
    }

    /** A filter has faults; all of them are listed, together with what else is wrong with the request. */
    public static final class InvalidFilter extends ContactsFailure {

        private final transient List<Fault> faults;

        public InvalidFilter(List<Fault> faults) {
            super(Kind.INVALID, "INVALID_FILTER", Invalid.sentence(faults), null);
            this.faults = List.copyOf(faults);
        }

        public InvalidFilter(String field, String message) {
            this(List.of(new Fault(field, message)));
        }

        /** Every fault, in the order of the conditions; never empty. */
        public List<Fault> faults() {
            return faults;
        }
    }

    /** The contact is not one of the company it was to represent (seed 004's {@code INVALID_ENTITY_TYPE}). */
    public static final class NotOfCompany extends ContactsFailure {
        public NotOfCompany() {
            super(Kind.INVALID, "INVALID_ENTITY_TYPE", "The contact does not belong to this company.", null);
        }
    }

    /** There is no such contact for this caller. Foreign, unknown and malformed ids are not told apart. */
    public static final class ContactNotFound extends ContactsFailure {
        public ContactNotFound() {
            super(Kind.NOT_FOUND, "CONTACT_NOT_FOUND", "There is no contact with this id.", null);
        }
    }

    /** There is no such company for this caller. Foreign, unknown and malformed ids are not told apart. */
    public static final class CompanyNotFound extends ContactsFailure {
        public CompanyNotFound() {
            super(Kind.NOT_FOUND, "COMPANY_NOT_FOUND", "There is no company with this id.", null);
        }
    }

    /** There is no such thing for this caller. Foreign, unknown and malformed ids are not told apart. */
    public static final class NotFound extends ContactsFailure {

        /** Says what is missing, such as {@code custom field}. */
        public NotFound(String what) {
            super(Kind.NOT_FOUND, "NOT_FOUND", "There is no such " + what + ".", null);
        }
    }

    /** The caller's role or data scope does not allow this. */
    public static final class Forbidden extends ContactsFailure {
        public Forbidden(String message) {
            super(Kind.FORBIDDEN, "FORBIDDEN", message, null);
        }
    }

    /** The code is taken: codes are unique among the contacts, and among the companies, of an organisation. */
    public static final class DuplicateCode extends ContactsFailure {

        private final @Nullable UUID existing;

        /** Names the record that has the code, or null when the caller may not see it. */
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

    /** Another contact has an e-mail address of this one, where an installation wants each to be of one contact alone. */
    public static final class DuplicateEmail extends ContactsFailure {

        private final String address;
        private final @Nullable UUID existing;

        /** Names the contact that has the address, or null when the caller may not see it. */
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

        /** The address as it was sent. */
        public String address() {
            return address;
        }

        public @Nullable UUID existing() {
            return existing;
        }
    }

    /** The key is taken: keys are unique among the custom fields of an organisation. */
    public static final class DuplicateKey extends ContactsFailure {
        public DuplicateKey(String key) {
            super(Kind.CONFLICT, "DUPLICATE_KEY", "There is a custom field with the key " + key + " already.", null);
        }
    }

    /** Contacts have values that the custom field, as it is wanted, could not hold. Nothing was changed. */
    public static final class ValuesInTheWay extends ContactsFailure {

        /** Says how many contacts have such values. */
        public ValuesInTheWay(long count, String key, String type) {
            super(
                    Kind.CONFLICT,
                    "VALUES_IN_THE_WAY",
                    (count == 1 ? "1 contact has a value" : count + " contacts have values") + " under " + key
                            + " that would not convert to the type " + type + ". Nothing was changed.",
                    null);
        }
    }

    /** A file is larger than any may be. Nothing of it was kept. */
    public static final class TooLarge extends ContactsFailure {
        public TooLarge(long maxBytes) {
            super(Kind.TOO_LARGE, "PAYLOAD_TOO_LARGE", "A file has at most " + bytes(maxBytes) + ".", null);
        }
    }

    /** The files of the organisation are as much as they may be together. Nothing was kept. */
    public static final class QuotaExceeded extends ContactsFailure {
        public QuotaExceeded(long maxBytes) {
            super(
                    Kind.CONFLICT,
                    "QUOTA_EXCEEDED",
                    "The files of an organisation have at most " + bytes(maxBytes) + " together. Delete some first.",
                    null);
        }
    }

    /** The record is no longer at the version the caller expects. */
    public static final class Stale extends ContactsFailure {

        public Stale(long currentVersion) {
            this("The record has been changed since it was read: it is now at version " + currentVersion
                    + ". Read it again and repeat the change.");
        }

        private Stale(String message) {
            super(Kind.STALE, "PRECONDITION_FAILED", message, null);
        }

        /** The record was to be made, but is there, at this version. */
        public static Stale thereAlready(long version) {
            return new Stale("The record is there already, at version " + version + ".");
        }
    }

    /** The store is away, too busy or too slow. Nothing was changed, unless the connection was lost during the commit. */
    public static final class Unavailable extends ContactsFailure {
        public Unavailable(String message, Throwable cause) {
            super(Kind.UNAVAILABLE, "UNAVAILABLE", message, cause);
        }

        /** The store works, and has too much to do at this moment. */
        public Unavailable(String message) {
            super(Kind.UNAVAILABLE, "UNAVAILABLE", message, null);
        }
    }

    private static String bytes(long count) {
        long mebibytes = count >> 20;
        return mebibytes > 0 && mebibytes << 20 == count ? mebibytes + " MiB" : count + " bytes";
    }
}
