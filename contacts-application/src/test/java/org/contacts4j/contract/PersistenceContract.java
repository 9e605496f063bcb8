package org.contacts4j.contract;

import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.StoredContents;
import org.junit.jupiter.api.Nested;

/** Everything a store must do. A store's test extends this and hands in the store; one store serves all tests. */
public abstract class PersistenceContract {

    /** The store under test; the same one every time. */
    protected abstract Store store();

    @Nested
    final class OfContacts implements ContactsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfIsolation implements IsolationContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfVisibility implements VisibilityContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfSearch implements SearchContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfConditions implements ConditionsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfPaging implements PagingContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCards implements CardServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfTotals implements TotalsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCompanies implements CompaniesContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfContactEvents implements ContactEventsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfTransactions implements TransactionsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfConcurrency implements ConcurrencyContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfContactService implements ContactServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfReporting implements ReportingContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCallers implements CallersContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCompanyService implements CompanyServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfContactFinder implements ContactFinderContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfPrimaryContact implements PrimaryContactContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCompanyConcurrency implements CompanyConcurrencyContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfStaff implements StaffServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfLinks implements LinksContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfImports implements ImportContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfImportConcurrency implements ImportConcurrencyContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCustomFieldDefinitions implements CustomFieldDefinitionsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfLinkService implements LinkServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfHiddenFields implements HiddenFieldsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfTimes implements TimesContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCustomFieldService implements CustomFieldServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfDefinedValues implements DefinedValuesContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfFilter implements FilterContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfTags implements TagsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfFilterService implements FilterServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfViews implements ViewsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfTagService implements TagServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCustomValues implements CustomValuesContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfImportJobs implements ImportJobContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfComments implements CommentsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfCommentService implements CommentServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfAttachments implements AttachmentsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfAttachmentService implements AttachmentServiceContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }

        @Override
        public Contents contents() {
            return new StoredContents(store());
        }
    }

    @Nested
    final class OfDirectory implements DirectoryContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfTeams implements TeamsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfWebhooks implements WebhooksContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfWebhookDispatch implements WebhookDispatchContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfListeners implements ListenersContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }

    @Nested
    final class OfUniqueEmails implements UniqueEmailsContract {
        @Override
        public Store store() {
            return PersistenceContract.this.store();
        }
    }
}
