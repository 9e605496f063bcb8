/** Everything stored about a person: collecting it, and erasing it. */
@NullMarked
package org.contacts4j.application.personaldata;

import org.jspecify.annotations.NullMarked;
