package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the tags and custom values that restricted members and members of other organizations can read. */
interface TagSuite extends ApiUnderTest {

    @Test
    default void aRestrictedMemberFindsTheTagsOfWhatIsAssignedToThem() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient everybody = api().member(organization);
        ApiClient bo = api().with(TestTokens.of(organization).with("sub", "bo").with("data", "assigned"));
        everybody.post("contacts", "{\"name\": \"Ada\", \"tags\": [\"vip\", \"secret\"]}");
        everybody.post("contacts", "{\"name\": \"Al\", \"tags\": [\"vip\"], \"assignedTo\": [\"bo\"]}");
        assertThat(bo.get("tags").at("data")).hasSize(1);
        assertThat(bo.get("tags").text("data[0].name")).isEqualTo("vip");
        assertThat(bo.get("tags").text("data[0].contactCount")).isEqualTo("1");
        assertThat(everybody.get("tags").text("data[1].contactCount")).isEqualTo("2");
        assertThat(bo.delete("tags/" + bo.get("tags").text("data[0].id")).status())
                .isEqualTo(403);
    }

    @Test
    default void aViewerReadsAndFillsTemplatesButChangesNothing() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient member = api().member(organization);
        member.put("custom-values/sender", "{\"value\": \"Ada\"}");
        String contact = member.post("contacts", "{\"name\": \"Ada\", \"tags\": [\"vip\"]}")
                .text("id");
        String tag = member.get("tags").text("data[0].id");
        ApiClient viewer = api().with(TestTokens.of(organization).with("role", "viewer"));
        assertThat(viewer.get("tags").text("data[0].id")).isEqualTo(tag);
        assertThat(viewer.get("custom-values").text("data[0].key")).isEqualTo("sender");
        assertThat(viewer.post("custom-values/render", "{\"template\": \"{{custom_values.sender}}\"}")
                        .text("text"))
                .isEqualTo("Ada");
        assertThat(viewer.post("tags", "{\"name\": \"x\"}").status()).isEqualTo(403);
        assertThat(viewer.delete("tags/" + tag).status()).isEqualTo(403);
        assertThat(viewer.post("contacts/" + contact + "/tags", "[\"x\"]").status())
                .isEqualTo(403);
        assertThat(viewer.delete("contacts/" + contact + "/tags/vip").status()).isEqualTo(403);
        assertThat(viewer.put("contacts/" + contact + "/custom/k", "{\"value\": 1}")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.put("custom-values/sender", "{\"value\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(viewer.delete("custom-values/sender").status()).isEqualTo(403);
    }

    @Test
    default void outsidersFindNothing() {
        ApiClient member = api().newcomer();
        member.put("custom-values/sender", "{\"value\": \"Ada\"}");
        member.post("tags", "{\"name\": \"vip\"}");
        ApiClient outsider = api().newcomer();
        assertThat(outsider.get("tags").at("data")).isEmpty();
        assertThat(outsider.get("custom-values").at("data")).isEmpty();
        assertThat(outsider.delete("tags/" + member.get("tags").text("data[0].id"))
                        .status())
                .isEqualTo(404);
        assertThat(outsider.delete("custom-values/sender").status()).isEqualTo(404);
        assertThat(outsider.post("custom-values/render", "{\"template\": \"{{custom_values.sender}}\"}")
                        .text("unknown[0]"))
                .isEqualTo("custom_values.sender");
    }
}
