package org.contacts4j.contract.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.audit.AuditAction.API_KEY_CREATED;
import static org.contacts4j.domain.audit.AuditAction.API_KEY_REVOKED;
import static org.contacts4j.domain.audit.AuditAction.ATTACHMENT_DELETED;
import static org.contacts4j.domain.audit.AuditAction.ATTACHMENT_DOWNLOADED;
import static org.contacts4j.domain.audit.AuditAction.COMMENT_DELETED;
import static org.contacts4j.domain.audit.AuditAction.COMPANY_DELETED;
import static org.contacts4j.domain.audit.AuditAction.CONTACT_DELETED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_FIELD_CREATED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_FIELD_DELETED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_FIELD_FOLDER_CREATED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_FIELD_FOLDER_DELETED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_FIELD_FOLDER_UPDATED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_FIELD_UPDATED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_VALUE_DELETED;
import static org.contacts4j.domain.audit.AuditAction.CUSTOM_VALUE_SAVED;
import static org.contacts4j.domain.audit.AuditAction.IMPORT_STARTED;
import static org.contacts4j.domain.audit.AuditAction.LINK_DELETED;
import static org.contacts4j.domain.audit.AuditAction.MEMBER_UPDATED;
import static org.contacts4j.domain.audit.AuditAction.TAG_DELETED;
import static org.contacts4j.domain.audit.AuditAction.TEAM_UPDATED;
import static org.contacts4j.domain.audit.AuditAction.TOKEN_REVOCATION_CREATED;
import static org.contacts4j.domain.audit.AuditAction.TOKEN_REVOCATION_DELETED;
import static org.contacts4j.domain.audit.AuditAction.VIEWS_REPLACED;
import static org.contacts4j.domain.audit.AuditAction.WEBHOOK_CREATED;
import static org.contacts4j.domain.audit.AuditAction.WEBHOOK_DELETED;
import static org.contacts4j.domain.audit.AuditAction.WEBHOOK_SECRET_ROTATED;
import static org.contacts4j.domain.audit.AuditAction.WEBHOOK_UPDATED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.audit.AuditQuery;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.ApiKeyField;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.customfield.FolderProperty;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.domain.member.MemberField;
import org.contacts4j.domain.member.TeamField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Origin;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.webhook.WebhookField;
import org.junit.jupiter.api.Test;

/** Contract tests of what the services append to the audit log. */
public interface AuditTrailContract {

    Origin HERE = new Origin("203.0.113.9", "request-1");

    /** Returns the store under test. */
    Store store();

