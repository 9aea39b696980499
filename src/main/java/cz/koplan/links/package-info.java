/** Personal links: what a person reaches without a password. Tokens are minted when a mail is sent and kept as hashes. */
@NullMarked
package cz.koplan.links;

import org.jspecify.annotations.NullMarked;
