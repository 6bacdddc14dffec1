/// Nothing leaves that is not a standard phrase or supported by what it cites.
@NullMarked
package onrecord.bot.verifying;

import org.jspecify.annotations.NullMarked;
