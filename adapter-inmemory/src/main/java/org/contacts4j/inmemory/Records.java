package org.contacts4j.inmemory;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.CustomFieldFolderId;
import org.contacts4j.domain.CustomFieldId;
import org.contacts4j.domain.DeliveryId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TagId;
import org.contacts4j.domain.WebhookId;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.webhook.Delivery;

/** What is kept for one organisation, and the indexes over it. Guarded by the store's lock. */
final class Records {

    final Map<ContactId, Contact> contacts = new HashMap<>();
    final Map<String, ContactId> contactCodes = new HashMap<>();
    final NavigableMap<Key, ContactId> contactsOfCompanies = new TreeMap<>();
    final NavigableMap<Key, ContactId> reportsOfManagers = new TreeMap<>();
    final NavigableMap<Key, ContactEvent> eventsOfContacts = new TreeMap<>();
    final NavigableMap<Key, Link> linksOfContacts = new TreeMap<>();
    final Map<CompanyId, Company> companies = new HashMap<>();
    final Map<String, CompanyId> companyCodes = new HashMap<>();
    final Map<CustomFieldId, CustomField> customFields = new HashMap<>();
    final Map<String, CustomField> deletedCustomFields = new HashMap<>();
    final Map<CustomFieldFolderId, CustomFieldFolder> customFieldFolders = new HashMap<>();
    final Map<OrganizationId, SavedViews> views = new HashMap<>();
    final Map<TagId, InMemoryTags.Known> tags = new HashMap<>();
    final NavigableMap<String, CustomValue> customValues = new TreeMap<>();
    final Map<ImportId, InMemoryImportJobs.Held> imports = new HashMap<>();
    final NavigableMap<Key, byte[]> importParts = new TreeMap<>();
    final NavigableMap<Key, FailedRow> importFailures = new TreeMap<>();
    final Map<WebhookId, InMemoryWebhooks.Held> webhooks = new HashMap<>();
    final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
}
