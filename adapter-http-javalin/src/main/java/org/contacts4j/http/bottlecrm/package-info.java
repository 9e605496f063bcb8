/** The contacts of BottleCRM (Django-CRM) 0.10, as its guide and its clients speak of them. */
@NullMarked
package org.contacts4j.http.bottlecrm;

import org.jspecify.annotations.NullMarked;
