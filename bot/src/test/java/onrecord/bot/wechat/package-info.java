@NullMarked
package onrecord.bot.wechat;

import org.jspecify.annotations.NullMarked;
