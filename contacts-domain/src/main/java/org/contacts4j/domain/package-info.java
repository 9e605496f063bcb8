/** Types that all features share: failures, plain data, addresses, revisions and folded text. */
@NullMarked
package org.contacts4j.domain;

import org.jspecify.annotations.NullMarked;
