package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of who may define custom fields and who may only read them. */
interface CustomFieldSuite extends ApiUnderTest {

    @Test
    default void membersAndViewersReadWhatAdministratorsDefine() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient admin = api().with(TestTokens.of(organization).with("role", "admin"));
        String id = admin.post("custom-fields", "{\"key\": \"plan\", \"type\": \"text\"}")
                .text("id");
        String folder =
                admin.post("custom-field-folders", "{\"name\": \"Sales\"}").text("id");
        for (String role : new String[] {"member", "viewer"}) {
            ApiClient other = api().with(TestTokens.of(organization).with("role", role));
            assertThat(other.get("custom-fields").text("data[0].id")).isEqualTo(id);
            assertThat(other.get("custom-fields/" + id).status()).isEqualTo(200);
            assertThat(other.get("custom-field-folders").text("data[0].id")).isEqualTo(folder);
            assertThat(other.post("custom-fields", "{\"key\": \"x\", \"type\": \"text\"}")
                            .text("error"))
                    .isEqualTo("FORBIDDEN");
            assertThat(other.patch("custom-fields/" + id, "{}").status()).isEqualTo(403);
            assertThat(other.delete("custom-fields/" + id).status()).isEqualTo(403);
            assertThat(other.post("custom-field-folders", "{\"name\": \"x\"}").status())
                    .isEqualTo(403);
            assertThat(other.patch("custom-field-folders/" + folder, "{}").status())
                    .isEqualTo(403);
            assertThat(other.delete("custom-field-folders/" + folder).status()).isEqualTo(403);
        }
    }

    @Test
    default void hidesDefinitionsFromOtherOrganizations() {
        ApiClient admin = api().newAdmin();
        String id = admin.post("custom-fields", "{\"key\": \"plan\", \"type\": \"text\"}")
                .text("id");
        String folder =
                admin.post("custom-field-folders", "{\"name\": \"Sales\"}").text("id");
        ApiClient outsider = api().newAdmin();
        assertThat(outsider.get("custom-fields").at("data")).isEmpty();
        assertThat(outsider.get("custom-field-folders").at("data")).isEmpty();
        assertThat(outsider.get("custom-fields/" + id).status()).isEqualTo(404);
        assertThat(outsider.patch("custom-fields/" + id, "{}").status()).isEqualTo(404);
        assertThat(outsider.delete("custom-fields/" + id).status()).isEqualTo(404);
        assertThat(outsider.patch("custom-field-folders/" + folder, "{}").status())
                .isEqualTo(404);
        assertThat(outsider.delete("custom-field-folders/" + folder).status()).isEqualTo(404);
    }
}
