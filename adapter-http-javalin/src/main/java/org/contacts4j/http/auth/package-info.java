/** Who is calling: tokens, the keys that verify them, and the organisation a request is for. */
@NullMarked
package org.contacts4j.http.auth;

import org.jspecify.annotations.NullMarked;