    @Test
    default void recordsDeletionsWithWhoWhenAndFromWhere() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Caller boss = boss(home);
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme).tagged("vip"));
        String comment = contacts4j.comments().add(boss, ada.id(), "hello").id().toString();
        contacts4j
                .comments()
                .remove(
                        boss,
                        contacts4j
                                .comments()
                                .list(boss, ada.id(), Slice.first(1))
                                .items()
                                .get(0)
                                .id());
        Attachment file = contacts4j
                .attachments()
                .add(boss, ada.id(), "cv.txt", new ByteArrayInputStream("cv".getBytes(StandardCharsets.UTF_8)));
        contacts4j.attachments().open(boss, file.id()).close();
        contacts4j.attachments().remove(boss, file.id());
        String link = contacts4j
                .links()
                .save(boss, ada.id(), Patch.of(LinkField.TYPE, LinkType.TASK).set(LinkField.EXTERNAL_ID, "1"))
                .link()
                .id()
                .toString();
        contacts4j
                .links()
                .remove(
                        boss,
                        ada.id(),
                        contacts4j.links().list(boss, ada.id()).get(0).id());
        TagId tag = contacts4j.tags().list(boss).tags().get(0).tag().id();
        contacts4j.tags().remove(boss, tag);
        contacts4j.companies().remove(boss, acme.id(), Precondition.none());
        contacts4j.contacts().remove(boss, ada.id(), Precondition.none());
        assertThat(recorded(home))
                .containsExactly(
                        COMMENT_DELETED + " " + comment,
                        ATTACHMENT_DOWNLOADED + " " + file.id(),
                        ATTACHMENT_DELETED + " " + file.id(),
                        LINK_DELETED + " " + link,
                        TAG_DELETED + " " + tag,
                        COMPANY_DELETED + " " + acme.id(),
                        CONTACT_DELETED + " " + ada.id());
        assertThat(entries(home))
                .allMatch(entry -> entry.origin().equals(HERE) && boss.member().equals(entry.actor()));
    }

    @Test
    default void recordsChangesOfSettings() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Caller boss = boss(home);
        CustomFieldId field = contacts4j
                .customFields()
                .create(
                        boss,
                        Patch.of(CustomFieldProperty.KEY, "tier").set(CustomFieldProperty.TYPE, CustomFieldType.TEXT))
                .id();
        contacts4j.customFields().update(boss, field, Patch.of(CustomFieldProperty.LABEL, "Tier"));
        contacts4j.customFields().update(boss, field, Patch.empty());
        contacts4j.customFields().remove(boss, field);
        CustomFieldFolderId folder = contacts4j
                .customFieldFolders()
                .create(boss, Patch.of(FolderProperty.NAME, "Sales"))
                .id();
        contacts4j.customFieldFolders().update(boss, folder, Patch.of(FolderProperty.NAME, "Other"));
        contacts4j.customFieldFolders().remove(boss, folder);
        contacts4j.customValues().save(boss, "sender", "Ada");
        contacts4j.customValues().remove(boss, "sender");
        contacts4j.views().replace(boss, List.of(Map.of("name", "All")), Precondition.none());
        contacts4j.members().update(boss, new MemberId("bo"), Patch.of(MemberField.NAME, "Bo"));
        contacts4j.teams().update(boss, new TeamId("north"), Patch.of(TeamField.NAME, "North"));
        assertThat(recorded(home))
                .containsExactly(
                        CUSTOM_FIELD_CREATED + " " + field,
                        CUSTOM_FIELD_UPDATED + " " + field,
                        CUSTOM_FIELD_DELETED + " " + field,
                        CUSTOM_FIELD_FOLDER_CREATED + " " + folder,
                        CUSTOM_FIELD_FOLDER_UPDATED + " " + folder,
                        CUSTOM_FIELD_FOLDER_DELETED + " " + folder,
                        CUSTOM_VALUE_SAVED + " sender",
                        CUSTOM_VALUE_DELETED + " sender",
                        VIEWS_REPLACED + " null",
                        MEMBER_UPDATED + " bo",
                        TEAM_UPDATED + " north");
    }

    @Test
    default void recordsWebhooksKeysRevocationsAndImports() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Caller boss = boss(home);
        WebhookId webhook = contacts4j
                .webhooks()
                .create(boss, Patch.of(WebhookField.URL, "https://example.org"))
                .id();
        contacts4j.webhooks().update(boss, webhook, Patch.of(WebhookField.ACTIVE, false), Precondition.none());
        contacts4j.webhooks().rotateSecret(boss, webhook);
        contacts4j.webhooks().remove(boss, webhook, Precondition.none());
        ApiKeyId key = contacts4j
                .apiKeys()
                .create(boss, Patch.of(ApiKeyField.NAME, "CI"))
                .key()
                .id();
        contacts4j.apiKeys().revoke(boss, key);
        Object revocation = contacts4j
                .tokenRevocations()
                .revokeSubject(boss, new MemberId("bo"))
                .id();
        contacts4j
                .tokenRevocations()
                .remove(
                        boss,
                        contacts4j
                                .tokenRevocations()
                                .list(boss, Slice.first(1))
                                .items()
                                .get(0)
                                .id());
        Object imported = contacts4j
                .imports()
                .run(boss, ImportOptions.DEFAULT, Collections.emptyIterator())
                .id();
        Object job = contacts4j
                .importJobs()
                .submit(boss, ImportOptions.DEFAULT, "people.csv", false, new ByteArrayInputStream(new byte[0]))
                .id();
        assertThat(recorded(home))
                .containsExactly(
                        WEBHOOK_CREATED + " " + webhook,
                        WEBHOOK_UPDATED + " " + webhook,
                        WEBHOOK_SECRET_ROTATED + " " + webhook,
                        WEBHOOK_DELETED + " " + webhook,
                        API_KEY_CREATED + " " + key,
                        API_KEY_REVOKED + " " + key,
                        TOKEN_REVOCATION_CREATED + " " + revocation,
                        TOKEN_REVOCATION_DELETED + " " + revocation,
                        IMPORT_STARTED + " " + imported,
                        IMPORT_STARTED + " " + job);
        assertThat(entries(home).get(4).details()).isEqualTo(Map.of("role", "member", "data", "all"));
        assertThat(entries(home).get(6).details()).isEqualTo(Map.of("subject", "bo"));
    }

    @Test
    default void recordsNothingThatDidNotHappen() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        assertThatThrownBy(() -> home.contacts4j().contacts().remove(boss(home), ada.id(), Precondition.version(7)))
                .isInstanceOf(ContactsFailure.Stale.class);
        assertThatThrownBy(() -> home.contacts4j().apiKeys().create(home.ada(), Patch.of(ApiKeyField.NAME, "CI")))
                .isInstanceOf(ContactsFailure.Forbidden.class);
        assertThat(recorded(home)).isEmpty();
    }

    private static Caller boss(TestOrganization home) {
        return new Caller(home.id(), new MemberId("boss"), Role.ADMIN, DataScope.ALL, HERE);
    }

    /** Returns the entries in the order in which they were appended. */
    private static List<AuditEntry> entries(TestOrganization home) {
        List<AuditEntry> entries = new ArrayList<>(home.contacts4j()
                .audit()
                .list(home.admin(), AuditQuery.ALL, Slice.first(100))
                .items());
        Collections.reverse(entries);
        return entries;
    }

    private static List<String> recorded(TestOrganization home) {
        return entries(home).stream()
                .map(entry -> entry.action() + " " + entry.subjectId())
                .toList();
    }
}
