package org.contacts4j.bootstrap.command;

import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import picocli.CommandLine.Option;

/** The {@code --org} option: the organization that a command applies to. */
final class OrganizationOption {

    @Option(names = "--org", required = true, paramLabel = "ID", description = "the organization")
    private String id = "";

    /**
     * Returns a caller of this organization.
     *
     * @throws CannotStart when an id is invalid
     */
    Caller caller(String member, Role role, DataScope data) {
        try {
            return new Caller(new OrganizationId(id), new MemberId(member), role, data);
        } catch (IllegalArgumentException e) {
            throw CannotStart.invalidCommandLine(String.valueOf(e.getMessage()));
        }
    }
}
