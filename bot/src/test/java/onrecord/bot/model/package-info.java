@NullMarked
package onrecord.bot.model;

import org.jspecify.annotations.NullMarked;
