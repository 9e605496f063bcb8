/** API keys and the revocation of tokens: who may use an organization, apart from the tokens of an issuer. */
@NullMarked
package org.contacts4j.application.access;

import org.jspecify.annotations.NullMarked;
