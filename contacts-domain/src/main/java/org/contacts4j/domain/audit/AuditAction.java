package org.contacts4j.domain.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An action that the audit log records. Its name is the type of the subject and a verb, such as {@code contact.deleted}. */
public enum AuditAction {
    /** The first request with a token or API key on a node for some hours. */
    MEMBER_SIGNED_IN("member.signed_in"),
    /** Requests of an identified caller that were answered with 401 or 403. */
    REQUEST_REFUSED("request.refused"),

    API_KEY_CREATED("api_key.created"),
    API_KEY_REVOKED("api_key.revoked"),
    TOKEN_REVOCATION_CREATED("token_revocation.created"),
    TOKEN_REVOCATION_DELETED("token_revocation.deleted"),

    WEBHOOK_CREATED("webhook.created"),
    WEBHOOK_UPDATED("webhook.updated"),
    WEBHOOK_DELETED("webhook.deleted"),
    WEBHOOK_SECRET_ROTATED("webhook.secret_rotated"),

    CONTACT_DELETED("contact.deleted"),
    CONTACT_ERASED("contact.erased"),
    COMPANY_DELETED("company.deleted"),
    TAG_DELETED("tag.deleted"),
    COMMENT_DELETED("comment.deleted"),
    ATTACHMENT_DELETED("attachment.deleted"),
    LINK_DELETED("link.deleted"),

    /** Everything stored about a person was collected. */
    PERSONAL_DATA_COLLECTED("contact.personal_data_collected"),
    ATTACHMENT_DOWNLOADED("attachment.downloaded"),
    IMPORT_STARTED("import.started"),
    IMPORT_UNDONE("import.undone"),
    IMPORT_ERRORS_EXPORTED("import.errors_exported"),
    CONTACTS_EXPORTED("contacts.exported"),

    CUSTOM_FIELD_CREATED("custom_field.created"),
    CUSTOM_FIELD_UPDATED("custom_field.updated"),
    CUSTOM_FIELD_DELETED("custom_field.deleted"),
    CUSTOM_FIELD_FOLDER_CREATED("custom_field_folder.created"),
    CUSTOM_FIELD_FOLDER_UPDATED("custom_field_folder.updated"),
    CUSTOM_FIELD_FOLDER_DELETED("custom_field_folder.deleted"),
    CUSTOM_VALUE_SAVED("custom_value.saved"),
    CUSTOM_VALUE_DELETED("custom_value.deleted"),
    VIEWS_REPLACED("views.replaced"),
    MEMBER_UPDATED("member.updated"),
    TEAM_UPDATED("team.updated");

    private static final Map<String, AuditAction> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toMap(AuditAction::text, Function.identity()));

    private final String text;

    AuditAction(String text) {
        this.text = text;
    }

    /** Returns the name, such as {@code contact.deleted}. */
    public String text() {
        return text;
    }

    /** Returns the type of the subject, such as {@code contact}. */
    public String subjectType() {
        return text.substring(0, text.indexOf('.'));
    }

    /** Returns the action with this name. */
    public static Optional<AuditAction> find(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
