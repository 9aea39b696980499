/** Sign-in: accounts of people, their global roles, language and colour scheme, and the security of the web layer. */
@NullMarked
package cz.koplan.accounts;

import org.jspecify.annotations.NullMarked;
