/** IP addresses and networks, as operators and proxies write them. */
@NullMarked
package org.contacts4j.domain.network;

import org.jspecify.annotations.NullMarked;
