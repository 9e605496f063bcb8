package org.contacts4j.http;

import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.access.ApiKeyRoutes;
import org.contacts4j.http.access.TokenRevocationRoutes;
import org.contacts4j.http.attachment.AttachmentRoutes;
import org.contacts4j.http.audit.AuditRoutes;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.canonical.CanonicalErrorFormat;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.comment.CommentRoutes;
import org.contacts4j.http.company.CompanyRoutes;
import org.contacts4j.http.contact.ContactRoutes;
import org.contacts4j.http.contact.ContactTagRoutes;
import org.contacts4j.http.contact.ContactValueRoutes;
import org.contacts4j.http.contact.ExportRoutes;
import org.contacts4j.http.contact.SearchRoutes;
import org.contacts4j.http.customfield.CustomFieldRoutes;
import org.contacts4j.http.customfield.FolderRoutes;
import org.contacts4j.http.customvalue.CustomValueRoutes;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.importing.ImportJobRoutes;
import org.contacts4j.http.importing.ImportRoutes;
import org.contacts4j.http.link.LinkRoutes;
import org.contacts4j.http.member.MemberRoutes;
import org.contacts4j.http.member.TeamRoutes;
import org.contacts4j.http.personaldata.PersonalDataRoutes;
import org.contacts4j.http.server.body.Form;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.http.tag.TagRoutes;
import org.contacts4j.http.view.ViewRoutes;
import org.contacts4j.http.webhook.DeliveryRoutes;
import org.contacts4j.http.webhook.WebhookRoutes;

/** The canonical API at {@code /api/v1}, with a route for every operation of the services. */
final class CanonicalApi implements Dialect {

    private static final String ROOT = "/api/v1";

    private final Contacts4J contacts4j;
    private final HttpSettings settings;

    CanonicalApi(Contacts4J contacts4j, HttpSettings settings) {
        this.contacts4j = contacts4j;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "canonical";
    }

    @Override
    public List<String> roots() {
        return List.of(ROOT);
    }

    @Override
    public Credentials credentials() {
        return new Credentials(List.of("Bearer"), List.of("x-api-key"), List.of("X-Org-Id", "organization-id"), true);
    }

    @Override
    public ErrorFormat errorFormat() {
        return new CanonicalErrorFormat();
    }

    @Override
    public void addTo(Routes routes) {
        Cursors cursors = new Cursors(settings.cursorKey());
        Routes api = routes.under(ROOT);
        new ViewRoutes(contacts4j.views()).addTo(api);
        new ExportRoutes(contacts4j).addTo(api);
        new ContactRoutes(contacts4j, cursors).addTo(api);
        new SearchRoutes(contacts4j.contacts(), contacts4j.filters(), cursors).addTo(api);
        new ImportRoutes(contacts4j.imports(), contacts4j.customFields()).addTo(api);
        new ImportJobRoutes(contacts4j.importJobs(), contacts4j.importUndo(), contacts4j.customFields()).addTo(api);
        new CompanyRoutes(contacts4j.companies(), cursors).addTo(api);
        new LinkRoutes(contacts4j.links()).addTo(api);
        new CommentRoutes(contacts4j.comments(), cursors).addTo(api);
        new AttachmentRoutes(contacts4j.attachments()).addTo(api);
        new PersonalDataRoutes(contacts4j.personalData()).addTo(api);
        new MemberRoutes(contacts4j.members()).addTo(api);
        new TeamRoutes(contacts4j.teams()).addTo(api);
        new CustomFieldRoutes(contacts4j.customFields()).addTo(api);
        new FolderRoutes(contacts4j.customFieldFolders()).addTo(api);
        new ContactValueRoutes(contacts4j.contacts()).addTo(api);
        new ContactTagRoutes(contacts4j.tags()).addTo(api);
        new TagRoutes(contacts4j.tags()).addTo(api);
        new CustomValueRoutes(contacts4j.customValues()).addTo(api);
        new WebhookRoutes(contacts4j.webhooks()).addTo(api);
        new DeliveryRoutes(contacts4j.webhooks(), cursors).addTo(api);
        new ApiKeyRoutes(contacts4j.apiKeys(), cursors).addTo(api);
        new TokenRevocationRoutes(contacts4j.tokenRevocations(), cursors).addTo(api);
        new AuditRoutes(contacts4j.audit(), cursors).addTo(api);
    }

    @Override
    public long fileLimit(RequestHead request) {
        String route = request.path().substring(ROOT.length());
        if (AttachmentRoutes.acceptsFile(request.method(), route, request.mediaType())) {
            return contacts4j.attachmentLimits().maxFileBytes() + Form.MAX_OVERHEAD;
        }
        if (ContactRoutes.acceptsCard(request.method(), route, request.mediaType())) {
            // Base64 in folded lines takes less than one and a half times the space of the picture.
            return contacts4j.attachmentLimits().maxFileBytes() / 2 * 3 + Form.MAX_OVERHEAD;
        }
        boolean imports = ImportRoutes.acceptsFile(request.method(), route, request.mediaType())
                || ImportJobRoutes.acceptsFile(request.method(), route, request.mediaType());
        return imports ? ImportRoutes.MAX_BYTES : 0;
    }
}
