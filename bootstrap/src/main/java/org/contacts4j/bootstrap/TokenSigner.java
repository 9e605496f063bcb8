package org.contacts4j.bootstrap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Signs tokens that a server with the same secret, issuer and audience accepts. */
public record TokenSigner(
        String secret, @Nullable String issuer, @Nullable String audience, Clock clock) {

    private static final Duration DAY = Duration.ofDays(1);

    /** Returns a signer with the secret, issuer and audience of this configuration. */
    public static TokenSigner of(Config config) {
        return new TokenSigner(config.signing().secret(), config.issuer(), config.audience(), Clock.systemUTC());
    }

    /** Returns a token for a command that lasts at most a day: as long as the server of this configuration accepts. */
    public static String forCommand(Config config, Caller caller) {
        @Nullable Duration max = config.maxTokenLifetime();
        return of(config).sign(caller, max == null || max.compareTo(DAY) > 0 ? DAY : max);
    }

    /** Returns a token for the caller that is valid from now for {@code lifetime}. */
    public String sign(Caller caller, Duration lifetime) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(caller.member().value())
                .claim("org", caller.organization().value())
                .claim("role", EnumNames.of(caller.role()))
                .claim("data", EnumNames.of(caller.data()))
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw CannotStart.because("the secret cannot sign tokens: " + FileErrorText.of(e));
        }
        return token.serialize();
    }
}
