/** The contacts API of BottleCRM (Django-CRM) 0.10, as its API guide and its clients define it. */
@NullMarked
package org.contacts4j.http.bottlecrm;

import org.jspecify.annotations.NullMarked;
