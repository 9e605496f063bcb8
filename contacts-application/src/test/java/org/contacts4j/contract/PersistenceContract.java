package org.contacts4j.contract;

import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.contract.access.ApiKeysContract;
import org.contacts4j.contract.access.TokenRevocationsContract;
import org.contacts4j.contract.attachment.AttachmentServiceContract;
import org.contacts4j.contract.attachment.AttachmentsContract;
import org.contacts4j.contract.audit.AuditLogContract;
import org.contacts4j.contract.audit.AuditTrailContract;
import org.contacts4j.contract.card.CardServiceContract;
import org.contacts4j.contract.comment.CommentServiceContract;
import org.contacts4j.contract.comment.CommentsContract;
import org.contacts4j.contract.company.CompaniesContract;
import org.contacts4j.contract.company.CompanyConcurrencyContract;
import org.contacts4j.contract.company.CompanyServiceContract;
import org.contacts4j.contract.companycontact.CompanyContactServiceContract;
import org.contacts4j.contract.companycontact.PrimaryContactContract;
import org.contacts4j.contract.contact.ConcurrencyContract;
import org.contacts4j.contract.contact.ContactEventsContract;
import org.contacts4j.contract.contact.ContactFinderContract;
import org.contacts4j.contract.contact.ContactServiceContract;
import org.contacts4j.contract.contact.ContactsContract;
import org.contacts4j.contract.contact.ExportContract;
import org.contacts4j.contract.contact.HiddenContactsContract;
import org.contacts4j.contract.contact.HiddenManagersContract;
import org.contacts4j.contract.contact.PagingContract;
import org.contacts4j.contract.contact.ReportingContract;
import org.contacts4j.contract.contact.TotalsContract;
import org.contacts4j.contract.contact.UniqueEmailsContract;
import org.contacts4j.contract.contact.VisibilityContract;
import org.contacts4j.contract.customfield.CustomFieldDefinitionsContract;
import org.contacts4j.contract.customfield.CustomFieldServiceContract;
import org.contacts4j.contract.customfield.HiddenFieldsContract;
import org.contacts4j.contract.customvalue.CustomValuesContract;
import org.contacts4j.contract.customvalue.DefinedValuesContract;
import org.contacts4j.contract.filter.ConditionsContract;
import org.contacts4j.contract.filter.FilterContract;
import org.contacts4j.contract.filter.FilterServiceContract;
import org.contacts4j.contract.filter.SearchContract;
import org.contacts4j.contract.idempotency.IdempotencyContract;
import org.contacts4j.contract.idempotency.OneTransactionContract;
import org.contacts4j.contract.importing.ImportConcurrencyContract;
import org.contacts4j.contract.importing.ImportContract;
import org.contacts4j.contract.importing.ImportFilesContract;
import org.contacts4j.contract.importing.ImportJobContract;
import org.contacts4j.contract.importing.ImportRecognitionContract;
import org.contacts4j.contract.importing.ImportRetryContract;
import org.contacts4j.contract.importing.ImportUndoContract;
import org.contacts4j.contract.importing.ImportUndoJobContract;
import org.contacts4j.contract.importing.ImportUndoKeepsContract;
import org.contacts4j.contract.importing.ImportUpdateContract;
import org.contacts4j.contract.importing.ImportVisibilityContract;
import org.contacts4j.contract.link.LinkServiceContract;
import org.contacts4j.contract.link.LinksContract;
import org.contacts4j.contract.member.DirectoryContract;
import org.contacts4j.contract.member.TeamsContract;
import org.contacts4j.contract.personaldata.PersonalDataContract;
import org.contacts4j.contract.tag.TagServiceContract;
import org.contacts4j.contract.tag.TagsContract;
import org.contacts4j.contract.view.ViewsContract;
import org.contacts4j.contract.webhook.DeliveryDispatchContract;
import org.contacts4j.contract.webhook.WebhooksContract;
import org.junit.jupiter.api.Nested;

/**
 * All contract tests of a store. A store's test extends this class and supplies the store. All tests share one store.
 */
public abstract class PersistenceContract {

    /** Returns the store under test; always the same one. */
    protected abstract Store store();

    @Nested
    final class OfContacts extends OnTheStore implements ContactsContract {}

    @Nested
    final class OfIsolation extends OnTheStore implements IsolationContract {}

    @Nested
    final class OfVisibility extends OnTheStore implements VisibilityContract {}

    @Nested
    final class OfHiddenContacts extends OnTheStore implements HiddenContactsContract {}

    @Nested
    final class OfHiddenManagers extends OnTheStore implements HiddenManagersContract {}

    @Nested
    final class OfSearch extends OnTheStore implements SearchContract {}

    @Nested
    final class OfConditions extends OnTheStore implements ConditionsContract {}

    @Nested
    final class OfPaging extends OnTheStore implements PagingContract {}

    @Nested
    final class OfCards extends OnTheStore implements CardServiceContract {}

    @Nested
    final class OfTotals extends OnTheStore implements TotalsContract {}

    @Nested
    final class OfCompanies extends OnTheStore implements CompaniesContract {}

