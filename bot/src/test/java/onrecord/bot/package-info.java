@NullMarked
package onrecord.bot;

import org.jspecify.annotations.NullMarked;
