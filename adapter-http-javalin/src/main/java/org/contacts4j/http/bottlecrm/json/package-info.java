/** Values of BottleCRM's JSON: reading them from bodies and writing them. */
@NullMarked
package org.contacts4j.http.bottlecrm.json;

import org.jspecify.annotations.NullMarked;