    @Nested
    final class OfContactEvents extends OnTheStore implements ContactEventsContract {}

    @Nested
    final class OfTransactions extends OnTheStore implements TransactionsContract {}

    @Nested
    final class OfConcurrency extends OnTheStore implements ConcurrencyContract {}

    @Nested
    final class OfContactService extends OnTheStore implements ContactServiceContract {}

    @Nested
    final class OfReporting extends OnTheStore implements ReportingContract {}

    @Nested
    final class OfCallers extends OnTheStore implements CallersContract {}

    @Nested
    final class OfCompanyService extends OnTheStore implements CompanyServiceContract {}

    @Nested
    final class OfExports extends OnTheStore implements ExportContract {}

    @Nested
    final class OfContactFinder extends OnTheStore implements ContactFinderContract {}

    @Nested
    final class OfPrimaryContact extends OnTheStore implements PrimaryContactContract {}

    @Nested
    final class OfCompanyConcurrency extends OnTheStore implements CompanyConcurrencyContract {}

    @Nested
    final class OfStaff extends OnTheStore implements CompanyContactServiceContract {}

    @Nested
    final class OfLinks extends OnTheStore implements LinksContract {}

    @Nested
    final class OfImports extends OnTheStore implements ImportContract {}

    @Nested
    final class OfImportRetries extends OnTheStore implements ImportRetryContract {}

    @Nested
    final class OfImportRecognition extends OnTheStore implements ImportRecognitionContract {}

    @Nested
    final class OfImportUpdate extends OnTheStore implements ImportUpdateContract {}

    @Nested
    final class OfImportVisibility extends OnTheStore implements ImportVisibilityContract {}

    @Nested
    final class OfImportFiles extends OnTheStore implements ImportFilesContract {}

    @Nested
    final class OfImportConcurrency extends OnTheStore implements ImportConcurrencyContract {}

    @Nested
    final class OfCustomFieldDefinitions extends OnTheStore implements CustomFieldDefinitionsContract {}

    @Nested
    final class OfLinkService extends OnTheStore implements LinkServiceContract {}

    @Nested
    final class OfHiddenFields extends OnTheStore implements HiddenFieldsContract {}

    @Nested
    final class OfTimes extends OnTheStore implements TimesContract {}

    @Nested
    final class OfCustomFieldService extends OnTheStore implements CustomFieldServiceContract {}

    @Nested
    final class OfDefinedValues extends OnTheStore implements DefinedValuesContract {}

    @Nested
    final class OfFilter extends OnTheStore implements FilterContract {}

    @Nested
    final class OfTags extends OnTheStore implements TagsContract {}

    @Nested
    final class OfFilterService extends OnTheStore implements FilterServiceContract {}

    @Nested
    final class OfViews extends OnTheStore implements ViewsContract {}

    @Nested
    final class OfTagService extends OnTheStore implements TagServiceContract {}

    @Nested
    final class OfCustomValues extends OnTheStore implements CustomValuesContract {}

    @Nested
    final class OfImportJobs extends OnTheStore implements ImportJobContract {}

    @Nested
    final class OfImportUndo extends OnTheStore implements ImportUndoContract {}

    @Nested
    final class OfImportUndoThatKeeps extends OnTheStore implements ImportUndoKeepsContract {}

    @Nested
    final class OfImportUndoJobs extends OnTheStore implements ImportUndoJobContract {}

    @Nested
    final class OfComments extends OnTheStore implements CommentsContract {}

    @Nested
    final class OfCommentService extends OnTheStore implements CommentServiceContract {}

    @Nested
    final class OfAttachments extends OnTheStore implements AttachmentsContract {}

    @Nested
    final class OfAttachmentService extends OnTheStore implements AttachmentServiceContract {
        @Override
        public Contents contents() {
            return new ContentsInStore(store());
        }
    }

    @Nested
    final class OfDirectory extends OnTheStore implements DirectoryContract {}

    @Nested
    final class OfTeams extends OnTheStore implements TeamsContract {}

    @Nested
    final class OfWebhooks extends OnTheStore implements WebhooksContract {}

    @Nested
    final class OfWebhookDispatch extends OnTheStore implements DeliveryDispatchContract {}

    @Nested
    final class OfApiKeys extends OnTheStore implements ApiKeysContract {}

    @Nested
    final class OfTokenRevocations extends OnTheStore implements TokenRevocationsContract {}

    @Nested
    final class OfAuditLog extends OnTheStore implements AuditLogContract {}

    @Nested
    final class OfAuditTrail extends OnTheStore implements AuditTrailContract {}

    @Nested
    final class OfListeners extends OnTheStore implements ListenersContract {}

    @Nested
    final class OfUniqueEmails extends OnTheStore implements UniqueEmailsContract {}

    @Nested
    final class OfPersonalData extends OnTheStore implements PersonalDataContract {}

    @Nested
    final class OfIdempotency extends OnTheStore implements IdempotencyContract {}

    @Nested
    final class OfOneTransaction extends OnTheStore implements OneTransactionContract {}

    /** Supplies the store to the contracts. */
    abstract class OnTheStore {
        public Store store() {
            return PersistenceContract.this.store();
        }
    }
}
