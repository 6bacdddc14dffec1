/// Names of metrics and terms, and finding them in a text.
@NullMarked
package onrecord.prompts.naming;

import org.jspecify.annotations.NullMarked;
