package org.contacts4j.contract.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.access.ApiKeyService;
import org.contacts4j.application.access.ApiKeyService.Created;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestClock;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyField;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.access.ApiKeySecret;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of API keys. */
public interface ApiKeysContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackAKeyWithEveryFieldSetAndOneWithNone() {
        TestOrganization home = TestOrganization.in(store());
        TestClock clock = new TestClock();
        ApiKeyService keys = keys(clock);
        Created bare = keys.create(home.admin(), named("CI"));
        clock.pass(Duration.ofSeconds(1));
        Created complete = keys.create(
                home.admin(),
                named("O'Brien \\ 100% 😀")
                        .set(ApiKeyField.ROLE, Role.VIEWER)
                        .set(ApiKeyField.DATA, DataScope.ASSIGNED)
                        .set(ApiKeyField.EXPIRES_AT, clock.instant().plusMillis(1))
                        .set(ApiKeyField.NETWORKS, List.of("10.0.0.0/8", "2001:db8::/32")));
        assertThat(keys.get(home.admin(), bare.key().id())).isEqualTo(bare.key());
        assertThat(keys.get(home.admin(), complete.key().id())).isEqualTo(complete.key());
        assertThat(keys.list(home.admin(), Slice.first(9)))
                .isEqualTo(new Page<>(List.of(complete.key(), bare.key()), Total.exact(2), null));
        Page<ApiKey> first = keys.list(home.admin(), Slice.first(1));
        assertThat(first.items()).containsExactly(complete.key());
        assertThat(keys.list(home.admin(), Slice.after(Objects.requireNonNull(first.next()), 1))
                        .items())
                .containsExactly(bare.key());
    }

    @Test
    default void findsAKeyByItsSecretInItsOrganizationAlone() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Created created = keys(home).create(home.admin(), named("CI"));
        assertThat(keys(home).find(home.id(), created.secret())).contains(created.key());
        assertThat(keys(home).find(outsider.id(), created.secret())).isEmpty();
        ApiKeySecret renamed = new ApiKeySecret(outsider.id(), created.secret().text());
        assertThat(keys(home).find(outsider.id(), renamed)).isEmpty();
        assertThat(keys(home).find(home.id(), ApiKeySecret.of(home.id(), new byte[ApiKeySecret.BYTES])))
                .isEmpty();
    }

    @Test
    default void makesEachSecretOfItsOwnRandomnessAndStoresItsHash() {
        TestOrganization home = TestOrganization.in(store());
        Created one = keys(home).create(home.admin(), named("CI"));
        Created other = keys(home).create(home.admin(), named("CI"));
        assertThat(one.secret().text()).isNotEqualTo(other.secret().text());
        assertThat(one.key().hash()).isEqualTo(one.secret().hash()).hasSize(64);
        assertThat(one.key().toString() + one.secret() + one)
                .doesNotContain(one.secret().text());
    }

    @Test
    default void forgetsARevokedKey() {
        TestOrganization home = TestOrganization.in(store());
        Created created = keys(home).create(home.admin(), named("CI"));
        keys(home).revoke(home.admin(), created.key().id());
        assertThat(keys(home).find(home.id(), created.secret())).isEmpty();
        assertThatThrownBy(() -> keys(home).get(home.admin(), created.key().id()))
                .isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() -> keys(home).revoke(home.admin(), created.key().id()))
                .isInstanceOf(ContactsFailure.NotFound.class);
        keys(home).recordUse(home.id(), created.key().id(), new ApiKey.Use(Instant.EPOCH, "::1"));
        assertThat(keys(home).list(home.admin(), Slice.first(9)).items()).isEmpty();
    }

    @Test
    default void recordsOneUseAMinute() {
        TestOrganization home = TestOrganization.in(store());
        ApiKeyId id = keys(home).create(home.admin(), named("CI")).key().id();
        Instant noon = Instant.parse("2026-01-02T12:00:00.123Z");
        ApiKey.Use first = new ApiKey.Use(noon, "203.0.113.9");
        ApiKey.Use soon = new ApiKey.Use(noon.plusSeconds(59), "2001:db8::1");
        ApiKey.Use later = new ApiKey.Use(noon.plusSeconds(61), "2001:db8::1");
        keys(home).recordUse(home.id(), id, first);
        keys(home).recordUse(home.id(), id, soon);
        assertThat(keys(home).get(home.admin(), id).lastUse()).isEqualTo(first);
        keys(home).recordUse(home.id(), id, later);
        assertThat(keys(home).get(home.admin(), id).lastUse()).isEqualTo(later);
    }

    @Test
    default void isForAdministratorsWhoSeeEverything() {
        TestOrganization home = TestOrganization.in(store());
        ApiKeyId id = keys(home).create(home.admin(), named("CI")).key().id();
        for (Caller other : List.of(home.ada(), home.viewer(), home.restrictedAdmin(), Caller.anonymous(home.id()))) {
            assertThatThrownBy(() -> keys(home).create(other, named("CI")))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> keys(home).list(other, Slice.first(1)))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> keys(home).get(other, id)).isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> keys(home).revoke(other, id)).isInstanceOf(ContactsFailure.Forbidden.class);
        }
        Caller outsider = TestOrganization.in(store()).admin();
        assertThat(keys(home).list(outsider, Slice.first(1)).items()).isEmpty();
        assertThatThrownBy(() -> keys(home).get(outsider, id)).isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() -> keys(home).revoke(outsider, id)).isInstanceOf(ContactsFailure.NotFound.class);
    }

    @Test
    default void aKeyOfAKeyIsNoMorePowerfulThanItsCreator() {
        TestOrganization home = TestOrganization.in(store());
        TestClock clock = new TestClock();
        Instant end = clock.instant().plusSeconds(60);
        ApiKey creator = keys(clock)
                .create(
                        home.admin(),
                        named("Creator")
                                .set(ApiKeyField.ROLE, Role.ADMIN)
                                .set(ApiKeyField.EXPIRES_AT, end)
                                .set(ApiKeyField.NETWORKS, List.of("10.0.0.0/8")))
                .key();
        Caller key = new Caller(home.id(), creator.id().member(), Role.ADMIN, DataScope.ALL);
        assertThat(faults(clock, key, named("Other"))).containsExactly("expiresAt", "networks");
        assertThat(faults(
                        clock,
                        key,
                        named("Other")
                                .set(ApiKeyField.EXPIRES_AT, end.plusMillis(1))
                                .set(ApiKeyField.NETWORKS, List.of("10.0.0.0/7"))))
                .containsExactly("expiresAt", "networks");
        ApiKey within = keys(clock)
                .create(
                        key,
                        named("Other")
                                .set(ApiKeyField.EXPIRES_AT, end)
                                .set(ApiKeyField.NETWORKS, List.of("10.1.0.0/16")))
                .key();
        assertThat(within.createdBy()).isEqualTo(creator.id().member());
    }

    @Test
    default void refusesOneKeyTooMany() {
        TestOrganization home = TestOrganization.in(store());
        MemberId by = new MemberId("admin");
        home.write(tx -> IntStream.range(0, ApiKey.MAX_KEYS).forEach(i -> {
            ApiKeyId id = new ApiKeyId(new UUID(i, i));
            ApiKeySecret secret = ApiKeySecret.of(home.id(), new byte[] {(byte) i, (byte) (i >> 8)});
            tx.apiKeys().insert(home.id(), ApiKey.create(id, secret, named("CI"), null, by, Instant.EPOCH));
        }));
        assertThatThrownBy(() -> keys(home).create(home.admin(), named("CI")))
                .isInstanceOf(ContactsFailure.Invalid.class)
                .hasMessageContaining("1000");
    }

    private List<String> faults(TestClock clock, Caller caller, Patch<ApiKey> fields) {
        Optional<ContactsFailure.Invalid> refused = Optional.empty();
        try {
            keys(clock).create(caller, fields);
        } catch (ContactsFailure.Invalid e) {
            refused = Optional.of(e);
        }
        return refused.orElseThrow().faults().stream()
                .map(fault -> fault.field())
                .toList();
    }

    private ApiKeyService keys(TestClock clock) {
        return Contacts4J.builder(store()).clock(clock).build().apiKeys();
    }

    private static ApiKeyService keys(TestOrganization home) {
        return home.contacts4j().apiKeys();
    }

    private static Patch<ApiKey> named(String name) {
        return Patch.of(ApiKeyField.NAME, name);
    }
}
