/// What a Java user would pick instead, measured beside our own search.
@NullMarked
package onrecord.peers;

import org.jspecify.annotations.NullMarked;
