/** Real Python applications in real containers, used by real clients. */
package dev.gatehouse.it.python;
