/// What the company has said: files become [Disclosure]s, [Passage]s and [Figure]s.
///
/// Other modules see this package only; its sub-packages are machinery.
@NullMarked
package onrecord.corpus;

import org.jspecify.annotations.NullMarked;
