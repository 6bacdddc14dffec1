/// All that an installation holds, copied while it is in use, and put back elsewhere.
@NullMarked
package onrecord.bot.operation.backup;

import org.jspecify.annotations.NullMarked;
